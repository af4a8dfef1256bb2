/// What a lesson wrote to standard error, cell by cell: between the marks by which the running lesson says that a cell begins.
struct CellErrors {
    /// By the cell's index; a cell that wrote nothing has no entry.
    private(set) var byCell: [Int: String] = [:]
    /// All of it without those marks.
    private(set) var text = ""

    /// - Parameter cells: Those that began, in order.
    init(_ errors: [UInt8], mark: [UInt8], cells: [Int]) {
        var pieces = MarkedText(mark: mark)
        pieces.take(errors)
        var cell = cells.first ?? 0
        var begun = cells[...]
        func words(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        while let piece = pieces.nextMarked() {
            add(words(piece), to: cell)
            cell = begun.popFirst() ?? cell
        }
        add(words(pieces.rest), to: cell)
    }

    private mutating func add(_ words: String, to cell: Int) {
        guard !words.isEmpty else { return }
        text += words
        byCell[cell, default: ""] += words
    }
}
