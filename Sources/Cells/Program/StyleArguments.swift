import Exhibits

extension PageStyle {
    /// What a program says of its page's style where it begins.
    var arguments: String {
        let mark = decimalMark == .point ? "" : ", decimalMark: \"\(decimalMark.rawValue)\""
        let words = language == .english ? "" : ", language: \"\(language.rawValue)\""
        return """
            notation: "\(notation.rawValue)", digits: \(digits), lossSymbol: \(literal(lossSymbol)), \
            rateSymbol: \(literal(rateSymbol))\(mark)\(words)
            """
    }
}
