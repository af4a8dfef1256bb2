/// The floating-point format in which the numbers of a text were computed.
///
/// Source: IEEE 754-2019, table 3.5; bfloat16 as in Intel's white paper 338302 (2018).
@_documentation(visibility: internal)
public enum Precision: String, Codable, Hashable, Sendable, CaseIterable {
    case double, single, half, bfloat16

    /// How many steps of the format a right number may be off: sums of some terms, taken in one order or another, differ by
    /// about so many.
    public static let steps = 4.0

    /// The distance between neighbouring numbers of the format at `value`.
    public func step(at value: Double) -> Double {
        guard value.isFinite else { return .infinity }
        let exponent = value == 0 ? leastExponent : max(Int(value.exponent), leastExponent)
        return Double(sign: .plus, exponent: exponent - fractionBits, significand: 1)
    }

    /// What a number of the format is called behind a number: `f32`, `float32`, `bf16`.
    public init?(suffix: String) {
        switch suffix {
        case "f64", "fp64", "float64": self = .double
        case "f32", "fp32", "float32": self = .single
        case "f16", "fp16", "float16": self = .half
        case "bf16", "bfloat16": self = .bfloat16
        default: return nil
        }
    }

    /// All that `init(suffix:)` knows, longer ones first.
    public static let suffixes = [
        "bfloat16", "float64", "float32", "float16", "fp64", "fp32", "fp16", "bf16", "f64", "f32", "f16",
    ]

    private var fractionBits: Int {
        switch self {
        case .double: 52
        case .single: 23
        case .half: 10
        case .bfloat16: 7
        }
    }

    private var leastExponent: Int {
        switch self {
        case .double: -1022
        case .single, .bfloat16: -126
        case .half: -14
        }
    }
}
