/// What a number is called, whatever expression reaches it: by this an audit finds it under the names that notes give it.
@_documentation(visibility: internal)
public enum QuantityMeaning: Codable, Hashable, Sendable {
    case value(QuantityIdentity)
    /// ∂loss/∂quantity
    case gradient(QuantityIdentity)
    /// ∂quantity/∂by
    case partial(QuantityIdentity, by: QuantityIdentity)
}

/// A named quantity of a network and its place there.
@_documentation(visibility: internal)
public struct QuantityIdentity: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable {
        case input, target, weight, bias
        /// A weighted sum, before the activation.
        case sum
        /// What a level hands on, behind its activation.
        case output
        case loss
        /// What one output adds to the loss.
        case lossPart
    }

    /// Its names in code and in indices: `net_h1`, `z_1^(1)`.
    public var key: String
    public var indexedKey: String
    /// All that it is: without an activation a level's sum is its output. Empty for other named numbers.
    public var kinds: Set<Kind>
    /// Levels of units with weights into them, from 1; 0 for the inputs.
    public var level: Int?
    /// From 1; nil for a number that a whole level shares.
    public var unit: Int?
    /// For a weight: the unit of the level before that it comes from.
    public var from: Int?

    public init(
        key: String, indexedKey: String, kinds: Set<Kind> = [], level: Int? = nil, unit: Int? = nil, from: Int? = nil
    ) {
        self.key = key
        self.indexedKey = indexedKey
        self.kinds = kinds
        self.level = level
        self.unit = unit
        self.from = from
    }
}
