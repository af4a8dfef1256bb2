import Audit
import Cells
import Claims
import Exhibits
import Lessons
import Storage

/// A lesson that describes the network of notes: it is run, and the notes it names are held to what it computes.
struct AuditLesson {
    private let options: BuildOptions
    private let lone: LoneLesson

    /// - Throws: `CourseError` where the path leads to no lesson, `FileError` where it can't be read.
    init(_ path: String, options: BuildOptions) throws {
        self.options = options
        lone = try LoneLesson(at: path)
    }

    private var file: String { lone.file }
    private var lesson: Lesson { lone.lesson }

    /// Whether the front matter of a file names notes. Only that is read: most files that are audited are long, and no such lesson.
    static func isOne(_ file: SourceFile) -> Bool {
        guard file.bytes.starts(with: "---".utf8) else { return false }
        var end = 0
        while let newline = file.bytes[end...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = file.bytes[end..<newline]
            let isClosing = end > 0 && (line.starts(with: "---".utf8) || line.starts(with: "...".utf8))
            end = newline + 1
            if isClosing { break }
        }
        let matter = String(decoding: file.bytes[..<end], as: UTF8.self)
        return !Lesson.parsed(source: matter, file: file.name).frontMatter.audits.isEmpty
    }

    func run() async throws -> AuditRun {
        var run = AuditRun(audits: [], result: CourseResult())
        var own = CourseResult.LessonResult(file: file, findings: lesson.findings.filter { $0.severity == .error })
        let said = conventions(&own.findings)
        guard own.findings.isEmpty else {
            run.result.lessons = [own]
            return run
        }
        let runner = try await LessonRuns(options, course: lone.course).runner()
        let transcript = try await runner.run(LessonProgram(lesson).listingQuantities, in: lone.folder)
        own.findings += transcript.failures
        own.isolation = transcript.isolation
        if !own.failed {
            for name in lesson.frontMatter.audits {
                guard var audit = audit(name, &own.findings) else { continue }
                audit.tie(to: transcript.quantities ?? [], said: said)
                audit.lookForNearnesses()
                try await explain(&audit, with: runner)
                run.result.lessons.append(AuditFindings(audit, file: audit.notes.files[0].name).lesson)
                run.audits.append(audit)
            }
        }
        if !own.findings.isEmpty { run.result.lessons.insert(own, at: 0) }
        return run
    }

    private func audit(_ name: String, _ findings: inout [Finding]) -> Audit? {
        let path = Files.folder(of: file).isEmpty ? name : Files.join(Files.folder(of: file), name)
        func refuse(_ reason: String) -> Audit? {
            findings.append(
                Finding(
                    .error, code: "unread-notes", at: Place(file: file, line: 1), "nothing is read of “\(name)”: it \(reason)"))
            return nil
        }
        guard NoteKind(of: name) != nil else { return refuse(NoteKind.refusal) }
        do throws(Refusal) {
            let bytes = try lone.door.read(path, atMost: Notes.longestFile >> 20)
            return Audit(Notes(SourceFile(name: path, bytes: bytes), open: opener(beside: path)))
        } catch {
            return refuse(error.reason)
        }
    }

    private func conventions(_ findings: inout [Finding]) -> Set<Conventions.Choice> {
        var said: Set<Conventions.Choice> = []
        for word in lesson.frontMatter.auditConventions {
            if let choice = Conventions.Choice(rawValue: word) {
                said.insert(choice)
            } else {
                let known = Conventions.Choice.allCases.map(\.rawValue).joined(separator: ", ")
                findings.append(
                    Finding(
                        .error, code: "bad-value", at: Place(file: file, line: 1),
                        "“audit-conventions” knows no “\(word)”; there are \(known)"))
            }
        }
        if findings.isEmpty, !said.isEmpty, !Conventions.areTogether(said) {
            findings.append(
                Finding(
                    .error, code: "bad-value", at: Place(file: file, line: 1),
                    "two of “audit-conventions” contradict each other; leave one of them out"))
        }
        return said
    }

    /// Lets the lesson look for the causes of what differs, as it does for a claim.
    private func explain(_ audit: inout Audit, with runner: LessonRunner) async throws {
        let wrong = Array(audit.wrongTies.prefix(Self.mostExplained))
        if wrong.isEmpty { return }
        var asking = lesson
        let first = lesson.slots.count
        let steps = wrong.enumerated().map { offset, item -> Step in
            let number = audit.numbers[item.index]
            return .slot(
                .claim(
                    Claim(
                        slot: first + offset, written: written(number), at: number.place, bytes: number.bytes,
                        expression: item.tie.expression, expressionPlace: Place(file: file, line: 1))))
        }
        asking.blocks.append(BlockNode(.unseen(steps), at: Place(file: file, line: 1)))
        let transcript = try await runner.run(LessonProgram(asking), in: lone.folder)
        let convention = Convention(language: lesson.frontMatter.lang)
        for (offset, item) in wrong.enumerated() {
            guard let outcome = transcript.outcomes[first + offset] else { continue }
            let judgement = judge(written: written(audit.numbers[item.index]), outcome: outcome, under: convention)
            guard judgement.verdict == .wrong || judgement.verdict == .roundingPath else { continue }
            audit.explain(item.index, as: judgement.verdict, causes: judgement.hints)
        }
    }

    /// A note in which more is wrong has another cause than slips.
    private static let mostExplained = 200

    private func written(_ number: AuditedNumber) -> String {
        if case .checked(let judged) = number.status { judged.written } else { number.text }
    }
}
