/// What a lesson wrote to standard error, cell by cell: between the lines by which the running lesson says which cell begins.
struct CellErrors {
    /// By the cell's index; a cell that wrote nothing has no entry.
    private(set) var byCell: [Int: String] = [:]
    /// All of it without those lines.
    private(set) var text = ""

    init(_ errors: String) {
        var cell = 0
        for (index, piece) in errors.split(separator: "\u{1E}", omittingEmptySubsequences: false).enumerated() {
            var words = piece
            if index > 0, let end = piece.firstIndex(of: "\n"), piece.hasPrefix("cell "),
                let next = Int(piece[..<end].dropFirst(5))
            {
                cell = next
                words = piece[piece.index(after: end)...]
            }
            guard !words.isEmpty else { continue }
            text += words
            byCell[cell, default: ""] += words
        }
    }
}
