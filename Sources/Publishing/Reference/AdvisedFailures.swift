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
        for index in transcript.failures.indices {
            let failure = transcript.failures[index], place = failure.place
            let line = place.file == lesson.file && lines.indices.contains(place.line - 1) ? lines[place.line - 1] : ""
            let note =
                CompilerAdvice.unknownName(in: failure.message).flatMap(shown.advice)
                ?? advice?.note(for: failure.message, line: String(line), column: place.column)
            if let note { transcript.failures[index].notes.insert(note, at: 0) }
        }
        return transcript
    }
}
