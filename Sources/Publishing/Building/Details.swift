import Exhibits
import Storage

/// The details of a lesson's page are asked for and are not there any more.
struct DetailsLost: Error {}

extension CourseBuild {
    /// What is kept of a lesson's page besides its record; nil when nothing is kept of it at all.
    func details(of item: Item) throws -> PageDetails? {
        guard let earlier = item.earlier else { return nil }
        guard let details = earlier.details ?? details(of: item.entry.name, earlier.record) else { throw DetailsLost() }
        return details
    }

    /// The details that belong to a record; nil when they are gone, or another build's.
    func details(of name: String, _ record: PageRecord) -> PageDetails? {
        guard let bytes = store.bytes(at: detailsName(of: name)), Digest(of: bytes) == record.details else { return nil }
        return try? Packed.value(PageDetails.self, from: bytes)
    }

    /// Keeps what is known of a page. The details come first: a record without them would be worth nothing.
    func keep(_ details: PageDetails, of name: String, with record: (Digest) -> PageRecord) {
        guard store.isKept, let bytes = try? Packed.bytes(of: details) else { return }
        store.keep(bytes: bytes, at: detailsName(of: name))
        store.keep(record(Digest(of: bytes)), at: recordName(of: name))
    }
}

extension CourseResult.LessonResult {
    /// The same with its claims only counted.
    var counted: Self {
        var result = self
        result.unlisted = tally
        result.claims = []
        result.unclaimed = []
        return result
    }

    /// Its claims, listed.
    mutating func list(_ details: PageDetails) {
        claims = details.claims
        unclaimed = details.unclaimed
        unlisted = nil
    }
}
