/// How far a long cell has come, for whoever waits for it.
@_documentation(visibility: internal)
public struct RunProgress: Codable, Hashable, Sendable {
    /// What is going on, such as `training`.
    public var label: String
    /// From 0 to 1.
    public var fraction: Double
    /// What else there is to say: `epoch 120 of 500, loss 0.0123`.
    public var detail: String

    public init(_ label: String, fraction: Double, detail: String = "") {
        self.label = label
        self.fraction = fraction
        self.detail = detail
    }
}
