import Claims
import Foundation

/// Reads one side of an equation as a calculation; what it doesn't know it refuses, and says what that is.
struct ExpressionParser {
    /// Where authors' habits differ: what is tried when the usual reading doesn't fit.
    struct Habits: Hashable {
        /// Factors side by side are joined before a division: 1/2x is 1/(2x).
        var joinsTightly = false
        /// `\ln a \cdot b` is the logarithm of the product.
        var functionsTakeProducts = false
        /// −a² is (−a)².
        var signsFirst = false
    }

    let tokens: [MathToken]
    let habits: Habits
    /// Whether a name has a value in the notes.
    let isKnown: (String) -> Bool
    var index = 0
    private var depth = 0
    /// The first mark that isn't read.
    private(set) var refused: String?

    /// How many marks have been taken for names that hold names.
    var nesting = 0

    static let deepest = 40
    /// No calculation that anybody prints has more marks.
    private static let longest = 1500

    init(_ tokens: [MathToken], habits: Habits = Habits(), isKnown: @escaping (String) -> Bool) {
        self.tokens = tokens.count <= Self.longest ? tokens : Array(tokens.prefix(Self.longest + 1))
        self.habits = habits
        self.isKnown = isKnown
    }

    mutating func whole() -> PrintedExpression? {
        guard tokens.count <= Self.longest else { return refuse() }
        guard let value = sum() else { return nil }
        if index < tokens.count { return refuse() }
        return value
    }

    var next: MathToken.Kind? { index < tokens.count ? tokens[index].kind : nil }
    func kind(at offset: Int) -> MathToken.Kind? { index + offset < tokens.count ? tokens[index + offset].kind : nil }

    mutating func take(_ kind: MathToken.Kind) -> Bool {
        guard next == kind else { return false }
        index += 1
        return true
    }

    mutating func refuse() -> PrintedExpression? {
        if refused == nil { refused = next?.spelling ?? "an end" }
        return nil
    }

    // MARK: - Sums and products

    mutating func sum() -> PrintedExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest, var value = product() else { return refuse() }
        while true {
            if take(.mark("+")) {
                guard let next = product() else { return nil }
                value = .binary(.plus, value, next)
            } else if take(.mark("-")) {
                guard let next = product() else { return nil }
                value = .binary(.minus, value, next)
            } else {
                return value
            }
        }
    }

    private mutating func operation() -> PrintedExpression.Operation? {
        switch next {
        case .mark("*"), .mark("·"), .mark("×"), .mark("⋅"), .command("cdot"), .command("times"), .command("ast"): .times
        case .mark("/"), .mark("÷"), .command("div"), .mark("∕"): .divided
        case .mark("⊙"), .mark("∘"), .command("odot"), .command("circ"): .entrywise
        default: nil
        }
    }

    mutating func product() -> PrintedExpression? {
        guard var value = factor() else { return nil }
        while true {
            if let operation = operation() {
                index += 1
                guard let next = factor() else { return nil }
                value = .binary(operation, value, next)
            } else if startsFactor {
                guard let next = power() else { return nil }
                value = .binary(.times, value, next)
            } else {
                return value
            }
        }
    }

    /// A factor with the factors right beside it, where the author's habit is to join these first.
    private mutating func factor() -> PrintedExpression? {
        guard var value = signed() else { return nil }
        while habits.joinsTightly, startsFactor {
            guard let next = power() else { return nil }
            value = .binary(.times, value, next)
        }
        return value
    }

    /// Whether what stands here, right behind a factor, is another one: never a number, which nobody multiplies like that.
    private var startsFactor: Bool {
        switch next {
        case .mark("("), .mark("["), .letters: true
        case .mark("{"): true
        case .begin: true
        case .command(let name): startsFactor(name)
        default: false
        }
    }

    private func startsFactor(_ name: String) -> Bool {
        Self.fractions.contains(name) || PrintedFunction(named: name) != nil || name == "pi" || name == "partial"
            || TeXNames.greek.contains(name) || TeXNames.accents.contains(name)
    }

    private mutating func signed() -> PrintedExpression? {
        var isNegative = false
        while true {
            if take(.mark("-")) {
                isNegative.toggle()
            } else if !take(.mark("+")) {
                break
            }
        }
        if isNegative, habits.signsFirst, let base = atom() {
            return exponents(of: .negated(base))
        }
        return power().map { isNegative ? .negated($0) : $0 }
    }

    // MARK: - Powers

    mutating func power() -> PrintedExpression? {
        guard let base = atom() else { return nil }
        return exponents(of: base)
    }

    private mutating func exponents(of base: PrintedExpression) -> PrintedExpression? {
        var value = base
        while true {
            if let raised = superscriptDigits() {
                value = .binary(.power, value, .constant(Double(raised)))
                continue
            }
            guard take(.mark("^")) else { break }
            if takeTransposition() {
                value = .transposed(value)
                continue
            }
            guard let exponent = script() else { return refuse() }
            value = .binary(.power, value, exponent)
        }
        // A prime, a factorial or an index behind a calculation means something that isn't read.
        if next == .mark("'") || next == .mark("!") || next == .mark("_") { return refuse() }
        return value
    }

    private mutating func superscriptDigits() -> Int? {
        let digits: [Character: Int] = ["²": 2, "³": 3, "⁴": 4]
        guard case .mark(let mark)? = next, let value = digits[mark] else { return nil }
        index += 1
        return value
    }

    private mutating func takeTransposition() -> Bool {
        let signs: [MathToken.Kind] = [.letters("T"), .command("top"), .command("intercal"), .mark("⊤")]
        if let next, signs.contains(next) {
            index += 1
            return true
        }
        guard next == .mark("{"), let inside = kind(at: 1), signs.contains(inside), kind(at: 2) == .mark("}") else {
            return false
        }
        index += 3
        return true
    }

    /// What is raised: a group, or one mark.
    private mutating func script() -> PrintedExpression? {
        if take(.mark("{")) {
            guard let value = sum(), take(.mark("}")) else { return refuse() }
            return value
        }
        if case .number(let number)? = next, number.text.utf8.count > 1 {
            // TeX raises the first digit alone; nobody means that. In running text 10^12 is what it looks like.
            return refuse()
        }
        return signed()
    }

    static let fractions: Set<String> = ["frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"]
}

extension MathToken.Kind {
    /// As the author wrote it, for a message.
    var spelling: String {
        switch self {
        case .number(let number): number.text
        case .command(let name): "\\" + name
        case .letters(let text), .words(let text): text
        case .mark(let mark): String(mark)
        case .begin(let name), .end(let name): "\\begin{\(name)}"
        case .newLine: "\\\\"
        case .stop, .rest: "…"
        }
    }
}
