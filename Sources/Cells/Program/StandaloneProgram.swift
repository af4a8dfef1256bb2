import Lessons

/// A lesson as a Swift program that stands on its own: its cells in order, and its inline values and claims printed where they
/// stand in the text.
public struct StandaloneProgram: Sendable {
    private let program: LessonProgram

    public init(_ lesson: Lesson) { program = LessonProgram(lesson) }

    /// The Swift files by name: the lesson, and what starts it.
    ///
    /// They are two because constants at the outermost level of a main program are computed before everything else.
    public var files: [(name: String, text: String)] {
        let lesson = program.lesson
        let file = lesson.file.split(separator: "/").last.map(String.init) ?? lesson.file
        // A title and a name may have line feeds, behind which a comment is code.
        let words = [lesson.title, file].map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let head = "// \(words[0])\n//\n// Written by lectern from \(words[1]).\n"
        return [
            ("lesson.swift", head + program.text(.read, function: "lesson")),
            ("main.swift", "import Lectern\n\n" + program.call(.read, of: "lesson")),
        ]
    }
}
