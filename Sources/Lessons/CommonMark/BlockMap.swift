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

    /// What a line belongs to.
    enum LineKind {
        case text, html, cell, code
        /// Code because it stands four blanks to the right.
        case indentedCode
    }

    private(set) var leaves: [Leaf] = []
    private(set) var kinds: [LineKind]
    /// How many block quotes each line is inside of.
    private(set) var quotes: [Int]
    private var leafStarts: [Int: Int] = [:]
    private let lines: Lines
    private let bytes: [UInt8]

    init(_ tree: CommonMarkNode, lines: Lines, bytes: [UInt8]) {
        self.lines = lines
        self.bytes = bytes
        kinds = Array(repeating: .text, count: lines.count)
        quotes = Array(repeating: 0, count: lines.count)
        visit(tree, quotes: 0)
    }

    /// Whether a line is one of a code or HTML block.
    func isOpaque(_ number: Int) -> Bool { kinds[number] != .text }

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
            // libcmark's last line of such blocks is off by one at times; the text itself can be counted. A fence has two lines
            // more than its text, an indented block has none.
            let isFenced = !info.isEmpty || Fence(of: node, lines: lines, bytes: bytes) != nil
            var kind = isFenced ? LineKind.code : .indentedCode
            if case .cell = CellFence(info) { kind = .cell }
            mark(from: first, count: node.literal.utf8.count { $0 == ASCII.lineFeed } + (isFenced ? 2 : 0), as: kind)
        case .html: mark(from: first, count: node.literal.utf8.count { $0 == ASCII.lineFeed }, as: .html)
        case .quote:
            for number in max(0, first)..<max(0, first, min(node.lastLine, lines.count)) { quotes[number] += 1 }
            for child in node.children { visit(child, quotes: depth + 1) }
        default:
            for child in node.children { visit(child, quotes: depth) }
        }
    }

    private mutating func mark(from first: Int, count: Int, as kind: LineKind) {
        for number in max(0, first)..<max(0, first, min(first + count, lines.count)) { kinds[number] = kind }
    }
}
