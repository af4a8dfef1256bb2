import Exhibits
import Lessons

/// A lesson as a Swift program that stands on its own: its cells in order, and its inline values and claims printed where they
/// stand in the text.
public struct StandaloneProgram: Sendable {
    private let lesson: Lesson
    private let program: LessonProgram

    public init(_ lesson: Lesson) {
        self.lesson = lesson
        program = LessonProgram(lesson)
    }

    /// The text of `main.swift`.
    public var text: String {
        let cells = lesson.cells.filter(\.options.eval)
        let placement = CellPlacement(cells)
        var text =
            "// \(lesson.title)\n//\n// Written by lectern from \(Self.name(lesson.file)).\nimport Lectern\n"
        for cell in placement.atFileScope { text += "\n" + source(cell) }
        text += "\nfunc lesson() \(program.isConcurrent ? "async " : "")throws {\n"
        var isFirst = true
        for step in lesson.steps {
            switch step {
            case .cell(let cell):
                guard cell.options.eval, let body = placement.body(of: cell) else { continue }
                if !isFirst { text += "\n" }
                text += source(body)
            case .slot(let slot): text += call(slot)
            }
            isFirst = false
        }
        text += "}\n\n"
        let arguments = lesson.frontMatter.style.arguments
        text +=
            program.isConcurrent
            ? "try await LessonRun.printingConcurrently(\(arguments)) { try await lesson() }\n"
            : "try LessonRun.printing(\(arguments)) { try lesson() }\n"
        return text
    }

    /// As it stands in the lesson: moving it to the right would change strings of several lines.
    private func source(_ cell: Cell) -> String {
        let lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false)
        let empty = lines.prefix { $0.allSatisfy(\.isWhitespace) }.count
        var code = lines.dropFirst(empty)
        while code.last?.allSatisfy(\.isWhitespace) == true { code.removeLast() }
        let place = "// \(Self.name(cell.place.file)), line \(cell.place.line + empty)\n"
        return place + code.joined(separator: "\n") + "\n"
    }

    private func call(_ slot: Slot) -> String {
        var written = ""
        if case .claim(let claim) = slot { written = ", written: \(literal(claim.written))" }
        let expression = slot.expression
        let waits = (expression.holds("try") ? "try " : "") + (expression.holds("await") ? "await " : "")
        return "\(waits)LessonRun.tell(\(literal(expression)), \(expression)\(written))\n"
    }

    private static func name(_ file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }
}
