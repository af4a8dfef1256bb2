import Exhibits
import Lessons

/// The one Swift program a lesson becomes: pure text. Places of the lesson are kept by `#sourceLocation`, so the compiler
/// and a crash speak of the lesson's lines.
public struct LessonProgram: Hashable, Sendable {
    public let file: String
    /// Where each cell begins, by its index.
    public let places: [Int: Place]
    /// Cells that only declare, outside the function.
    private let declarations: String
    /// Everything else, between the braces of the function.
    private let body: String
    /// How the page writes its mathematics, as arguments of `LessonRun.run`.
    private let style: String

    public init(_ lesson: Lesson) {
        file = lesson.file
        places = Dictionary(uniqueKeysWithValues: lesson.cells.map { ($0.index, $0.place) })
        let placed = CellPlacement(lesson.cells.filter(\.options.eval))
        var outside = ProgramWriter()
        for cell in placed.atFileScope { outside.source(cell.code, at: cell.place) }
        outside.end()
        declarations = outside.text
        var inside = ProgramWriter()
        for step in lesson.steps {
            switch step {
            case .cell(let cell) where cell.options.eval:
                inside.generated("LessonRun.begin(cell: \(cell.index))")
                if !placed.isAtFileScope(cell) { inside.source(cell.code, at: cell.place) }
            case .cell: break
            case .slot(let slot): inside.expression(of: slot)
            }
        }
        inside.end()
        body = inside.text
        let page = lesson.frontMatter.style
        style = """
            notation: "\(page.notation.rawValue)", digits: \(page.digits), \
            lossSymbol: \(literal(page.lossSymbol)), rateSymbol: \(literal(page.rateSymbol))
            """
    }

    /// The whole program of the lesson alone.
    public var text: String { "import Lectern\n" + declarations + function(named: "lesson") + call(of: "lesson") }

    /// Whether it can be compiled in one module with other lessons: what it declares outside its function would be theirs too.
    var isSociable: Bool { declarations.isEmpty }

    /// The lesson as one function of a module.
    func file(withFunction name: String) -> String { "import Lectern\n" + function(named: name) }

    /// The statement that runs the lesson.
    func call(of name: String) -> String { "await LessonRun.run(\(style)) { try await \(name)() }\n" }

    private func function(named name: String) -> String { "func \(name)() async throws {\n\(body)}\n" }
}

/// A Swift string literal of any text, or `nil`.
func literal(_ text: String?) -> String {
    text.map { "\"\($0.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())\"" } ?? "nil"
}
