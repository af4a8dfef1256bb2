/// A number that a lesson computed, and the expression by which its text can claim it.
@_documentation(visibility: internal)
public struct NamedNumber: Codable, Hashable, Sendable {
    public var expression: String
    public var value: Double

    public init(_ expression: String, _ value: Double) {
        self.expression = expression
        self.value = value
    }
}
