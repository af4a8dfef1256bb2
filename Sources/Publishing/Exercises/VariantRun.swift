import Cells
import Exhibits
import Lessons
import Reports
import Storage

/// One class's variants of one lesson.
struct VariantRun {
    let build: CourseBuild
    let file: String
    let roster: Roster
    let variants: VariantOptions

    /// After so many seeds without fit answers, the ranges are at fault.
    private static let mostAttempts = 40
    /// Digits of an answer may stand on a page by chance, about once in a thousand variants; where they do so often, the page says
    /// them.
    private static let mostMeetings = 3
    private static let meeting = "an answer whose digits stand on the page"

    /// A student's variant, written.
    struct Made: Sendable {
        var key: [KeyEntry] = []
        /// What the answers are computed from.
        var sheet: AnswerSheet?
        var seed: UInt64 = 0
        var findings: [Finding] = []
        var redrawn: [String] = []
        /// What the lesson itself drew again, and how often.
        var redrawnInside: [String: Int] = [:]
    }

    /// What all variants share.
    struct Shared: Sendable {
        var runner: LessonRunner
        var program: CompiledLesson
        var student: Lesson
        var whole: Lesson
        var site: Stages.Site
        var printer: PDFPrinter?
    }

    func run() async throws -> VariantsResult {
        var items = try await build.inspected()
        let collisions = build.checkReferences(&items, build.labels(of: items))
        guard var item = items.first(where: { $0.file == file }) else { throw CourseError.missing(file) }
        func failed(_ findings: [Finding]) -> VariantsResult {
            item.result.findings += findings
            return VariantsResult(result: CourseResult(lessons: [item.result], findings: build.course.findings + collisions))
        }
        guard !item.result.failed, let student = item.parsed?.lesson else { return failed([]) }
        let whole = build.wholeLesson(of: item)
        let place = Place(file: file, line: 1)
        guard whole.exercises.contains(where: { !$0.blanks.isEmpty }) else { throw ExportError.noQuestions(file) }
        if variants.joins { return try joined(failed, build.site(of: items)) }
        let runner = try await LessonRuns(build.options, course: build.course).runner()
        let program: CompiledLesson
        switch try await runner.compiled(LessonProgram(student)) {
        case .compiled(let compiled): program = compiled
        case .failed(let findings): return failed(findings)
        }
        let site = build.site(of: items)
        let shared = Shared(
            runner: runner, program: program, student: student, whole: whole, site: site,
            printer: build.options.printsPDF ? try PDFPrinter() : nil)
        let positions = roster.students.indices.filter { variants.shard?.contains($0) ?? true }
        let students = positions.map { roster.students[$0] }
        guard !students.isEmpty else {
            return failed([
                Finding(
                    .error, code: "empty-shard", at: Place(file: variants.roster, line: 1),
                    "no student belongs to this part; the class has \(roster.students.count), so make at most as many parts")
            ])
        }
        let made = try await makeAll(students, shared)
        var result = failed(made.lazy.map(\.findings).first { !$0.isEmpty } ?? [])
        for obstacle in made.flatMap(\.redrawn) { result.redrawn[obstacle, default: 0] += 1 }
        if variants.stress != nil {
            for obstacles in made.map(\.redrawnInside) { result.redrawn.merge(obstacles) { $0 + $1 } }
        }
        guard result.result.exitCode == 0 else { return result }
        if made.count > 1, made.dropFirst().allSatisfy({ $0.key == made[0].key }) {
            return failed([
                Finding(
                    .error, code: "no-variants", at: place,
                    "every student would get the same numbers; draw them in a cell with `Exercise.drawn { draw in … }`")
            ])
        }
        if variants.stress != nil {
            result.stress = StressReport(made.map(\.key), redrawn: result.redrawn)
            return result
        }
        let key = gradingKey(Array(zip(students, made)), shared)
        if let shard = variants.shard {
            try OutputDoor(folder: variants.output).write(Array(key.json.utf8), to: VariantParts.name(shard))
        } else {
            try writeKey(key, site)
        }
        result.handouts = made.count
        result.twins = Self.twins(in: key)
        return result
    }

    /// The whole class's key from the parts that several machines have made.
    private func joined(_ failed: ([Finding]) -> VariantsResult, _ site: Stages.Site) throws -> VariantsResult {
        guard let parts = VariantParts(in: variants.output) else {
            return failed([
                Finding(
                    .error, code: "no-parts", at: Place(file: variants.output, line: 1),
                    "there are no parts of one key in this folder; make them with --shard 1/2, 2/2, … and the same --output")
            ])
        }
        let key: GradingKey
        do throws(FindingError) { key = try parts.joined(for: roster) } catch { return failed([error.finding]) }
        try writeKey(key, site)
        var result = failed([])
        result.handouts = key.students.count
        result.twins = Self.twins(in: key)
        return result
    }

    /// Students with the same answers, in the order of the roster.
    private static func twins(in key: GradingKey) -> [[String]] {
        var groups: [[String]: [String]] = [:]
        var order: [[String]] = []
        for student in key.students {
            let answers = student.answers.map(\.text)
            if groups[answers] == nil { order.append(answers) }
            groups[answers, default: []].append(student.id)
        }
        return order.compactMap { groups[$0] }.filter { $0.count > 1 }
    }

    /// The variants in the order of the students; those behind the first that failed may be missing.
    private func makeAll(_ students: [Roster.Student], _ shared: Shared) async throws -> [Made] {
        return try await withThrowingTaskGroup(of: (Int, Made).self) { group in
            var next = 0
            func start() {
                guard next < students.count else { return }
                let position = next
                group.addTask { (position, try await make(students[position], shared)) }
                next += 1
            }
            for _ in 0..<max(1, build.options.jobs) { start() }
            var made: [Int: Made] = [:]
            while let (position, variant) = try await group.next() {
                made[position] = variant
                if variant.findings.isEmpty { start() }
            }
            return made.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    private func make(_ student: Roster.Student, _ shared: Shared) async throws -> Made {
        var made = Made()
        let folder = Files.folder(of: file)
        for attempt in 0..<Self.mostAttempts {
            made.seed = Self.seed(of: student.id, salt: variants.salt, attempt: attempt)
            let transcript = try await shared.runner.run(
                shared.program, in: folder.isEmpty ? "." : folder, variant: made.seed)
            made.findings = transcript.failures
            guard made.findings.isEmpty else { return made }
            made.redrawnInside.merge(transcript.redrawn ?? [:]) { $0 + $1 }
            let whole = Handout(lesson: shared.whole, transcript: transcript)
            made.key = whole.key
            made.sheet = transcript.answers
            if let obstacle = AnswerGuard.obstacle(in: made.key) {
                made.redrawn.append(obstacle)
                continue
            }
            let page = try handout(student, transcript, whole, shared)
            made.findings = page.findings
            if page.onlyMeets, made.redrawn.count(where: { $0 == Self.meeting }) < Self.mostMeetings {
                made.redrawn.append(Self.meeting)
                continue
            }
            if made.findings.isEmpty, variants.stress == nil { try await write(page.files, of: student, shared) }
            return made
        }
        let last = made.redrawn.last ?? ""
        made.findings = [
            Finding(
                .error, code: "no-variant", at: Place(file: file, line: 1),
                "\(Self.mostAttempts) draws for the student “\(student.id)” gave no answers that can be asked; the last had \(last); "
                    + "draw from other ranges, or ask for other digits")
        ]
        return made
    }

    /// The first 64 bits of SHA-256 over salt, id and attempt: the same on every machine.
    static func seed(of id: String, salt: String, attempt: Int) -> UInt64 {
        UInt64(Digest(of: "\(salt)\u{0}\(id)\u{0}\(attempt)").text.prefix(16), radix: 16) ?? 0
    }
}
