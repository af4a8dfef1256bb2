/// A cell cut into its declarations and statements, by lines.
struct Pieces {
    struct Piece {
        var lines: Range<Int>
        var shape: TopLevel
    }

    let all: [Piece]

    /// What goes on with a declaration's first line.
    private static let continuations: Set<Substring> = ["where", "throws", "rethrows", "async", "else", "catch"]

    init(_ code: String) {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        var starts: [Int] = []
        var depth = 0
        var followsAttribute = false
        for (number, line) in BlankedCode(code).lines.enumerated() {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if depth == 0, let first = text.first, first.isLetter || first == "_" || first == "@" || first == "#" {
                let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
                if !followsAttribute, !Self.continuations.contains(words.first ?? "") { starts.append(number) }
                followsAttribute = words.count == 1 && first == "@"
            }
            for byte in text.utf8 {
                depth += Nesting.step(byte)
            }
        }
        let ends = starts.dropFirst() + [lines.count]
        all = zip(starts, ends).map { start, end in
            Piece(lines: start..<end, shape: TopLevel(lines[start..<end].joined(separator: "\n")))
        }
    }
}
