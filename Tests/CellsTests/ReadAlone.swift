import Exhibits
import Lessons

@testable import Cells

// A cell, an expression, a text read by itself, with all the time there is.

extension ReadCell {
    init(_ cell: Cell) {
        var time = ParsingTime()
        self.init(cell, within: &time)
    }
}

extension ReadSlot {
    init(_ slot: Slot) {
        var time = ParsingTime()
        self.init(slot, within: &time)
    }

    init(parsing slot: Slot) {
        var time = ParsingTime()
        self.init(parsing: slot, within: &time)
    }
}

extension SwiftText {
    init?(_ code: String, at place: Place) {
        var time = ParsingTime()
        self.init(code, at: place, within: &time)
    }
}
