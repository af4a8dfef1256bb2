import Exhibits
import Reference

extension CourseBuild {
    /// The transcript, with what to write where the compiler only says that a name or an argument is wrong.
    ///
    /// - Parameter source: the lesson's text, whose lines its own findings name.
    func advised(_ transcript: Transcript, file: String, source: String) async -> Transcript {
        guard transcript.failures.contains(where: { CompilerAdvice.mayHelp($0.message) }),
            let reference = try? await ReferenceStore.load()
        else { return transcript }
        let advice = CompilerAdvice(reference)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var transcript = transcript
        for index in transcript.failures.indices {
            let failure = transcript.failures[index]
            let line =
                failure.place.file == file && lines.indices.contains(failure.place.line - 1)
                ? lines[failure.place.line - 1] : ""
            if let note = advice.note(for: failure.message, line: String(line), column: failure.place.column) {
                transcript.failures[index].notes.insert(note, at: 0)
            }
        }
        return transcript
    }
}
