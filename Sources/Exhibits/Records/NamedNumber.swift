/// A number that a lesson computed, and the expression by which its text can claim it.
@_documentation(visibility: internal)
public struct NamedNumber: Codable, Hashable, Sendable {
    public var expression: String
    public var value: Double
    /// What it is to its network, where it is one of a network's named numbers.
    public var meaning: QuantityMeaning?

    public init(_ expression: String, _ value: Double, _ meaning: QuantityMeaning? = nil) {
        self.expression = expression
        self.value = value
        self.meaning = meaning
    }

    /// The constant of the lesson that the expression begins with: `pass` of `pass["out_o1"]`.
    public var constant: String { String(expression.prefix { $0 != "." && $0 != "[" }) }
}
