import Exhibits
import Lessons

/// Writes the program line by line and says before each piece whose line it is.
struct ProgramWriter {
    private(set) var text = ""
    /// Whether lines are counted as the lesson's just now; the compiler refuses to end what was never begun.
    private var isLocated = false

    mutating func line(_ line: String) {
        text += line
        text += "\n"
    }

    /// A line of Lectern's own, which belongs to no place in the lesson.
    mutating func generated(_ code: String) {
        end()
        line(code)
    }

    /// What follows is no longer the lesson's.
    mutating func end() {
        if isLocated { line("#sourceLocation()") }
        isLocated = false
    }

    /// Hands the constants and variables of the cell before to whoever answers plain claims and looks for causes of false ones.
    mutating func observe(_ names: [String]) {
        // As many at once as the library takes.
        for start in stride(from: 0, to: names.count, by: 5) {
            let some = names[start..<min(start + 5, names.count)]
            generated("LessonRun.observe(\(literal(some.joined(separator: " "))), \(some.joined(separator: ", ")))")
        }
    }

    /// Hands over the formulas of the cell before, as text, to whoever looks for causes of false claims.
    mutating func define(_ formulas: [String]) {
        guard !formulas.isEmpty else { return }
        generated("LessonRun.define(\(literal(formulas.joined(separator: "\u{1E}"))))")
    }

    /// Hands over claims and inline values that needn't be compiled.
    mutating func answer(_ questions: inout [Slot]) {
        guard !questions.isEmpty else { return }
        generated("LessonRun.answer(\(literal(Questions(slots: questions).text)))")
        questions = []
    }

    /// The author's text, with the author's lines.
    ///
    /// - Parameter before: What goes before some of its lines, which count from 0.
    mutating func source(_ code: String, at place: Place, before: [Int: String] = [:]) {
        // A cell inside a list is indented; its columns are counted from where the lesson's line begins.
        let margin = String(repeating: " ", count: max(0, place.column - 1))
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, text) in lines.enumerated() {
            let inserted = before[number]
            if let inserted { generated(inserted) }
            if number == 0 || inserted != nil { locate(place.file, line: place.line + number) }
            line(text.isEmpty || margin.isEmpty ? String(text) : margin + text)
        }
    }

    /// What a cell declares at file scope, each declaration kept to its file.
    mutating func declarations(_ code: String, at place: Place, lines: [Int]) {
        // The modifier and the declaration are one thing: no line of Lectern's own may come between them.
        let margin = String(repeating: " ", count: max(0, place.column - 1))
        for (number, text) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if lines.contains(number) {
                locate(place.file, line: max(1, place.line + number - 1))
                line("fileprivate")
            } else if number == 0 {
                locate(place.file, line: place.line)
            }
            line(text.isEmpty || margin.isEmpty ? String(text) : margin + text)
        }
    }

    /// An inline value or claim: its expression stands in its own column, so an error names line and column.
    mutating func expression(of slot: Slot) {
        let place = slot.expressionPlace
        // A scope of its own: with a thousand constants in one scope the compiler takes twice as long.
        generated("do {")
        if slot.expression.holds("try") { generated("LessonRun.reach(\(literal("\(place)")))") }
        // What is missing from an unfinished expression is then missed on its own line.
        let code =
            String(repeating: " ", count: max(0, place.column - 1)) + slot.expression
            + (slot.expression.holds("//") ? "" : " ;")
        if place.line > 1 {
            locate(place.file, line: place.line - 1)
            line("let _v: Any =")
            line(code)
        } else {
            // No line comes before the first, and between an equals sign and its value no place can be given: a branch takes one.
            line("let _v: Any = if true {")
            locate(place.file, line: place.line)
            line(code)
            generated("} else { () }")
        }
        var written = ""
        if case .claim(let claim) = slot {
            written = ", written: \(literal(claim.written)), of: \(literal(slot.expression))"
        }
        generated("LessonRun.outcome(\(slot.number), _v\(written)) }")
    }

    private mutating func locate(_ file: String, line number: Int) {
        line("#sourceLocation(file: \(literal(file)), line: \(number))")
        isLocated = true
    }
}
