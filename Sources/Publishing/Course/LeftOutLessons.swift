import Exhibits
import Lessons
import Storage

/// What of a course nobody verifies, and what that means to whoever asks for verification.
///
/// A build says it as a warning. A verification that is all well while a lesson was taken out of it would say what isn't so: a file
/// that is no lesson by its name or its place is an error there, if it really holds cells or claims. What begins with `_` is left
/// out on purpose, and another course may be verified by itself.
public struct LeftOutLessons: Hashable, Sendable {
    /// Of files that are no lessons by a mistake.
    var mistaken: Set<Finding> = []
    /// Of files whose names, or whose folders' names, begin with `_`.
    var set: Set<Finding> = []
    /// Of courses in the course that hold cells or claims, by their folders.
    var courses: [String: Finding] = [:]

    /// Whether a text really holds cells or claims, and doesn't only show how they are written.
    static func hasClaims(_ text: String, file: String) -> Bool {
        let lesson = Lesson.parsed(source: text, file: file)
        return !lesson.slots.isEmpty || !lesson.cells.isEmpty
    }

    /// A finding as a verification takes it.
    ///
    /// - Parameter folders: Those of all courses that are verified with this one.
    func judged(_ finding: Finding, strictly: Bool, beside folders: Set<String>) -> Finding {
        let other = courses.first { $0.value == finding }?.key
        let isError =
            mistaken.contains(finding) || (strictly && set.contains(finding))
            || other.map { !folders.contains(Files.absolute($0)) } ?? false
        guard isError else { return finding }
        var finding = finding
        finding.severity = .error
        return finding
    }
}
