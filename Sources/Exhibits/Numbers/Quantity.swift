/// What an inline value or a claim's expression came to.
@_documentation(visibility: internal)
public enum Quantity: Codable, Hashable, Sendable {
    case number(Double)
    case integer(Int)
    case boolean(Bool)
    case text(String)
    case vector([Double])
    case matrix([[Double]])
    /// Lists that are no matrix: of three levels or more, or of unequal length.
    case nested(NumberTree)

    /// The value as a single number, if it is one.
    public var number: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }
}
