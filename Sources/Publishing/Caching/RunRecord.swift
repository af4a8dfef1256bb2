import Exhibits
import Lessons

/// A lesson's run as it is kept: what came out, and where the cells stood when it did.
struct RunRecord: Codable, Sendable {
    /// What the run depended on, by name.
    var inputs: [String: Digest]
    var transcript: Transcript
    /// The first line of each cell then, by cell index.
    var cellLines: [Int: Int]
}

/// What is known of a lesson's page after it was built: enough to tell, without parsing, that nothing needs to be done.
struct PageRecord: Codable, Sendable {
    /// What the page depends on, by name, the site around it included.
    var inputs: [String: Digest]
    /// What its run depends on, by name.
    var runInputs: [String: Digest]
    var result: CourseResult.LessonResult
    var entry: LessonEntry
    /// Files written for it, as paths below the output folder, with the digest of their content.
    var files: [String: Digest]
    /// What its pages point to and what in them can be pointed to.
    var links: [String: PageLinks]
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
