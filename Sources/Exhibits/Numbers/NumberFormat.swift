#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// With how many digits a number is shown. A number is never shown without one of these.
public enum NumberFormat: Codable, Hashable, Sendable {
    /// Exactly so many digits after the point, trailing zeros kept: 0.5113 → `0.511300000` for 9.
    case decimals(Int)
    /// So many significant digits, trailing zeros kept, in scientific form outside 10⁻⁴ ≤ |x| < 10^digits (as C's `%g`).
    case significant(Int)
    /// So many digits after the point of the mantissa: 3.51e-05 for 2.
    case scientific(Int)
    /// The fewest digits that read back as the same number.
    case shortest

    /// The number in plain text, correctly rounded from its binary value, with ASCII minus: `-0.25`, `3.51e-05`, `nan`, `inf`.
    public func text(_ value: Double) -> String {
        switch self {
        case .decimals(let digits): formatted(value, "%.\(max(0, digits))f")
        case .significant(let digits): formatted(value, "%#.\(max(1, digits))g")
        case .scientific(let digits): formatted(value, "%.\(max(0, digits))e")
        case .shortest: "\(value)".hasSuffix(".0") ? String("\(value)".dropLast(2)) : "\(value)"
        }
    }

    private func formatted(_ value: Double, _ format: String) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let text = withVaList([value]) { arguments in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
                vsnprintf(buffer.baseAddress, buffer.count, format, arguments)
                return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            }
        }
        // "%#.9g" keeps a bare trailing point when all digits are before it.
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
