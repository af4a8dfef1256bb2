import Foundation

/// All real numbers from `low` to `high`: what a number rounded to its digits may have been.
///
/// Every operation answers an interval that holds all results of its operands' numbers; bounds are rounded outwards by a few steps
/// of double precision, as elementary functions of a C library are that near.
public struct Interval: Hashable, Sendable {
    public var low: Double
    public var high: Double

    public init(_ low: Double, _ high: Double) {
        self.low = low
        self.high = high
    }

    /// The real number that a decimal text denotes, of which `value` is the nearest double.
    public init(decimal value: Double) {
        let isWhole = value == value.rounded() && abs(value) < 0x1p53
        self = isWhole ? Interval(value, value) : Interval(value, value).widened(by: 1)
    }

    /// What a number rounded (or cut off) to its last digit may have been.
    public init(rounded number: WrittenNumber) {
        let reach = number.isFraction ? 0 : number.isContinued ? number.unit : number.unit / 2
        self = Interval(number.value - reach, number.value + reach).widened(by: 1)
    }

    public var middle: Double { low / 2 + high / 2 }
    public var isFinite: Bool { low.isFinite && high.isFinite && low <= high }
    public var isPoint: Bool { low == high }
    /// The largest size of its numbers.
    var magnitude: Double { max(abs(low), abs(high)) }

    func widened(by steps: Double) -> Interval { Interval(low - steps * low.ulp, high + steps * high.ulp) }

    private static func outward(_ low: Double, _ high: Double) -> Interval {
        // A sum or product of small whole numbers is exact.
        if low == high, low == low.rounded(), abs(low) < 0x1p53 { return Interval(low, high) }
        return Interval(low, high).widened(by: 1)
    }

    public static prefix func - (a: Interval) -> Interval { Interval(-a.high, -a.low) }
    public static func + (a: Interval, b: Interval) -> Interval { outward(a.low + b.low, a.high + b.high) }
    public static func - (a: Interval, b: Interval) -> Interval { a + -b }

    public static func * (a: Interval, b: Interval) -> Interval {
        let corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
        return outward(corners.min() ?? .nan, corners.max() ?? .nan)
    }

    /// nil where the divisor may be zero.
    public static func / (a: Interval, b: Interval) -> Interval? {
        guard b.low > 0 || b.high < 0 else { return nil }
        let corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]
        return outward(corners.min() ?? .nan, corners.max() ?? .nan)
    }

    /// a to the power of b; nil where it may not exist.
    public func power(_ exponent: Interval) -> Interval? {
        if exponent.isPoint, exponent.low == exponent.low.rounded(), abs(exponent.low) < 1000 {
            return power(Int(exponent.low))
        }
        guard low > 0 else { return nil }
        let corners = [pow(low, exponent.low), pow(low, exponent.high), pow(high, exponent.low), pow(high, exponent.high)]
        return Interval(corners.min() ?? .nan, corners.max() ?? .nan).widened(by: 2)
    }

    private func power(_ exponent: Int) -> Interval? {
        if exponent < 0 { return power(-exponent).flatMap { Interval(1, 1) / $0 } }
        let (a, b) = (pow(low, Double(exponent)), pow(high, Double(exponent)))
        if exponent % 2 == 1 || low >= 0 { return Self.outward(a, b) }
        return high <= 0 ? Self.outward(b, a) : Self.outward(0, max(a, b))
    }

    /// A function that never falls.
    func rising(_ function: (Double) -> Double) -> Interval { Interval(function(low), function(high)).widened(by: 4) }

    /// The numbers of both and all between them.
    public func joined(_ other: Interval) -> Interval { Interval(min(low, other.low), max(high, other.high)) }
}
