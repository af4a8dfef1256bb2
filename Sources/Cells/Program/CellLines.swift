import Exhibits
import Lessons

/// The cells of a lesson by the lines they stand in, which are counted once.
struct CellLines {
    private let cells: [(cell: Cell, lines: Range<Int>)]

    init(_ lesson: Lesson) {
        cells = lesson.cells.map { cell in
            let first = cell.place.line
            return (cell, first..<first + cell.code.utf8.count { $0 == 0x0A } + 1)
        }
    }

    /// The cell that a line of the lesson lies in.
    func cell(at place: Place) -> Cell? {
        cells.first { $0.cell.place.file == place.file && $0.lines.contains(place.line) }?.cell
    }
}
