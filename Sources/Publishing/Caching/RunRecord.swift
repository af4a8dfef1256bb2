import Exhibits
import Lessons
import Storage

/// A lesson's run as it is kept: what came out, and where the cells stood when it did.
struct RunRecord: Codable, Sendable {
    /// What the run depended on, by name.
    @Listed var inputs: [String: Digest]
    var transcript: Transcript
    /// The first line of each cell then, by cell index.
    var cellLines: [Int: Int]
}

/// What other pages need to know of a lesson: for the index, the way to its neighbours and references across lessons.
public struct LessonEntry: Codable, Hashable, Sendable {
    public var name: String
    public var title: String
    public var description: String?
    /// As written in the front matter.
    public var date: String?
    /// What other pages can refer to.
    public var labels: [Label]
    /// As written in the front matter, where the lesson isn't in the course's language or translates another.
    public var language: String?
    /// The name of the lesson that it says in another language.
    public var translates: String?

    public init(
        name: String, title: String, description: String? = nil, date: String? = nil, labels: [Label] = []
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.date = date
        self.labels = labels
    }
}
