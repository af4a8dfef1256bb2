/// A length behind a command of a formula: `-1.2em`, `{3mu}`.
enum TeXLength {
    /// Half the width of a letter and more; less than that, or back; nothing that could be read.
    case wide, narrow, unread

    /// Takes the length that comes next.
    init(_ rest: inout ArraySlice<FormulaToken>) {
        self = Self.ems(&rest).map { $0 >= 0.5 ? .wide : .narrow } ?? .unread
    }

    /// Takes the length that comes next, in the width of an em; nil where it isn't written as everybody writes one.
    static func ems(_ rest: inout ArraySlice<FormulaToken>) -> Double? {
        var ahead = rest
        func take(_ most: Int = 1, _ belongs: (Character) -> Bool) -> String {
            var taken = ""
            while taken.count < most, case .tex(let text)? = ahead.first, text.count == 1, let sign = text.first, belongs(sign)
            {
                taken.append(sign)
                ahead.removeFirst()
            }
            return taken
        }
        _ = take { $0 == "*" }
        _ = take(9, \.isWhitespace)
        let isBraced = !take { $0 == "{" }.isEmpty
        _ = take(9, \.isWhitespace)
        let isNegative = take { $0 == "-" || $0 == "+" } == "-"
        _ = take(9, \.isWhitespace)
        let amount = Double("0" + take(20) { "0123456789.".contains($0) })
        _ = take(9, \.isWhitespace)
        let width = units[take(2, \.isLetter)]
        if isBraced { _ = take(9, \.isWhitespace) }
        guard let amount, let width, !isBraced || !take(1, { $0 == "}" }).isEmpty else { return nil }
        rest = ahead
        return isNegative ? -amount * width : amount * width
    }

    /// The units of lengths, in the width of an em.
    private static let units: [String: Double] = [
        "em": 1, "ex": 0.43, "mu": 1.0 / 18, "pt": 0.1, "bp": 0.1, "px": 0.1, "sp": 0, "dd": 0.1, "nd": 0.1, "mm": 0.28,
        "cm": 2.8,
        "in": 7.2, "pc": 1.2, "cc": 1.3, "nc": 1.3,
    ]
}
