import Exhibits
import Lessons
import Reports
import Storage

extension CourseBuild {
    /// A lesson on its way through this build: how far it has come, and what is said of it.
    struct Item {
        var file: String
        /// Whether it is to be run and rendered; of the others only the title matters.
        var isSelected: Bool
        var text: LessonText
        /// What the last build that was well left of it.
        var earlier: EarlierPage?
        var entry: LessonEntry
        var result: CourseResult.LessonResult
        var stage = LessonStage.read
        /// What leads from and to its pages as they will stand.
        var links: [String: PageLinks] = [:]
        /// What stands in the output folder for it.
        var files: [String: Digest] = [:]
    }
}

/// How far a lesson has come. Each stage holds what the ones before it found: nothing runs that wasn't parsed, nothing is judged
/// that didn't run, and nothing is written that wasn't judged.
enum LessonStage {
    /// Nothing is known but its text.
    case read
    /// All that its page is made of is as it was, and the page stands.
    case unchanged(PageRecord)
    case parsed(ParsedLesson)
    case ran(RanLesson)
    case paged(PagedLesson)
}

/// The text of a lesson and all that decides what becomes of it, known without parsing.
struct LessonText {
    /// nil where it needn't be read, since nothing that it may mean has changed.
    var bytes: [UInt8]?
    /// What the run and the page depend on.
    var inputs: [String: Digest]
    /// The files of the course that its text may mean.
    var mentioned: [String]

    var string: String { String(decoding: bytes ?? [], as: UTF8.self) }
}

/// A lesson and what its run depends on.
struct ParsedLesson: Sendable {
    var lesson: Lesson
    var runInputs: [String: Digest]
}

/// A lesson with what its run gave.
struct RanLesson: Sendable {
    var parsed: ParsedLesson
    var transcript: Transcript
    /// Whether what came of its run may be taken by later builds.
    var isKept = true

    var lesson: Lesson { parsed.lesson }
}

/// A lesson with its claims judged and its page rendered.
struct PagedLesson: Sendable {
    var ran: RanLesson
    var page: Stages.Page
}

/// What an earlier build kept of a page.
struct EarlierPage {
    var record: PageRecord
    /// nil until they are asked for: they are long.
    var details: PageDetails?
}

extension CourseBuild.Item {
    var isUnchanged: Bool { if case .unchanged = stage { true } else { false } }

    var parsed: ParsedLesson? {
        switch stage {
        case .read, .unchanged: nil
        case .parsed(let parsed): parsed
        case .ran(let ran): ran.parsed
        case .paged(let paged): paged.ran.parsed
        }
    }

    var ran: RanLesson? {
        switch stage {
        case .read, .unchanged, .parsed: nil
        case .ran(let ran): ran
        case .paged(let paged): paged.ran
        }
    }

    var page: Stages.Page? { if case .paged(let paged) = stage { paged.page } else { nil } }

    /// Whether it was come to at all: after a failure, `--fail-fast` leaves the rest alone.
    var isTried: Bool { isUnchanged || ran != nil || result.failed }
}
