import Lessons
import Storage

extension CourseDoor {
    /// The text of a file that a lesson names, as the parser asks for it: nil when there is none.
    func included(_ path: String) throws(UnreadableFile) -> String? {
        do throws(Refusal) {
            return try text(path)
        } catch {
            if error == .missing { return nil }
            throw UnreadableFile(error.reason)
        }
    }
}
