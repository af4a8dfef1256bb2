/// A length behind a command of a formula: `-1.2em`, `{3mu}`.
enum TeXLength {
    /// Whether a length parts two digits: half the width of a letter and more.
    static func isWide(_ rest: inout ArraySlice<FormulaToken>) -> Bool {
        var ahead = rest
        func take(_ belongs: (Character) -> Bool) -> String {
            var taken = ""
            while taken.count < 20, case .tex(let text)? = ahead.first, text.count == 1, let sign = text.first, belongs(sign) {
                taken.append(sign)
                ahead.removeFirst()
            }
            return taken
        }
        _ = take { $0 == "*" || $0 == "{" || $0.isWhitespace }
        let isNegative = take { $0 == "-" || $0 == "+" || $0.isWhitespace }.contains("-")
        let amount = Double("0" + take { $0.isNumber || $0 == "." })
        _ = take(\.isWhitespace)
        var letters = 0
        let unit = take { sign in
            letters += 1
            return letters <= 2 && sign.isLetter
        }
        guard let amount, let width = units[unit] else { return true }
        _ = take { $0 == "}" }
        rest = ahead
        return !isNegative && amount * width >= 0.5
    }

    /// The units of lengths, in the width of an em.
    private static let units: [String: Double] = [
        "em": 1, "ex": 0.43, "mu": 1.0 / 18, "pt": 0.1, "bp": 0.1, "px": 0.1, "sp": 0, "dd": 0.1, "nd": 0.1, "mm": 0.28,
        "cm": 2.8,
        "in": 7.2, "pc": 1.2, "cc": 1.3, "nc": 1.3,
    ]
}
