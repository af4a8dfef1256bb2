extension NumberFormat {
    /// A page's decimals, unless they would leave fewer than three digits of a number, or more than fifteen before the point.
    public static func automatic(for value: Double, digits: Int) -> NumberFormat {
        guard value != 0, value.isFinite else { return .decimals(digits) }
        let size = abs(value)
        var smallest = 1.0
        for _ in 0..<max(0, digits - 2) { smallest /= 10 }
        // 0.001 loses nothing in four decimals, though it has only one digit.
        let isWhole = Double(NumberFormat.decimals(digits).text(value)) == value
        if (size < smallest && !isWhole) || size >= 1e15 { return .scientific(max(2, min(digits, 9))) }
        return .decimals(digits)
    }
}
