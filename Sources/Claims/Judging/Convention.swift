import Exhibits

/// What a page says of all its numbers.
public struct Convention: Hashable, Sendable {
    /// BCP 47; it decides how numbers are spelled. Code always uses a point.
    public var language: String
    /// The format they were computed in.
    public var precision: Precision
    /// Whether digits are cut off everywhere instead of rounded.
    public var cutsDigits: Bool

    public init(language: String = "en", precision: Precision = .double, cutsDigits: Bool = false) {
        self.language = language
        self.precision = precision
        self.cutsDigits = cutsDigits
    }
}
