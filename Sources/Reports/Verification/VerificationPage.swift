import Exhibits
import Lessons

/// All verified numbers of a course on one page, and the same for programs.
public struct VerificationPage: Sendable {
    /// Where the page stands below the output folder.
    public static let file = "verification.html"

    let lessons: [VerifiedLesson.Shown]

    /// - Parameter lessons: those of the course in order; one without claims is passed over.
    public init(_ lessons: [VerifiedLesson.Shown]) { self.lessons = lessons.filter { $0.tally.claims > 0 } }

    public var isEmpty: Bool { lessons.isEmpty }

    public func html(in course: CoursePlace) throws -> String {
        let words = VerificationWords(lang: course.language)
        var frame = PageFrame(course: course, lang: course.language, title: words.title, file: Self.file)
        frame.body = summary(words, PageLanguage(tag: course.language))
        for (index, lesson) in lessons.enumerated() {
            frame.body += Tag.section.block(.id("lesson-\(index + 1)")) {
                Tag.h2.line { Tag.a(.href(SitePath.encoded(lesson.page))) { lesson.title } }
                PageNode.markup(lesson.table)
            }
        }
        return try frame.html()
    }

    /// How many numbers of each verdict every lesson has; a verdict that doesn't occur has no column.
    private func summary(_ words: VerificationWords, _ language: PageLanguage) -> [PageNode] {
        let all = tally
        let verdicts = Self.verdicts.filter { all.counts[$0] != nil }
        func row(_ head: PageNode, _ tally: VerifiedLesson.Tally) -> PageNode {
            Tag.tr {
                Tag.th(.text(.scope, "row")) { head }
                for count in verdicts.map({ tally.counts[$0] ?? 0 }) + [tally.claims] { Tag.td { "\(count)" } }
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
                        row(Tag.a(.place("lesson-\(index + 1)")) { lesson.title }, lesson.tally)
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

    /// All of the course's numbers together.
    public var tally: VerifiedLesson.Tally {
        lessons.reduce(into: VerifiedLesson.Tally()) { all, lesson in
            all.counts.merge(lesson.tally.counts, uniquingKeysWith: +)
            all.claims += lesson.tally.claims
            all.holding += lesson.tally.holding
        }
    }
}
