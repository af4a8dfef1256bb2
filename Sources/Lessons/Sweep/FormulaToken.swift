/// A sign or a command of a formula, or what was lifted out of it.
enum FormulaToken: Hashable {
    case tex(String)
    case claim(Claim)
    case value

    /// The tokens of a formula in their order.
    static func all(in formula: Mathematics) -> [FormulaToken] {
        formula.parts.flatMap { part -> [FormulaToken] in
            switch part {
            case .tex(let tex): all(in: tex)
            case .claim(let claim): [.claim(claim)]
            case .value: [.value]
            }
        }
    }

    static func all(in tex: String) -> [FormulaToken] {
        var reader = TeXReader(tex)
        var tokens: [FormulaToken] = []
        while let token = reader.token() { tokens.append(.tex(token)) }
        return tokens
    }

    var isBlank: Bool {
        if case .tex(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
    }
}

extension ArraySlice<FormulaToken> {
    /// Passes over what stands in brackets next, which isn't shown.
    mutating func passBracket() {
        let ahead = drop(while: \.isBlank)
        guard ahead.first == .tex("["), let end = ahead.firstIndex(of: .tex("]")) else { return }
        self = ahead[(end + 1)...]
    }

    /// The words in the braces that come next.
    mutating func takeWords() -> String {
        self = drop(while: \.isBlank)
        guard first == .tex("{") else { return "" }
        let inside = dropFirst().prefix { $0 != .tex("}") }
        self = dropFirst(inside.count + 2)
        return inside.map { if case .tex(let text) = $0 { text } else { "" } }.joined()
    }
}
