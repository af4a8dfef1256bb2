import Exhibits

/// The YAML between `---` at the head of a lesson, with the course's defaults beneath it.
public struct FrontMatter: Hashable, Sendable {
    public var title: String?
    public var description: String?
    public var author: String?
    public var lang = "en"
    /// Notation, digits and symbols.
    public var style = PageStyle()
    /// At least so many claims must be found; fewer is an error.
    public var claims: Int?
    /// Defaults of this page for its cells (`execute:`).
    public var execute = CellOptions()

    public init() {}
}
