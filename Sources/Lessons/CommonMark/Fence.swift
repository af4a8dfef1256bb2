/// The fence around a code block, as it stands in the text.
struct Fence {
    /// Whether a closing fence was written. libcmark takes the end of the document for one.
    var isClosed: Bool

    /// `nil` for an indented code block.
    init?(of node: CommonMarkNode, lines: Lines, bytes: [UInt8]) {
        guard node.line >= 1, node.line <= lines.count else { return nil }
        let opening = lines[node.line - 1]
        let start = min(opening.start + max(0, node.column - 1), opening.end)
        let mark = start < opening.end ? bytes[start] : 0
        let width = bytes[start..<opening.end].prefix { $0 == mark }.count
        guard mark == ASCII.backtick || mark == ASCII.tilde, width >= 3 else { return nil }
        // An indented block whose text begins with a fence shows that fence as its own first line.
        if node.literal.utf8.starts(with: bytes[start..<opening.end]) { return nil }

        let closing = node.line + node.literal.utf8.count { $0 == ASCII.lineFeed }
        guard closing < lines.count else {
            isClosed = false
            return
        }
        let text = bytes[lines[closing].range].drop { $0 != mark }.trimmed
        isClosed = text.count >= width && text.allSatisfy { $0 == mark }
    }
}
