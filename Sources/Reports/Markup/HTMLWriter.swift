/// HTML as it grows. Blocks begin on a line of their own; nothing else may add line breaks.
struct HTMLWriter {
    private(set) var html = ""

    mutating func write(_ text: String) { html += text }

    /// Ends the line in progress, if there is one.
    mutating func startLine() {
        if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
    }

    /// A tag or element that begins its own line.
    mutating func block(_ text: String) {
        startLine()
        html += text
    }

    /// A block that somebody else wrote: on lines of its own, whether it ends its last one or not.
    mutating func piece(_ text: String) {
        guard !text.isEmpty else { return }
        startLine()
        html += text
        startLine()
    }
}
