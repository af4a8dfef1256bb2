import Exhibits
import Lessons

/// A lesson with its claims, as the course's table of verified numbers lists them.
public struct VerifiedLesson: Codable, Hashable, Sendable {
    /// The page's file below the output folder.
    public var page: String
    public var title: String
    public var claims: [VerifiedNumber]
    /// How well its run was isolated; nil when that isn't known.
    public var isolation: IsolationLevel?

    public init(page: String, title: String, claims: [VerifiedNumber], isolation: IsolationLevel? = nil) {
        self.isolation = isolation
        self.page = page
        self.title = title
        self.claims = claims
    }

    /// How many of a lesson's numbers there are, and how many of each verdict.
    public struct Tally: Codable, Hashable, Sendable {
        public var counts: [String: Int] = [:]
        public var claims = 0
        public var holding = 0

        public init() {}
    }

    /// What the table shows of it, made once: a course's table is put together anew whenever a number of any lesson changes, and of
    /// two hundred lessons that took half a second.
    public struct Shown: Codable, Hashable, Sendable {
        var page: String
        var title: String
        var isolation: IsolationLevel?
        public var tally: Tally
        /// Its part of the page, as it is written.
        var table: String
    }

    /// - Parameter language: of the course, in which the page is.
    public func shown(in language: String) -> Shown {
        let words = VerificationWords(lang: language)
        let table = VerificationTable(
            numbers: claims, page: page, words: words, mark: DecimalMark(language: language),
            caption: words.title + PageLanguage(tag: language).colon + title)
        return Shown(page: page, title: title, isolation: isolation, tally: tally, table: PageWriter.text(table.nodes))
    }

    private var tally: Tally {
        var tally = Tally()
        tally.counts = Dictionary(grouping: claims, by: \.verdict).mapValues(\.count)
        tally.claims = claims.count
        tally.holding = claims.count { $0.holds }
        return tally
    }

    /// The same for programs: counts for each verdict, and every claim with the address of its place.
    public struct Form: Encodable {
        struct ClaimForm: Encodable {
            var expression: String?
            var written: String
            var computed: String?
            var verdict: String
            var holds: Bool
            var file: String
            var line, column: Int
            var link: String
        }
        var page, title: String
        var isolation: IsolationLevel?
        var counts: [String: Int]
        var claims: [ClaimForm]
    }

    public var form: Form {
        Form(
            page: page, title: title, isolation: isolation, counts: tally.counts,
            claims: claims.map { claim in
                .init(
                    expression: claim.entry?.words ?? claim.expression, written: claim.written, computed: claim.computed,
                    verdict: claim.verdict, holds: claim.holds, file: claim.place.file, line: claim.place.line,
                    column: claim.place.column, link: page + (claim.anchor.map { "#\($0)" } ?? ""))
            })
    }
}
