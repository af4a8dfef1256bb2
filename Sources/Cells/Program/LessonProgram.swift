import Exhibits
import Lessons

/// The one Swift program a lesson becomes: pure text. Places of the lesson are kept by `#sourceLocation`, so the compiler
/// and a crash speak of the lesson's lines.
public struct LessonProgram: Hashable, Sendable {
    public let file: String
    let lesson: Lesson
    /// Cells that failed, and whose options say that the lesson goes on without them.
    let skipped: Set<Int>
    /// Claims whose expressions failed: the others are judged without them.
    let skippedClaims: Set<Int>
    /// Whether it tells in the end what the lesson's constants hold.
    private(set) var listsQuantities = false
    /// Whether every claim and inline value is compiled, also what could be followed without.
    private(set) var compilesAll = false
    let reading: ReadLesson
    let placement: Placement
    /// How its types and functions are kept to its own file, if they can be.
    let hiding: Hiding?

    public init(_ lesson: Lesson) { self.init(lesson, skipping: []) }

    /// The same with every expression compiled.
    var compilingAll: LessonProgram {
        var program = self
        program.compilesAll = true
        return program
    }

    /// The same with a list of what its constants hold in the end.
    package var listingQuantities: LessonProgram {
        var program = self
        program.listsQuantities = true
        return program
    }

    /// The constants that the lesson's text may claim, each with the line below which it may.
    package static func constants(of lesson: Lesson) -> [String: Place] {
        var found: [String: Place] = [:]
        for cell in ReadLesson(lesson).cells {
            let lines = cell.cell.code.utf8.count { $0 == 0x0A } + 1
            let end = Place(file: cell.cell.place.file, line: cell.cell.place.line + lines)
            for value in cell.items.flatMap(\.values) where value.isConstant && found[value.name] == nil {
                found[value.name] = end
            }
        }
        return found
    }

    init(_ lesson: Lesson, skipping skipped: Set<Int>, claims: Set<Int> = []) {
        skippedClaims = claims
        file = lesson.file
        self.lesson = lesson
        self.skipped = skipped
        reading = ReadLesson(lesson)
        placement = Placement(
            reading.steps.filter { if case .cell(let cell) = $0 { !skipped.contains(cell.index) } else { true } })
        hiding = Hiding(reading.cells, placement)
    }

    /// The program in one file and the call that starts it.
    public var text: String { file(withFunction: "lesson") + call(of: "lesson") }

    /// Everything but the call that starts it: what cells declare, and the lesson as a function of that name.
    func file(withFunction function: String) -> String { text(.run, function: function) }

    /// The call that starts it.
    func call(of function: String) -> String { call(.run, of: function) }

    /// Whether something in it waits. If not, it runs on the main thread, which has the largest stack.
    var isConcurrent: Bool { reading.steps.contains { $0.facts.uses.waits } }

    /// Where each cell begins, by its index.
    var places: [Int: Place] {
        Dictionary(lesson.cells.map { ($0.index, $0.place) }) { first, _ in first }
    }

    /// The files whose lines the program speaks of: the lesson and what it includes.
    var files: Set<String> {
        Set([file] + lesson.cells.map(\.place.file) + lesson.slots.map(\.expressionPlace.file))
    }
}
