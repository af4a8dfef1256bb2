import Exhibits
import Lessons

/// All verified numbers of a course on one page, and the same for programs.
public struct VerificationPage: Sendable {
    /// A lesson with its claims.
    public struct Lesson: Codable, Hashable, Sendable {
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
    }

    /// Where the page stands below the output folder.
    public static let file = "verification.html"

    let lessons: [Lesson]

    /// - Parameter lessons: those of the course in order; one without claims is passed over.
    public init(_ lessons: [Lesson]) { self.lessons = lessons.filter { !$0.claims.isEmpty } }

    public var isEmpty: Bool { lessons.isEmpty }

    public func html(in course: CoursePlace) throws -> String {
        let words = VerificationWords(lang: course.language)
        let language = PageLanguage(tag: course.language)
        var frame = PageFrame(course: course, lang: course.language, title: words.title, file: Self.file)
        frame.body = summary(words, language)
        for (index, lesson) in lessons.enumerated() {
            let table = VerificationTable(
                numbers: lesson.claims, page: lesson.page, words: words, mark: DecimalMark(language: course.language),
                caption: words.title + language.colon + lesson.title)
            frame.body += Tag.section.block(.id("lesson-\(index + 1)")) {
                Tag.h2.line { Tag.a(.href(SitePath.encoded(lesson.page))) { lesson.title } }
                table.nodes
            }
        }
        return try frame.html()
    }

    /// How many numbers of each verdict every lesson has; a verdict that doesn't occur has no column.
    private func summary(_ words: VerificationWords, _ language: PageLanguage) -> [PageNode] {
        let all = lessons.flatMap(\.claims)
        let verdicts = Self.verdicts.filter { verdict in all.contains { $0.verdict == verdict } }
        func counts(_ claims: [VerifiedNumber]) -> [PageNode] {
            let counts = verdicts.map { verdict in claims.count { $0.verdict == verdict } } + [claims.count]
            return counts.map { count in Tag.td { "\(count)" } }
        }
        func row(_ head: PageNode, _ claims: [VerifiedNumber]) -> PageNode {
            Tag.tr {
                Tag.th(.text(.scope, "row")) { head }
                counts(claims)
            }
        }
        let table = Tag.div.block(.class("table-box")) {
            Tag.table.block(.class("verification-counts")) {
                Tag.thead.line {
                    Tag.tr {
                        let names = verdicts.map { words.name(of: $0) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
                        for head in [words.lesson] + names + [words.sum] {
                            Tag.th(.text(.scope, "col")) { head }
                        }
                    }
                }
                Tag.tbody.block {
                    for (index, lesson) in lessons.enumerated() {
                        row(Tag.a(.place("lesson-\(index + 1)")) { lesson.title }, lesson.claims)
                        "\n"
                    }
                }
                Tag.tfoot.line { row(.text(words.course), all) }
            }
        }
        return table + isolation(words, language) + [.text("\n")]
    }

    /// One sentence of how the lessons ran, where that is known of all.
    private func isolation(_ words: VerificationWords, _ language: PageLanguage) -> [PageNode] {
        let levels = lessons.compactMap(\.isolation)
        guard levels.count == lessons.count else { return [] }
        let others = lessons.filter { $0.isolation != .isolated }.map(\.title)
        return [
            Tag.p {
                others.isEmpty
                    ? words.allIsolated
                    : words.notIsolated + language.colon + others.joined(separator: language.comma) + "."
            }
        ]
    }

    /// From right to wrong.
    static let verdicts = ["exact", "truncated", "vague", "rounding path", "wrong", "not computed"]

    /// The same for programs: counts for each verdict, and every claim with the address of its place.
    public struct Form: Encodable {
        struct LessonForm: Encodable {
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
        var counts: [String: Int]
        var claims, holding: Int
        var lessons: [LessonForm]
    }

    public var form: Form {
        func counts(_ claims: [VerifiedNumber]) -> [String: Int] {
            Dictionary(grouping: claims, by: \.verdict).mapValues(\.count)
        }
        let all = lessons.flatMap(\.claims)
        return Form(
            counts: counts(all), claims: all.count, holding: all.count { $0.holds },
            lessons: lessons.map { lesson in
                Form.LessonForm(
                    page: lesson.page, title: lesson.title, isolation: lesson.isolation, counts: counts(lesson.claims),
                    claims: lesson.claims.map { claim in
                        .init(
                            expression: claim.entry?.words ?? claim.expression, written: claim.written,
                            computed: claim.computed,
                            verdict: claim.verdict, holds: claim.holds, file: claim.place.file, line: claim.place.line,
                            column: claim.place.column, link: lesson.page + (claim.anchor.map { "#\($0)" } ?? ""))
                    })
            })
    }
}
