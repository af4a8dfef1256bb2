import Exhibits
import Lessons
import Reports
import Storage

/// What happens to a lesson on its way to a page, stage by stage. The real ones are in `Stages.real`; tests put in their own.
struct Stages: Sendable {
    /// A page as rendered: its claims, its findings and the files it consists of, by path below the output folder.
    struct Page: Sendable {
        var claims: [CourseResult.ClaimLine] = []
        var findings: [Finding] = []
        var unclaimed: [CourseResult.Unclaimed] = []
        var files: [String: [UInt8]] = [:]
        /// The lesson as a chapter; nil where no book is asked for.
        var chapter: EPUBChapter.Written?
    }

    /// What a page knows of the site around it.
    struct Site: Sendable {
        var settings: CourseSettings
        var entries: [LessonEntry]
        /// The course's folder.
        var folder = ""
    }

    /// The text of a lesson as a lesson.
    var parse: @Sendable (_ source: String, _ file: String, _ defaults: FrontMatter) -> Lesson
    /// What of a lesson decides what its run gives: its program, without the places in the file.
    var program: @Sendable (_ lesson: Lesson) -> String
    /// The line on which each cell begins, by cell index.
    var cellLines: @Sendable (_ lesson: Lesson) -> [Int: Int]
    /// Runs lessons, at most `jobs` at a time, and hands over each transcript as it is ready, until told not to go on.
    var run: @Sendable (_ lessons: [Lesson], _ jobs: Int, _ goesOn: @Sendable (Int, Transcript) -> Bool) async throws -> Void
    /// Judges the claims of a lesson and, when it goes on a page, renders that. The site is nil when only claims matter.
    var render: @Sendable (_ lesson: Lesson, _ transcript: Transcript, _ site: Site?) throws -> Page
    /// The files that belong to the site as a whole: its index, style sheet, fonts.
    var siteFiles: @Sendable (_ site: Site) throws -> [String: [UInt8]]
    /// What every page depends on besides the lesson and its run: the program that renders it.
    var renderer: @Sendable (_ tools: Fingerprints) -> Digest?
    /// What every run depends on besides the lesson: compiler, runtime, flags.
    var runInputs: @Sendable (_ tools: Fingerprints) async throws -> [String: Digest]
}
