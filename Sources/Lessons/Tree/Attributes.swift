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

    /// Whether a class is one by which pages show what was verified or computed, or hide what only listeners are told: no author's.
    public static func isReserved(_ name: String) -> Bool {
        name == "claim" || name.hasPrefix("claim-") || name.hasPrefix("verification") || reserved.contains(name)
    }

    private static let reserved = OfferedClass.names.union(["computed", "written", "visually-hidden"])

    public var isEmpty: Bool { label == nil && classes.isEmpty && values.isEmpty }
}
