/// What stands between braces after a heading, a formula, a picture, a span or a division's colons:
/// `{#fig-losses .wide fig-alt="The loss falls"}`.
public struct Attributes: Hashable, Sendable {
    /// The name after `#`: what references point to.
    public var label: String?
    /// The names after dots, in order.
    public var classes: [String]
    public var values: [String: String]

    public init(label: String? = nil, classes: [String] = [], values: [String: String] = [:]) {
        self.label = label
        self.classes = classes
        self.values = values
    }

    public var isEmpty: Bool { label == nil && classes.isEmpty && values.isEmpty }
}
