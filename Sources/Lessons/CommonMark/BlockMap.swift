/// What libcmark found in which lines: where running text stands and where nothing of Lectern's may be read.
struct BlockMap {
    /// A paragraph or heading.
    struct Leaf {
        /// Its lines, counted from 0.
        var lines: ClosedRange<Int>
        /// Where its first line begins, behind list markers and quote marks.
        var start: Int
        var quotes: Int
        var isHeading: Bool
    }

    private(set) var leaves: [Leaf] = []
    /// Lines of code and HTML blocks.
    private(set) var isOpaque: [Bool]
    /// How many block quotes each line is inside of.
    private(set) var quotes: [Int]
    private var leafStarts: [Int: Int] = [:]
    private let lines: Lines
    private let bytes: [UInt8]

    init(_ tree: CommonMarkNode, lines: Lines, bytes: [UInt8]) {
        self.lines = lines
        self.bytes = bytes
        isOpaque = Array(repeating: false, count: lines.count)
        quotes = Array(repeating: 0, count: lines.count)
        visit(tree, quotes: 0)
    }

    /// Where the text of a line begins, behind list markers, quote marks and indentation.
    func contentStart(ofLine number: Int) -> Int {
        leafStarts[number] ?? contentStart(ofLine: number, quotes: quotes[number])
    }

    /// The same for a line that continues text inside so many quotes: a lazy line may lack some of the marks.
    func contentStart(ofLine number: Int, quotes: Int) -> Int {
        let line = lines[number]
        var position = line.start
        var open = quotes
        while position < line.end {
            if bytes[position].isBlank {
                position += 1
            } else if bytes[position] == ASCII.greater, open > 0 {
                open -= 1
                position += 1
            } else {
                break
            }
        }
        return position
    }

    private mutating func visit(_ node: CommonMarkNode, quotes depth: Int) {
        let first = node.line - 1
        switch node.kind {
        case .paragraph, .heading:
            guard first >= 0, first < lines.count else { return }
            let last = max(first, min(node.lastLine, lines.count) - 1)
            let start = lines.offset(line: node.line, column: node.column)
            leafStarts[first] = start
            leaves.append(
                Leaf(lines: first...last, start: start, quotes: depth, isHeading: node.kind != .paragraph))
        case .code(let info):
            // libcmark's last line of such blocks is off by one at times; the text itself can be counted.
            mark(from: first, count: node.literal.utf8.count { $0 == ASCII.lineFeed } + (info.isEmpty ? 0 : 2))
            if info.isEmpty { markFence(after: node) }
        case .html: mark(from: first, count: node.literal.utf8.count { $0 == ASCII.lineFeed })
        case .quote:
            for number in max(0, first)..<max(0, first, min(node.lastLine, lines.count)) { quotes[number] += 1 }
            for child in node.children { visit(child, quotes: depth + 1) }
        default:
            for child in node.children { visit(child, quotes: depth) }
        }
    }

    /// A fence without info has two lines more than its text, an indented block has none.
    private mutating func markFence(after node: CommonMarkNode) {
        let fence = Fence(of: node, lines: lines, bytes: bytes)
        guard fence != nil else { return }
        mark(from: node.line - 1, count: node.literal.utf8.count { $0 == ASCII.lineFeed } + 2)
    }

    private mutating func mark(from first: Int, count: Int) {
        for number in max(0, first)..<max(0, first, min(first + count, lines.count)) { isOpaque[number] = true }
    }
}
