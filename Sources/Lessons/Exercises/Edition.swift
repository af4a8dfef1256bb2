/// For whom a page is made.
public enum Edition: String, CaseIterable, Hashable, Sendable {
    /// For somebody who learns alone: everything is there, the answers are folded away.
    case selfStudy = "self-study"
    /// For students: no solution, no answer, no verdict in an exercise.
    case student
    /// The student's pages with answers and solutions in them.
    case solutions
    /// All of it, and what is meant for instructors alone.
    case instructor

    /// The editions that are handed out, each into a folder of its own.
    public static let printed: [Edition] = [.student, .instructor, .solutions]

    /// Whether solutions and answers are left out of everything.
    public var hidesSolutions: Bool { self == .student }
    /// Whether answers stand in their blanks.
    public var fillsBlanks: Bool { self == .solutions || self == .instructor }
    /// Whether `::: instructor` is shown.
    var showsNotes: Bool { self == .instructor }
}
