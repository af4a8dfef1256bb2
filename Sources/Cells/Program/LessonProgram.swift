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
    private var listsQuantities = false
    /// Whether every claim and inline value is compiled, also what could be followed without.
    private(set) var compilesAll = false
    private let placement: CellPlacement
    /// How its types and functions are kept to its own file, if they can be.
    private let declarations: PrivateDeclarations?

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
        for cell in lesson.cells where cell.options.eval {
            let lines = cell.code.utf8.count { $0 == 0x0A } + 1
            let end = Place(file: cell.place.file, line: cell.place.line + lines)
            for name in TopLevel(cell.code).lasting where found[String(name)] == nil { found[String(name)] = end }
        }
        return found
    }

    init(_ lesson: Lesson, skipping skipped: Set<Int>, claims: Set<Int> = []) {
        skippedClaims = claims
        file = lesson.file
        self.lesson = lesson
        self.skipped = skipped
        placement = CellPlacement(lesson.cells.filter { $0.options.eval && !skipped.contains($0.index) })
        declarations = PrivateDeclarations(placement.atFileScope)
    }

    /// The program in one file, which runs the lesson when it is started.
    public var text: String {
        file(withFunction: "lesson") + call(of: "lesson")
    }

    /// Whether it can stand in one module with other lessons: it declares nothing that they would see.
    var isSociable: Bool { declarations != nil && keepsToItself }

    /// Whether something in it waits. If not, it runs on the main thread, which has the largest stack.
    var isConcurrent: Bool {
        lesson.steps.contains { step in
            switch step {
            case .cell(let cell): cell.options.eval && cell.code.holds("await")
            case .slot(let slot): slot.expression.holds("await")
            }
        }
    }

    /// Where each cell begins, by its index.
    var places: [Int: Place] {
        Dictionary(lesson.cells.map { ($0.index, $0.place) }) { first, _ in first }
    }

    /// The files whose lines the program speaks of: the lesson and what it includes.
    var files: Set<String> {
        Set([file] + lesson.cells.map(\.place.file) + lesson.slots.map(\.expressionPlace.file))
    }

    /// The cell a line of the lesson lies in.
    func cell(at place: Place) -> Cell? {
        lesson.cells.first { cell in
            let count = cell.code.utf8.count { $0 == 0x0A } + 1
            return cell.place.file == place.file && (cell.place.line..<cell.place.line + count).contains(place.line)
        }
    }

    /// Everything but the call that starts it: what cells declare, and the lesson as a function of that name.
    func file(withFunction function: String) -> String {
        let remembers = (listsQuantities || !lesson.slots.isEmpty) && !lesson.cells.contains { $0.code.holds("~Copyable") }
        var followed = FollowedSlots(lesson)
        var questions: [Slot] = []
        var constants: [String] = []
        var writer = ProgramWriter()
        writer.line("import Lectern")
        for cell in placement.atFileScope {
            // The same alone as in company: whether a type is private to its file shows in how it is printed.
            writer.declarations(cell.code, at: cell.place, lines: declarations?.lines[cell.index] ?? [])
        }
        writer.generated("func \(function)() \(isConcurrent ? "async " : "")throws {")
        for step in lesson.steps {
            if case .slot(let slot) = step {
                if skippedClaims.contains(slot.number) { continue }
                if remembers, !compilesAll, followed.follows(slot) {
                    questions.append(slot)
                } else {
                    // In the order of the text: what was claimed before helps to explain what is claimed now.
                    writer.answer(&questions)
                    writer.expression(of: slot)
                }
                continue
            }
            writer.answer(&questions)
            guard case .cell(let cell) = step, cell.options.eval else { continue }
            writer.generated("LessonRun.begin(cell: \(cell.index))")
            if let cell = placement.body(of: cell), !skipped.contains(cell.index) {
                writer.source(cell.code, at: cell.place, before: marks(in: cell))
                // What is remembered answers plain claims and tells the cause of false ones.
                if remembers {
                    let names = TopLevel(cell.code)
                    writer.observe(names.observable.map(String.init))
                    writer.define(Definitions(cell.code).all)
                    followed.pass(names)
                    constants += names.lasting.map(String.init)
                }
            }
        }
        writer.answer(&questions)
        if listsQuantities, remembers {
            writer.generated("LessonRun.listQuantities(\(literal(constants.joined(separator: " "))))")
        }
        writer.generated("LessonRun.end()")
        writer.generated("}")
        return writer.text
    }

    /// Before statements that may throw, where they stand: an error that leaves the lesson says no place of its own.
    private func marks(in cell: Cell) -> [Int: String] {
        let place = cell.place
        let marks = Statements(cell.code).throwing.map { statement in
            let at = Place(
                file: place.file, line: place.line + statement.tryLine, column: place.column + statement.tryColumn)
            return (statement.line, "LessonRun.reach(\(literal("\(at)")))")
        }
        return Dictionary(marks) { first, _ in first }
    }

    /// The call that starts it.
    func call(of function: String) -> String {
        let arguments = lesson.frontMatter.style.arguments
        return isConcurrent
            ? "await LessonRun.runConcurrently(\(arguments)) { try await \(function)() }\n"
            : "LessonRun.run(\(arguments)) { try \(function)() }\n"
    }
}

/// A Swift string literal of any text, or `nil`.
func literal(_ text: String?) -> String {
    guard let text else { return "nil" }
    var escaped = "\""
    for scalar in text.unicodeScalars {
        let needsEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20 || scalar.value == 0x7F
        if needsEscape { escaped += "\\u{\(String(scalar.value, radix: 16))}" } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped + "\""
}
