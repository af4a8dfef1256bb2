import Exhibits

/// A part of a page. What stands in it is plain text and values; escaping is the business of `PageWriter` alone, so nothing can be
/// escaped twice or not at all.
public indirect enum PageNode: Sendable {
    case text(String)
    case element(Tag, [Attribute], [PageNode])
    /// Ends the line in progress, if there is one: blocks begin on lines of their own.
    case line
    /// A number in running text, in the style of its page.
    case number(PrintedNumber)
    case formula(Formula)
    case drawing(Drawing)
    /// HTML that somebody else wrote: the author, or a library that colours code.
    case markup(String)
}

extension PageNode {
    /// A formula as it is typeset.
    public struct Formula: Hashable, Sendable {
        /// With what its slots hold.
        public var tex: String
        public var isDisplay: Bool
        public var macros: [String: String]
        /// As browsers show it: HTML and MathML.
        public var html: String
        /// As books hold it; nil where nobody has asked for it.
        public var mathML: String?

        /// How many boxes it consists of, between which a line may end.
        var boxes: Int { html.ranges(of: "class=\"base\"").count }
    }

    /// A drawing as it is drawn.
    public struct Drawing: Hashable, Sendable {
        /// By which its identifiers begin.
        public var name: String
        public var svg: String
        public var width: Double
        public var height: Double
        public var figure: Figure
    }
}

/// Puts parts of a page one behind the other.
@resultBuilder public enum PageBuilder {
    static func nodes(@PageBuilder _ parts: () -> [PageNode]) -> [PageNode] { parts() }

    public static func buildExpression(_ node: PageNode) -> [PageNode] { [node] }
    public static func buildExpression(_ nodes: [PageNode]) -> [PageNode] { nodes }
    public static func buildExpression(_ text: String) -> [PageNode] { [.text(text)] }
    public static func buildBlock(_ parts: [PageNode]...) -> [PageNode] { parts.flatMap(\.self) }
    public static func buildOptional(_ part: [PageNode]?) -> [PageNode] { part ?? [] }
    public static func buildEither(first: [PageNode]) -> [PageNode] { first }
    public static func buildEither(second: [PageNode]) -> [PageNode] { second }
    public static func buildArray(_ parts: [[PageNode]]) -> [PageNode] { parts.flatMap(\.self) }
}

extension [PageNode] {
    /// The parts one behind the other with something between each two.
    init(_ parts: some Sequence<[PageNode]>, separator: String) { self = Array(parts.joined(separator: [.text(separator)])) }
}
