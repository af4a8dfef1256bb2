/// The one way anything is said to an author: what was found where, and what to do about it.
@_documentation(visibility: internal)
public struct Finding: Codable, Hashable, Sendable {
    public enum Severity: String, Codable, Sendable, CaseIterable {
        case note, warning, error
    }

    /// Which exit code an error leads to: a claim that is false (1), or a lesson that failed (2).
    public enum Kind: String, Codable, Sendable {
        case claim, lesson
    }

    public var severity: Severity
    public var kind: Kind
    /// A short stable name in kebab case, such as `wrong-claim` or `unclosed-fence`.
    public var code: String
    public var place: Place
    /// How many bytes from `place` the excerpt underlines; 0 puts a caret only.
    public var length: Int
    /// What was found; what to do.
    public var message: String
    public var notes: [String]
    /// How the cell ended that this is said of; nil where it is said of anything else.
    public var end: CellEnd?

    public init(
        _ severity: Severity, _ kind: Kind = .lesson, code: String, at place: Place, length: Int = 0, _ message: String,
        notes: [String] = [], end: CellEnd? = nil
    ) {
        self.severity = severity
        self.kind = kind
        self.code = code
        self.place = place
        self.length = length
        self.message = message
        self.notes = notes
        self.end = end
    }
}
