/// A number as it is printed: its sign, its digits and its power of ten. Every page, table and formula writes numbers from this.
///
/// Made once by a `NumberFormat`, then written as TeX, HTML or plain text; `value` is the number that a reader sees, which for
/// `0.33` is no longer one third.
@_documentation(visibility: internal)
public struct PrintedNumber: Hashable, Sendable {
    private enum Kind: Hashable, Sendable { case finite, infinite, undefined }

    private let kind: Kind
    /// Never of a zero: what is rounded to 0 has no sign.
    public let isNegative: Bool
    /// The digits before the point.
    let whole: String
    /// The digits after the point.
    let fraction: String
    /// How many digits stand behind the point.
    public var decimals: Int { fraction.count }
    /// The power of ten, in scientific form.
    public let exponent: Int?
    /// The number that is read: exactly what the digits say.
    public let value: Double

    /// The number with a format's digits.
    public init(_ value: Double, _ format: NumberFormat) {
        guard value.isFinite else {
            kind = value.isNaN ? .undefined : .infinite
            isNegative = value < 0
            (whole, fraction, exponent) = ("", "", nil)
            self.value = value
            return
        }
        kind = .finite
        let exact = DecimalDigits(value)
        let rounded: DecimalDigits
        switch format {
        case .decimals(let digits):
            let digits = min(digits, Self.mostDigits)
            rounded = exact.rounded(decimals: max(0, digits))
            (whole, fraction) = rounded.spelled(decimals: digits)
            exponent = nil
        case .scientific(let digits):
            let digits = min(digits, Self.mostDigits)
            rounded = exact.rounded(keeping: max(0, digits) + 1)
            (whole, fraction) = rounded.spelled(decimals: digits, shift: rounded.point - 1)
            exponent = rounded.isZero ? 0 : rounded.point - 1
        case .significant(let digits):
            let digits = min(max(1, digits), Self.mostDigits)
            rounded = exact.rounded(keeping: digits)
            let power = rounded.isZero ? 0 : rounded.point - 1
            let isScientific = power < -4 || power >= digits
            (whole, fraction) = rounded.spelled(
                decimals: isScientific ? digits - 1 : digits - 1 - power, shift: isScientific ? power : 0)
            exponent = isScientific ? power : nil
        case .shortest:
            rounded = exact
            let isScientific = !exact.isZero && !(-3...16).contains(exact.point)
            let shift = isScientific ? exact.point - 1 : 0
            (whole, fraction) = exact.spelled(
                decimals: max(0, exact.digits.count - exact.point + shift), shift: shift)
            exponent = isScientific ? shift : nil
        }
        isNegative = value < 0 && !rounded.isZero
        let size = Double("\(whole).\(fraction)0e\(exponent ?? 0)") ?? value.magnitude
        self.value = isNegative ? -size : size
    }

    /// More digits than this are never written: the smallest double has its last digit at the 1074th place.
    private static let mostDigits = 1100

    /// One unit of the last digit.
    public var unit: Double { Double("1e\((exponent ?? 0) - fraction.count)") ?? 0 }

    /// Whether the digits say all of the number they stand for.
    public func isExact(for value: Double) -> Bool { self.value == value }

    /// Whether somebody who arrives at `result` writes down these digits, rounding half a unit away from zero.
    public func isRounding(of result: Double) -> Bool {
        guard kind == .finite, result.isFinite else { return result == value || (result.isNaN && value.isNaN) }
        let (half, distance) = (unit / 2, abs(result - value))
        // A calculator shows a half as a half, though the arithmetic behind it leaves traces.
        let trace = 4 * max(result.magnitude, value.magnitude).ulp
        if abs(distance - half) <= trace { return value.magnitude > result.magnitude }
        return distance < half
    }
}

extension PrintedNumber {
    /// The digits with their point.
    var mantissa: String { fraction.isEmpty ? whole : "\(whole).\(fraction)" }

    /// How many characters its digits and its point take, without the power of ten.
    public var width: Int { mantissa.count }

    /// As source text and files have it: `-0.25`, `3.51e-05`, `nan`, `inf`.
    public var code: String {
        switch kind {
        case .undefined: return "nan"
        case .infinite: return isNegative ? "-inf" : "inf"
        case .finite:
            let sign = isNegative ? "-" : ""
            guard let exponent else { return sign + mantissa }
            let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(power)"
        }
    }

    /// `-0.25`, `3.51 \times 10^{-5}`, `10^{-8}`.
    public var tex: String {
        written(
            minus: "-", infinity: "\\infty", undefined: "\\text{nan}", times: " \\times ",
            mark: PageStyle.current.decimalMark.tex
        ) { "10^{\($0)}" }
    }

    /// `−0.25`, `3.51 × 10<sup>−5</sup>`.
    public var html: String {
        written(minus: "−", infinity: "∞", undefined: "nan", times: " × ", mark: PageStyle.current.decimalMark.text) {
            "10<sup>\($0 < 0 ? "−" : "")\($0.magnitude)</sup>"
        }
    }

    /// `−0.25`, `3.51 × 10⁻⁵`.
    public var text: String {
        written(minus: "−", infinity: "∞", undefined: "nan", times: " × ", mark: PageStyle.current.decimalMark.text) {
            "10" + ReadableNumber.superscript($0)
        }
    }

    private func written(
        minus: String, infinity: String, undefined: String, times: String, mark: String, power: (Int) -> String
    ) -> String {
        // The mark is the page's: the lesson's program and the renderer bind its style.
        let mantissa = fraction.isEmpty ? whole : whole + mark + fraction
        let sign = isNegative ? minus : ""
        switch kind {
        case .undefined: return undefined
        case .infinite: return sign + infinity
        case .finite:
            guard let exponent, value != 0 else { return sign + mantissa }
            return sign + (mantissa == "1" ? power(exponent) : mantissa + times + power(exponent))
        }
    }
}
