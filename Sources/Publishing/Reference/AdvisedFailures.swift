import Cells
import Exhibits
import Lessons
import Reference

extension CourseBuild {
    /// The transcript, with what to write where the compiler only says that a name or an argument is wrong.
    func advised(_ transcript: Transcript, of lesson: Lesson) async -> Transcript {
        guard transcript.failures.contains(where: { CompilerAdvice.mayHelp($0.message) }) else { return transcript }
        let shown = ShownDeclarations(lesson)
        let advice = (try? await ReferenceStore.load()).map { CompilerAdvice($0) }
        let lines = lesson.source.split(separator: "\n", omittingEmptySubsequences: false)
        var transcript = transcript
        // Behind one mistake the compiler doesn't know what is wanted, and complains of names that are right.
        if !transcript.failures.allSatisfy({ CompilerAdvice.mayFollow($0.message) }) {
            transcript.failures.removeAll { CompilerAdvice.mayFollow($0.message) }
        }
        // Where nothing fits, the compiler takes the initialiser for files, which nobody meant, and complains of its arguments.
        if !lesson.source.contains("stored:") {
            transcript.failures.removeAll { CompilerAdvice.speaksOfFiles($0.message) && !$0.message.contains("labels") }
        }
        for index in transcript.failures.indices {
            let failure = transcript.failures[index], place = failure.place
            let code = place.file == lesson.file ? Self.code(in: lines, upTo: place.line - 1) : ""
            let note =
                CompilerAdvice.unknownName(in: failure.message).flatMap(shown.advice)
                ?? advice?.note(for: failure.message, code: code, column: place.column)
            if let note { transcript.failures[index].notes.insert(note, at: 0) }
        }
        return transcript
    }

    /// A line of a lesson, behind the lines of its cell that stand before it: a call may have begun in one of them.
    private static func code(in lines: [Substring], upTo row: Int) -> String {
        guard lines.indices.contains(row) else { return "" }
        let fences = lines[..<row].indices.filter { lines[$0].drop { $0 == " " }.hasPrefix("```") }
        guard let last = fences.last, !fences.count.isMultiple(of: 2) else { return String(lines[row]) }
        return lines[(last + 1)...row].joined(separator: "\n")
    }
}
