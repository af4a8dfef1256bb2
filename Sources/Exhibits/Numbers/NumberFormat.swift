/// With how many digits a number is shown. A number is never shown without one of these.
@_documentation(visibility: internal)
public enum NumberFormat: Codable, Hashable, Sendable {
    /// Exactly so many digits after the point, trailing zeros kept: 0.5113 → `0.511300000` for 9.
    case decimals(Int)
    /// So many significant digits, trailing zeros kept, in scientific form outside 10⁻⁴ ≤ |x| < 10^digits (as C's `%g`).
    case significant(Int)
    /// So many digits after the point of the mantissa: 3.51e-05 for 2.
    case scientific(Int)
    /// The fewest digits that read back as the same number.
    case shortest

    /// The number as source text and files have it, with ASCII minus: `-0.25`, `3.51e-05`, `nan`, `inf`.
    public func text(_ value: Double) -> String {
        // Swift's own spelling has the same digits in the same form but for whole numbers: a file with ten thousand losses
        // needn't take each of them apart.
        if case .shortest = self, value.isFinite, value != value.rounded(.towardZero) { return value.description }
        return PrintedNumber(value, self).code
    }
}
