import Lessons

/// What of a cell stands at one place of the program: some of its items, where they stand in the cell. All else is blank.
struct CellPart {
    /// What is put before something in the cell.
    struct Insertion {
        enum What {
            /// A line of Lectern's own.
            case line(String)
            /// `fileprivate`, which takes a line from where the declaration begins, for nothing may come between the two.
            case start
            case modifier
            /// The `let` or `var` of a constant or variable that shared one with others.
            case binding(String)
        }

        /// From 0, in bytes.
        var line: Int
        var column: Int
        var what: What
    }

    let cell: Cell
    private(set) var lines: [[UInt8]] = []
    private(set) var insertions: [Insertion] = []

    /// - Parameters:
    ///   - kept: The bytes of its items, in order.
    ///   - marks: Lines of Lectern's own, each with the byte before which it goes.
    ///   - modifiers: Where declarations begin, and where `fileprivate` goes in them.
    ///   - bindings: What gets a declaration of its own, and with which words.
    init(
        _ cell: Cell, keeping kept: [Range<Int>], marks: [Int: String] = [:], modifiers: [Range<Int>] = [],
        bindings: [FurtherBinding] = []
    ) {
        self.cell = cell
        var line: [UInt8] = []
        var isBlank = true
        var ranges = kept[...]
        let starts = Set(modifiers.map(\.lowerBound)), words = Set(modifiers.map(\.upperBound))
        let commas = Set(bindings.map(\.comma))
        let further = Dictionary(bindings.map { ($0.start, $0.word) }) { first, _ in first }
        func end() {
            lines.append(isBlank ? [] : line)
            (line, isBlank) = ([], true)
        }
        for (offset, byte) in cell.code.utf8.enumerated() {
            while let first = ranges.first, first.upperBound <= offset { ranges.removeFirst() }
            func insert(_ what: Insertion.What) {
                insertions.append(Insertion(line: lines.count, column: line.count, what: what))
            }
            if let code = marks[offset] { insert(.line(code)) }
            if starts.contains(offset) { insert(.start) }
            if words.contains(offset) { insert(.modifier) }
            if let word = further[offset] { insert(.binding(word)) }
            if byte == 0x0A {
                end()
                continue
            }
            let isKept = ranges.first?.contains(offset) == true && !commas.contains(offset)
            line.append(isKept || byte == 0x0D ? byte : 0x20)
            if isKept { isBlank = false }
        }
        end()
    }
}
