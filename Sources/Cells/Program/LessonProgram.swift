import Exhibits
import Lessons

/// The one Swift program a lesson becomes: pure text. Places of the lesson are kept by `#sourceLocation`, so the compiler
/// and a crash speak of the lesson's lines.
public struct LessonProgram: Hashable, Sendable {
    public let file: String
    public let text: String
    /// Where each cell begins, by its index.
    public let places: [Int: Place]

    public init(_ lesson: Lesson) {
        file = lesson.file
        places = Dictionary(uniqueKeysWithValues: lesson.cells.map { ($0.index, $0.place) })
        var writer = ProgramWriter()
        writer.line("import Lectern")
        let placed = CellPlacement(lesson.cells.filter(\.options.eval))
        for cell in placed.atFileScope { writer.source(cell.code, at: cell.place) }
        writer.generated("func lesson() async throws {")
        for step in lesson.steps {
            switch step {
            case .cell(let cell) where cell.options.eval:
                writer.generated("LessonRun.begin(cell: \(cell.index))")
                if !placed.isAtFileScope(cell) { writer.source(cell.code, at: cell.place) }
            case .cell: break
            case .slot(let slot): writer.expression(of: slot)
            }
        }
        writer.generated("}")
        let style = lesson.frontMatter.style
        writer.generated(
            """
            await LessonRun.run(notation: "\(style.notation.rawValue)", digits: \(style.digits), \
            lossSymbol: \(literal(style.lossSymbol)), rateSymbol: \(literal(style.rateSymbol))) { try await lesson() }
            """)
        text = writer.text
    }
}

/// A Swift string literal of any text, or `nil`.
func literal(_ text: String?) -> String {
    text.map { "\"\($0.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())\"" } ?? "nil"
}
