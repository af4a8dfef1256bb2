/// A node of libcmark's tree as a Swift value.
struct CommonMarkNode: Sendable {
    enum Kind: Sendable, Equatable {
        case document, quote, item, paragraph, thematicBreak
        case list(start: Int?, tight: Bool)
        case heading(level: Int)
        case code(info: String)
        case html
        case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong
        case link(destination: String, title: String)
        case image(destination: String, title: String)
        /// Nested deeper than any text means; its content is given up.
        case tooDeep
        /// Where a paragraph begins more pictures than are read; no part of the text.
        case tooManyPictures
    }

    var kind: Kind
    /// The text of leaves.
    var literal = ""
    /// Where it starts, counted from 1, columns in bytes. Exact for blocks; inlines have none worth trusting.
    var line = 0
    var column = 0
    /// The last line of a paragraph or heading.
    var lastLine = 0
    var children: [CommonMarkNode] = []
}
