import Exhibits

/// A number as an author wrote it: its value, and the digits that say how exactly it is meant.
public struct WrittenNumber: Hashable, Sendable {
    /// How the power of ten is spelled, so that a repair can spell it the same way.
    public enum Exponent: Hashable, Sendable {
        case none
        /// `e-5` or `E-05`: the letter and the least number of digits.
        case letter(String, width: Int)
        /// What stands between mantissa and power (`×10`, ` \times 10`), and how the power is set: `⁻⁵`, `^{-5}`, `^-5`.
        case power(String, braced: Bool, raised: Bool)
    }

    /// As written, from the first character to the last.
    public var text: String
    /// The nearest double to the number meant: 0.984 for `98.4 %`.
    public var value: Double
    /// The power of ten of the last digit written: −4 for `0.3775`, −3 for `98.4 %`, −7 for `3.51e-5`.
    public var place: Int
    public var tolerance: Tolerance
    public var exponent: Exponent
    public var isPercent: Bool
    /// A quotient of two whole numbers, meant exactly.
    public var isFraction: Bool
    /// `0.66…`: the digits go on, and are cut off where the dots begin.
    public var isContinued = false
    /// The format the number was computed in, where it says so itself: `f32` behind it.
    public var precision: Precision?

    /// One unit of the last digit written.
    public var unit: Double { Self.powerOfTen(place) }

    /// Whether no digit but 0 was written.
    public var isZero: Bool { value == 0 }

    /// The largest distance at which the value still counts as the number written.
    public var allowance: Double { allowance(for: value, in: .double) }

    /// The same for a computed value: half a unit of the last digit, or the tolerance stated where that is wider, and for less
    /// than double precision a few steps of the format on top.
    ///
    /// - Parameter scale: the size of the numbers it was computed from, where that is known and larger.
    func allowance(for computed: Double, in format: Precision, scale: Double = 0) -> Double {
        let format = precision ?? format
        let digits = isFraction ? 1e-12 * abs(value) : isContinued ? 0 : unit / 2
        let step = format.step(at: max(abs(computed.isFinite ? computed : 0), abs(value), scale))
        let rounding = format == .double ? 0 : Precision.steps * step
        switch tolerance {
        case .digits: return digits + rounding
        // The digits of a zero say nothing; a tolerance then says all.
        case .absolute(let amount): return (isZero ? amount : max(digits, amount)) + rounding
        case .relative(let share): return max(digits, share * abs(value)) + rounding
        case .ulps(let count): return digits + max(rounding, Double(count) * step)
        }
    }

    /// Reads a number in any of the forms people write, or returns nil when the text isn't one number.
    ///
    /// `0.5`, `.5`, `−0.25` (ASCII or Unicode minus), `3.51e-5`, `3.51×10⁻⁵`, `3.51 \times 10^{-5}`, `98.4 %`, `1,024`, `1 024`,
    /// `2/3`, `\frac{2}{3}`, `≈ 0.3`, `∞`, `0.66…`, `0.6667(2)`; after it `± 0.01`, `± 1 %`, `± 1e-6 rel` or `± 4 ulp`, and `f32`.
    public init?(parsing text: String, mark: DecimalMark = .point) {
        var reader = NumberReader(text, mark: mark)
        guard let number = reader.readNumber(), reader.isAtEnd else { return nil }
        self = number
    }

    init(
        text: String, value: Double, place: Int, tolerance: Tolerance = .digits, exponent: Exponent = .none,
        isPercent: Bool = false, isFraction: Bool = false
    ) {
        self.text = text
        self.value = value
        self.place = place
        self.tolerance = tolerance
        self.exponent = exponent
        self.isPercent = isPercent
        self.isFraction = isFraction
    }

    /// 10ᵏ, correctly rounded: a product of tens would drift.
    static func powerOfTen(_ power: Int) -> Double { Double("1e\(power)") ?? .nan }
}
