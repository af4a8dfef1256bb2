import Exhibits

/// Formulas in TeX, with names or with the numbers they stand for.
struct FormulaWriter {
    enum Mode { case symbols, numbers }

    let graph: ScalarGraph
    let style: MathStyle
    var mode = Mode.symbols
    /// Longer sums are cut to their first two terms and their last.
    var longest = 6

    /// How tightly the surroundings bind: what needs parentheses in them.
    private enum Context: Int, Comparable {
        case whole, term, subtracted, firstFactor, factor, base

        static func < (a: Context, b: Context) -> Bool { a.rawValue < b.rawValue }
    }

    func tex(_ formula: Formula) -> String { tex(formula, .whole) }

    /// The name or the number of a node.
    func tex(_ node: Int) -> String { tex(.atom(node), .whole) }

    private func tex(_ formula: Formula, _ context: Context) -> String {
        switch formula {
        case .atom(let node): return atom(node, context)
        case .number(let value): return signed(NumberFormat.shortest.text(value), context)
        case .sum(let terms): return wrapped(sum(terms, context), context > .term)
        case .product(let factors): return wrapped(product(factors, context), context == .base)
        case .bias(let term):
            return style.notation == .sequential ? tex(term, .firstFactor) + style.times + "1" : tex(term, context)
        case .quotient(let a, let b): return wrapped("\\frac{\(tex(a, .whole))}{\(tex(b, .whole))}", context == .base)
        case .power(let base, let exponent):
            // TeX knows no second superscript: a_1^{(2)} squared needs parentheses, as it does for a reader.
            let text = tex(base, .base)
            let closed = text.hasPrefix("(") || !text.contains("^")
            return "\(wrapped(text, !closed))^{\(NumberFormat.shortest.text(exponent))}"
        case .negation(let term): return wrapped("-\(tex(term, .subtracted))", context > .term && context != .firstFactor)
        case .function(let function, let x): return wrapped(apply(function, x), needsParentheses(function, context))
        case .slope(let function, let x): return "\(function.tex)'(\(tex(x, .whole)))"
        case .ownFunction(let function, let x): return "\\mathrm{\(function.name)}(\(tex(x, .whole)))"
        case .ownSlope(let function, let x): return "\\mathrm{\(function.name)}'(\(tex(x, .whole)))"
        case .opaque(let function, let terms): return call(function.name, terms)
        case .opaqueSlope(let function, let k, let terms):
            return "\\partial_{\(k + 1)}" + call(function.name, terms)
        case .maximum(let terms): return "\\max(\(terms.map { tex($0, .whole) }.joined(separator: ",\\, ")))"
        case .minimum(let terms): return "\\min(\(terms.map { tex($0, .whole) }.joined(separator: ",\\, ")))"
        case .softmax(let index, let terms):
            let powers = shortened(terms.map { "e^{\(tex($0, .whole))}" }).joined(separator: " + ")
            return "\\frac{e^{\(tex(terms[index], .whole))}}{\(powers)}"
        }
    }

    private func call(_ name: String, _ terms: [Formula]) -> String {
        "\\mathrm{\(name)}(\(shortened(terms.map { tex($0, .whole) }, dots: "\\ldots").joined(separator: ",\\, ")))"
    }

    private func atom(_ node: Int, _ context: Context) -> String {
        if mode == .symbols, let symbol = graph.symbol(of: node) { return style.tex(symbol) }
        let value = graph.values[node]
        let text = graph.nodes[node].operation == .given ? style.given(value) : style.number(value)
        let plain = signed(text, context)
        return context == .base && text.contains("\\times") && text.first != "-" ? "(\(text))" : plain
    }

    /// A number in parentheses where its minus would meet another sign or a factor before it.
    private func signed(_ text: String, _ context: Context) -> String {
        wrapped(text, text.hasPrefix("-") && [.term, .subtracted, .factor, .base].contains(context))
    }

    private func wrapped(_ text: String, _ needed: Bool) -> String { needed ? "(\(text))" : text }

    private func sum(_ terms: [Formula], _ context: Context) -> String {
        let texts = terms.enumerated().map { index, term -> String in
            if case .negation(let inner) = term {
                return (index == 0 ? "-" : " - ") + tex(inner, .subtracted)
            }
            return index == 0 ? tex(term, .whole) : " + " + tex(term, .term)
        }
        return shortenedSum(texts, keepsLast: terms.last?.isBias ?? false).joined()
    }

    private func product(_ factors: [Formula], _ context: Context) -> String {
        var text = ""
        for (index, factor) in factors.enumerated() {
            let first = index == 0 && context != .subtracted && context != .factor && context != .term
            // The half of a half square is a fraction on every board.
            let half = factor == .number(0.5) && index == 0 && factors.count > 1
            let next = half ? "\\frac{1}{2}" : tex(factor, first ? .firstFactor : .factor)
            // A bracket right after a factor needs no sign: out (1 − out).
            let bracket = next.hasPrefix("(") && !isNumber(factor)
            let close = index > 0 && bracket && (mode == .symbols || factors[index - 1] == .number(0.5))
            text += index == 0 || close ? next : between(factors[index - 1], factor) + next
        }
        return text
    }

    private func between(_ a: Formula, _ b: Formula) -> String {
        if case .number = a, mode == .symbols, !isNumber(b) { return " " }
        return mode == .numbers || isNumber(b) ? style.times : style.juxtaposition
    }

    private func isNumber(_ formula: Formula) -> Bool {
        if case .number = formula { return true }
        if case .atom = formula { return mode == .numbers }
        return false
    }

    private func needsParentheses(_ function: ScalarFunction, _ context: Context) -> Bool {
        guard context == .base else { return false }
        return [.exp, .sigmoid, .log, .sin, .cos, .tanh].contains(function)
    }

    private func apply(_ function: ScalarFunction, _ x: Formula) -> String {
        switch function {
        case .exp: return "e^{\(tex(x, .whole))}"
        case .sigmoid: return "\\frac{1}{1 + e^{-\(tex(x, .subtracted))}}"
        case .sqrt: return "\\sqrt{\(tex(x, .whole))}"
        case .abs: return "\\left|\(tex(x, .whole))\\right|"
        case .log: return "\(style.logarithm)(\(tex(x, .whole)))"
        case .relu: return "\\max(0,\\, \(tex(x, .whole)))"
        case .softplus: return "\(style.logarithm)(1 + e^{\(tex(x, .whole))})"
        case .identity: return tex(x, .whole)
        default: return "\(function.tex)(\(tex(x, .whole)))"
        }
    }

    /// The first two, dots and the last, when there are too many.
    func shortened(_ texts: [String], dots: String = "\\cdots") -> [String] {
        texts.count <= longest ? texts : [texts[0], texts[1], dots, texts[texts.count - 1]]
    }

    private func shortenedSum(_ texts: [String], keepsLast: Bool) -> [String] {
        guard texts.count > longest else { return texts }
        return [texts[0], texts[1], " + \\cdots"] + texts.suffix(keepsLast ? 2 : 1)
    }
}

extension FormulaWriter.Mode: Sendable {}

extension Formula {
    var isBias: Bool { if case .bias = self { true } else { false } }
}

extension ScalarFunction {
    /// The function's sign in TeX.
    var tex: String {
        switch self {
        case .sin: "\\sin"
        case .cos: "\\cos"
        case .tanh: "\\tanh"
        case .sigmoid: "\\sigma"
        case .hardSigmoid: "\\mathrm{hard\\,\\sigma}"
        case .relu, .leakyReLU, .elu, .selu, .softplus, .softsign, .silu, .gelu, .geluTanh, .mish, .step:
            "\\mathrm{\(word.replacing(" ", with: "\\,"))}"
        default: "\\mathrm{\(word)}"
        }
    }
}
