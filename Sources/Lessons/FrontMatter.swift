import Exhibits

/// The YAML between `---` at the head of a lesson, with the course's defaults beneath it.
public struct FrontMatter: Hashable, Sendable {
    public enum Notation: String, Hashable, Sendable, CaseIterable { case sequential, indexed }

    public var title: String?
    public var description: String?
    public var author: String?
    public var lang = "en"
    public var notation = Notation.sequential
    /// Digits after the point wherever a number is shown without its own format.
    public var digits = 6
    /// At least so many claims must be found; fewer is an error.
    public var claims: Int?
    /// Defaults of this page for its cells (`execute:`).
    public var execute = CellOptions()

    public init() {}
}
