import Exhibits
import Lessons
import Synchronization
import Storage

@testable import Publishing

/// Stages that need no compiler: lines that begin with `code:` are a lesson's program, and `fail` in one of them fails it.
/// They remember what was parsed, run and rendered.
final class PlainStages: Sendable {
    private let log = Mutex<[String]>([])
    /// What runs say of their isolation.
    private let isolation: IsolationLevel

    /// Done while a lesson runs, with its file.
    private let meanwhile: @Sendable (String) -> Void

    init(isolation: IsolationLevel = .isolated, meanwhile: @escaping @Sendable (String) -> Void = { _ in }) {
        self.isolation = isolation
        self.meanwhile = meanwhile
    }

    /// What was done since the last call.
    func takeLog() -> [String] {
        log.withLock { log in
            defer { log = [] }
            return log.sorted()
        }
    }

    private func note(_ what: String, _ file: String) { log.withLock { $0.append("\(what) \(Files.name(of: file))") } }

    var stages: Stages {
        Stages(
            parse: { source, file, defaults in
                self.note("parse", file)
                var lesson = Lesson(file: file, source: source, frontMatter: defaults, blocks: [])
                lesson.frontMatter.title = source.split(separator: "\n").first { $0.hasPrefix("# ") }.map {
                    String($0.dropFirst(2))
                }
                if source.contains("writes: data") { lesson.frontMatter.writes = ["data"] }
                lesson.frontMatter.isDraft = source.contains("draft")
                return lesson
            },
            program: { Self.program(of: $0) },
            cellLines: { _ in [:] },
            run: { lessons, _, goesOn in
                for (position, lesson) in lessons.enumerated() {
                    self.note("run", lesson.file)
                    self.meanwhile(lesson.file)
                    let place = Place(file: lesson.file, line: 1)
                    let failures =
                        Self.program(of: lesson).contains("fail") ? [Finding(.error, code: "trap", at: place, "it failed")] : []
                    let output = Transcript.Output.printed(Self.program(of: lesson))
                    var transcript = Transcript(outputs: [0: [output]], failures: failures)
                    transcript.isolation = self.isolation
                    if !goesOn(position, transcript) { break }
                }
            },
            render: { lesson, transcript, site in
                self.note("render", lesson.file)
                var page = Stages.Page()
                if lesson.source.contains("untrue") {
                    page.findings = [Finding(.error, .claim, code: "wrong-claim", at: Place(file: lesson.file, line: 1), "no")]
                }
                if let site {
                    let titles = site.entries.map(\.title).joined(separator: ",")
                    page.files["\(lesson.name).html"] = Array("\(lesson.source)|\(transcript.outputs)|\(titles)".utf8)
                }
                return page
            },
            siteFiles: { site in ["index.html": Array(site.entries.map(\.name).joined(separator: " ").utf8)] },
            renderer: { _ in Digest(of: "1") },
            runInputs: { _ in ["compiler": Digest(of: "1")] })
    }

    private static func program(of lesson: Lesson) -> String {
        lesson.source.split(separator: "\n").filter { $0.hasPrefix("code:") }.joined(separator: "\n")
    }
}

extension PagedLesson {
    /// A page with these files, of a lesson in which nothing stands.
    init(_ files: [String: [UInt8]]) {
        let lesson = Lesson.parsed(source: "", file: "empty.md")
        self.init(
            ran: RanLesson(parsed: ParsedLesson(lesson: lesson, runInputs: [:]), transcript: Transcript()),
            page: Stages.Page(files: files))
    }
}
