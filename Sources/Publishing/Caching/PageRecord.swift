import Exhibits
import Lessons
import Reports
import Storage

/// What is known of a lesson's page after it was built: enough to tell, without reading the lesson, that nothing needs to be
/// done. A build in which one lesson changed reads one for each of the others, so what they rarely need is kept apart, in
/// `PageDetails`.
struct PageRecord: Codable, Sendable {
    /// What the page depends on, by name, the site around it included.
    @Listed var inputs: [String: Digest]
    /// The files that the lesson's text may mean, those that can't be read too, of the files that the course had then.
    var mentioned: [String]
    var tree: Digest
    /// Its claims are counted here and listed in the details.
    var result: CourseResult.LessonResult
    var entry: LessonEntry
    /// Files written for it, as paths below the output folder, with the digest of their content.
    @Listed var files: [String: Digest]
    /// What the table of verified numbers shows of it.
    var verification: Digest
    /// Which details belong to it: of another build's nothing is taken.
    var details: Digest
}

/// The rest of it, for a build that has to run the lesson, to list its claims, or to look after its links.
struct PageDetails: Codable, Sendable {
    /// What the page's run depends on, by name.
    @Listed var runInputs: [String: Digest]
    var claims: [CourseResult.ClaimLine]
    var unclaimed: [CourseResult.Unclaimed]
    /// What its pages point to and what in them can be pointed to.
    var links: [String: PageLinks]
}

/// Named digests as a record holds them: a name, its digest, the next name… A dictionary's own way of being kept goes through a
/// key of its own for every entry, and took a tenth of a build in which nothing changed.
@propertyWrapper
struct Listed: Codable, Hashable, Sendable {
    var wrappedValue: [String: Digest]

    init(wrappedValue: [String: Digest]) { self.wrappedValue = wrappedValue }

    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        wrappedValue = [:]
        while !list.isAtEnd {
            let name = try list.decode(String.self)
            wrappedValue[name] = Digest(text: try list.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for (name, digest) in wrappedValue.sorted(by: { $0.key < $1.key }) {
            try list.encode(name)
            try list.encode(digest.text)
        }
    }
}
