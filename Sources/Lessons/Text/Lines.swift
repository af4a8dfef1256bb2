/// The lines of a text as ranges of its bytes, without and with their ends.
struct Lines: Sendable {
    struct Line: Sendable {
        var start: Int
        /// Where its last character ends.
        var end: Int
        /// Where the next line starts.
        var next: Int
        var range: Range<Int> { start..<end }
    }

    private(set) var all: [Line] = []

    init(_ bytes: [UInt8]) {
        var start = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else { continue }
            let end = position - 1
            if byte == ASCII.carriageReturn, position < bytes.count, bytes[position] == ASCII.lineFeed { position += 1 }
            all.append(Line(start: start, end: end, next: position))
            start = position
        }
        if start < bytes.count { all.append(Line(start: start, end: bytes.count, next: bytes.count)) }
    }

    var count: Int { all.count }

    /// The line with this number, counted from 0.
    subscript(number: Int) -> Line { all[number] }

    /// The offset of libcmark's line and column, both counted from 1.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1, line <= all.count else { return all.last?.end ?? 0 }
        return min(all[line - 1].start + max(0, column - 1), all[line - 1].end)
    }
}
