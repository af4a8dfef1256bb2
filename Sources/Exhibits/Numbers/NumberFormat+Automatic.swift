extension NumberFormat {
    /// A page's decimals, unless they would leave too little of a number (fewer than three digits; on pages of two or three
    /// decimals one less than these) or give it more digits than a double has.
    ///
    /// However small a number is, it is never shown as 0: only 0 is, and where the terms of a sum are known, what their
    /// rounding left.
    public static func automatic(for value: Double, digits: Int) -> NumberFormat {
        isPlain(value, digits: digits) ? .decimals(digits) : .scientific(max(1, min(digits, 9)))
    }

    /// The format of all numbers of a column, so that it needn't mix notations: the page's decimals, up to three more where
    /// small numbers among them need these, otherwise powers of ten for all.
    public static func automatic(forColumn values: [Double], digits: Int) -> NumberFormat {
        let extended = (digits...digits + 3).first { decimals in
            values.allSatisfy { isPlain($0, digits: digits, written: decimals) }
        }
        return extended.map { .decimals($0) } ?? .scientific(max(1, min(digits, 9)))
    }

    /// Whether `decimals` leave as much of the number as a page of `digits` wants to show.
    private static func isPlain(_ value: Double, digits: Int, written decimals: Int? = nil) -> Bool {
        guard value != 0, value.isFinite else { return true }
        let decimals = decimals ?? digits
        guard value.magnitude < powerOfTen(max(9, 15 - digits)) else { return false }
        // 0.001 loses nothing in four decimals, though it has only one digit.
        if PrintedNumber(value, .decimals(decimals)).isExact(for: value) { return true }
        guard digits > 0 else { return value.magnitude >= 0.5 }
        return value.magnitude >= powerOfTen(max(1, min(3, digits - 1)) - 1 - decimals)
    }

    private static func powerOfTen(_ power: Int) -> Double { Double("1e\(power)") ?? .infinity }
}
