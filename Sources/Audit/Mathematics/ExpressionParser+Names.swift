import Claims
import Foundation

/// Names of quantities: letters with their accents, indices and marks, spelled in one way however they were typed.
extension ExpressionParser {
    mutating func letters() -> PrintedExpression? {
        guard case .letters(let text)? = next else { return refuse() }
        // e^{(1)} is the first of several.
        let isNumbered = kind(at: 2) == .mark("{") && kind(at: 3) == .mark("(") && kind(at: 6) == .mark("}")
        if text == "e", kind(at: 1) == .mark("^"), !isNumbered {
            index += 1
            return .constant(M_E)
        }
        if let function = PrintedFunction(named: text),
            kind(at: 1) == .mark("(") || kind(at: 1) == .mark("[") || function == .logarithm
                || function == .naturalLogarithm || kind(at: 1) == .command("{")
        {
            return applied(function)
        }
        guard let name = symbolName() else { return refuse() }
        // Two letters are a word, or two quantities side by side.
        guard text.count > 1, text.count <= 4, !isKnown(name) else { return named(name) }
        let scripts = name.dropFirst(text.count)
        let names = text.dropLast().map(String.init) + [String(text.last ?? " ") + scripts]
        guard names.allSatisfy(isKnown) else { return named(name) }
        return names.dropFirst().reduce(.symbol(names[0])) { .binary(.times, $0, .symbol($1)) }
    }

    /// A quantity; with a bracket behind it, it may be a function instead.
    mutating func named(_ name: String) -> PrintedExpression? {
        if next == .mark("(") || next == .mark("[") {
            guard isKnown(name), holdsSum else { return refuse() }
        }
        return .symbol(name)
    }

    /// Whether there is a sum in the brackets that open here.
    private var holdsSum: Bool {
        var nested = 0
        for token in tokens[index...] {
            switch token.kind {
            case .mark("("), .mark("["), .mark("{"): nested += 1
            case .mark(")"), .mark("]"), .mark("}"):
                nested -= 1
                if nested == 0 { return false }
            case .mark(","): return false
            case .mark("+"), .mark("-"): if nested == 1 { return true }
            default: break
            }
        }
        return false
    }

    /// A name and what belongs to it.
    mutating func symbolName() -> String? {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting < Self.deepest else { return nil }
        var name: String
        switch next {
        case .letters(let text):
            name = text
            index += 1
        case .command("partial"), .mark("∂"), .mark("∇"), .command("nabla"), .command("Delta"), .mark("Δ"):
            let prefix = next?.spelling ?? ""
            index += 1
            guard let inner = symbolName() else { return nil }
            name = prefix + inner
            if prefix == "\\partial", next == .mark("/"), kind(at: 1) == .command("partial") {
                index += 2
                guard let below = symbolName() else { return nil }
                name += "/∂" + below
            }
            return name
        case .command(let command) where TeXNames.accents.contains(command):
            index += 1
            guard let inner = next == .mark("{") ? groupText() : symbolName() else { return nil }
            name = command + "(" + inner + ")"
        case .command(let command) where TeXNames.greek.contains(command):
            name = "\\" + command
            index += 1
        case .mark("{"):
            guard let grouped = groupedName() else { return nil }
            name = grouped
        default: return nil
        }
        return name + scripts()
    }

    /// Indices below, and above only what is no power: `^{(2)}`, `^{[1]}`, `^+`, `^*`, `^{new}`, primes.
    mutating func scripts() -> String {
        var text = ""
        while true {
            if next == .mark("_") {
                index += 1
                text += "_" + scriptText()
            } else if next == .mark("'") {
                index += 1
                text += "'"
            } else if next == .mark("^"), isNameAbove {
                index += 1
                text += "^" + scriptText()
            } else {
                return text
            }
        }
    }

    private var isNameAbove: Bool {
        let inside = kind(at: 1) == .mark("{") ? kind(at: 2) : kind(at: 1)
        switch inside {
        case .mark("("), .mark("["), .mark("*"), .mark("'"), .command("prime"), .command("ast"), .command("star"),
            .command("dagger"):
            return true
        case .mark("+"), .mark("-"): return kind(at: 1) != .mark("{") || kind(at: 3) == .mark("}")
        case .letters(let text): return text.count > 1
        default: return false
        }
    }

    /// The marks of an index as text.
    mutating func scriptText() -> String {
        if next == .mark("{") { return groupText() ?? "?" }
        guard let kind = next else { return "?" }
        index += 1
        return kind.spelling
    }

    mutating func skipScript() { _ = scriptText() }

    /// What a group holds, without room and braces.
    private mutating func groupText() -> String? {
        guard next == .mark("{") else { return nil }
        var (nested, text) = (0, "")
        while let kind = next {
            index += 1
            switch kind {
            case .mark("{"): nested += 1
            case .mark("}"):
                nested -= 1
                // Letters with an index of their own: h_1 in net_{h_1} is h1.
                if nested == 0 { return text }
            case .mark("_"): break
            default: text += kind.spelling
            }
        }
        return nil
    }

    /// A group that holds a name alone: `{net}` of `\mathrm{net}`.
    mutating func groupedName() -> String? {
        guard next == .mark("{"), case .letters(let text)? = kind(at: 1), kind(at: 2) == .mark("}") else { return nil }
        if PrintedFunction(named: text) != nil || (text == "e" && kind(at: 3) == .mark("^")) { return nil }
        index += 3
        return text + scripts()
    }

    /// `\frac{\partial E}{\partial w_5}`: one quantity, not a quotient.
    mutating func derivativeName() -> String? {
        guard next == .mark("{") else { return nil }
        switch kind(at: 1) {
        case .command("partial"), .mark("∂"), .letters("d"), .command("mathrm"): break
        case .letters(let text) where text.count == 2 && text.hasPrefix("d"): break
        default: return nil
        }
        let start = index
        guard let top = groupText(), next == .mark("{"), let bottom = groupText() else {
            index = start
            return nil
        }
        return top + "/" + bottom + scripts()
    }
}

/// Names of TeX that stand for letters.
enum TeXNames {
    static let greek: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa",
        "lambda",
        "mu", "nu", "xi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega",
        "Gamma",
        "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega", "Delta", "nabla", "ell", "mathcal", "mathbb",
    ]
    static let accents: Set<String> = [
        "hat", "bar", "tilde", "vec", "widehat", "widetilde", "overline", "dot", "ddot", "check",
    ]
}
