import Claims

extension WrittenNumber {
    /// How many digits say something: those from the first one that isn't 0.
    var digitsThatSay: Int { text.utf8.filter(\.isDigit).drop { $0 == UInt8(ascii: "0") }.count }
}

extension Double {
    /// Whether it has four decimals at most: a number that somebody chose, not one that was computed.
    var isShortDecimal: Bool { abs(self) < 1e6 && (self * 1e4).rounded() / 1e4 == self }

    /// The same for what was computed from such numbers, with noise in its last digits.
    func isShortDecimal(within noise: Double) -> Bool { abs(self) < 1e6 && abs((self * 1e4).rounded() / 1e4 - self) <= noise }
}
