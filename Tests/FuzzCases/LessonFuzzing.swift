import Exhibits
import Lessons
import Synchronization
import Storage

@testable import Cells
@testable import Publishing
@testable import Reports

/// Bytes as a lesson, as a bibliography it names, and as what its process says.
enum LessonFuzzing {
    private static let bibliographyLesson =
        "---\nbibliography: works.bib\n---\n\n# A\n\nSee @rumelhart1986, [@a; @b, p. 3] and @goodfellow2016.\n"
    private static let recordedLesson =
        "# A\n\n```{swift}\n#| fig-cap: F\nlet x = 1\n```\n\nIt is [1](<claim: x>), $\\claim{2}{x}$ and `{swift} x`.\n\n"
        + "```{swift}\n#| label: tbl-t\n#| tbl-cap: T\nlet y = 1\n```\n\n```{swift}\nprint(1)\n```\n\n[1, 2](<claim: x>)\n"

    static func lesson(_ bytes: [UInt8], drawsPage: Bool) -> FuzzOutput {
        let lesson = parsed(String(decoding: bytes, as: UTF8.self))
        if drawsPage { return output(of: lesson, Transcript()) }
        let program = LessonProgram(lesson)
        var output = reported(lesson.findings + program.certainFaults, source: bytes)
        output.page = program.text.utf8.count
        return output
    }

    static func bibliography(_ bytes: [UInt8]) -> FuzzOutput {
        output(of: parsed(bibliographyLesson, works: String(decoding: bytes, as: UTF8.self)), Transcript())
    }

    /// The lines that begin with `>` are printed, with their mark where it would stand; the others are recorded.
    static func records(_ bytes: [UInt8]) -> FuzzOutput {
        let key = RecordKey(repeatElement(UInt8(ascii: "0"), count: RecordKey.length)) ?? RecordKey()
        let lesson = parsed(recordedLesson)
        let program = LessonProgram(lesson)
        var reader = TranscriptReader(key: key, files: program.files, places: program.places)
        for line in bytes.split(separator: 0x0A) {
            if line.first == UInt8(ascii: ">") {
                reader.take(printed: Array(line.dropFirst()))
            } else {
                reader.take(recorded: key.bytes + line + [0x0A])
                reader.take(printed: key.mark)
            }
        }
        reader.end()
        return output(of: lesson, reader.transcript)
    }

    private static func parsed(_ source: String, works: String = "@book{a, title = {T}, year = 2000}") -> Lesson {
        Lesson.parsed(source: source, file: "a.md", root: ".") { path in
            path.hasSuffix(".bib") ? works : path.hasSuffix(".md") ? "included **text** [1](<claim: x>)\n" : nil
        }
    }

    private static func output(of lesson: Lesson, _ transcript: Transcript) -> FuzzOutput {
        let handout = Handout(lesson: lesson, transcript: transcript, strict: true)
        let findings = lesson.findings + transcript.failures + handout.findings
        var output = reported(findings, source: Array(lesson.source.utf8))
        var place = CoursePlace(title: "Course", entries: [.init(name: "a", title: "A", description: nil)])
        place.listsVerification = true
        let typesetter = Self.typesetter()
        guard let page = try? handout.rendered(in: place, with: typesetter) else { return output }
        let door = CourseDoor("/nowhere")
        let html = Enclosures(page.html, on: "a", of: "/nowhere", door: door).html
        _ = PageLinks(page: Array(html.utf8))
        output.page = html.utf8.count + page.markdown.utf8.count + page.search.utf8.count
        output.page += page.figures.reduce(0) { $0 + $1.svg.utf8.count }
        output.report += reported(page.findings, source: Array(lesson.source.utf8)).report
        return output
    }

    /// One for many inputs, since its scripts take longer to read than a page; another one before what it knows fills the memory.
    private static func typesetter() -> Typesetter {
        shared.withLock { known in
            if let known, known.uses < 300 {
                known.uses += 1
                return known.typesetter
            }
            let new = Shared()
            known = new
            return new.typesetter
        }
    }

    private final class Shared: Sendable {
        let typesetter = Typesetter {
            try SystemScripts.located().sources(CompiledScripts(folder: { nil }, tools: Fingerprints(file: nil)))
        }
        private let count = Mutex(0)
        var uses: Int {
            get { count.withLock { $0 } }
            set { count.withLock { $0 = newValue } }
        }
    }

    private static let shared = Mutex<Shared?>(nil)

    /// As the text report has it, the longest of all.
    private static func reported(_ findings: [Finding], source: [UInt8]) -> FuzzOutput {
        let result = CourseResult(lessons: [.init(file: "a.md", findings: findings)])
        return FuzzOutput(report: TextReport(result: result, source: { _ in source }).text.utf8.count)
    }
}
