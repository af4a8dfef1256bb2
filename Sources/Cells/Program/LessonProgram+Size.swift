import Exhibits
import Lessons

/// How much one lesson can be. The compiler's time grows with the square of the cells in a function, and a page with each claim.
extension LessonProgram {
    static let mostCells = 1000
    static let mostSlots = 10_000

    /// The first cell, claim or inline value too many, as a finding.
    var excess: Finding? {
        let cells = reading.cells
        if cells.count > Self.mostCells {
            return Finding(
                .error, code: "lesson-size", at: cells[Self.mostCells].cell.place,
                "a lesson has at most \(Self.mostCells) cells that run, and this one has \(cells.count); divide it, or put what "
                    + "belongs together into one cell")
        }
        let slots = reading.slots
        if slots.count > Self.mostSlots {
            return Finding(
                .error, code: "lesson-size", at: slots[Self.mostSlots].slot.expressionPlace,
                "a lesson has at most \(Self.mostSlots) claims and values in its text, and this one has \(slots.count); divide it"
            )
        }
        var columns = 0
        for slot in slots {
            columns += slot.slot.expressionPlace.column
            guard columns > Self.mostColumns else { continue }
            return Finding(
                .error, code: "lesson-size", at: slot.slot.expressionPlace,
                "there are too many claims, values and answers on lines as long as this one; break the lines")
        }
        return nil
    }

    /// In the program each expression stands in its own column, so lines of thousands of them would fill it with blanks.
    private static let mostColumns = 16_000_000
}
