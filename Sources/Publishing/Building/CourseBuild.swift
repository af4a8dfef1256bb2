import Exhibits
import Foundation
import Lessons

/// One build of one course: reads, decides what is stale, runs that, renders, writes. All files of a lesson are written
/// only after the lesson succeeded, each under a temporary name and renamed.
struct CourseBuild {
    var course: Course
    var options: BuildOptions
    var stages: Stages
    let store: ResultStore
    let fingerprints: Fingerprints

    init(course: Course, options: BuildOptions, stages: Stages) {
        self.course = course
        self.options = options
        self.stages = stages
        store = options.usesCache ? ResultStore(course: course.folder) : .none
        fingerprints = Fingerprints(file: store.path("fingerprints.json"))
    }

    /// A lesson on its way through this build.
    struct Item {
        var file: String
        var source: [UInt8]
        /// What the run and the page depend on, known without parsing.
        var inputs: [String: Digest]
        var runInputs: [String: Digest] = [:]
        var kept: PageRecord?
        var lesson: Lesson?
        var entry: LessonEntry
        var transcript: Transcript?
        var result: CourseResult.LessonResult
        var files: [String: Digest] = [:]
        var isFresh = false
    }

    func run() async throws -> CourseResult {
        if let output = options.output { try refuseSources(in: output) }
        guard !course.findings.contains(where: { $0.severity == .error }) else {
            return CourseResult(lessons: [], findings: course.findings, pages: options.output == nil ? nil : 0)
        }
        let shared = try sharedInputs()
        var items = course.lessons.map { item($0, shared: shared) }
        parseStale(&items)
        try await runStale(&items)
        let site = Stages.Site(settings: course.settings, entries: items.map(\.entry))
        try render(&items, site: site)
        var findings = course.findings
        if options.output != nil { findings += try writeSite(items, site: site) }
        keepRecords(items)
        store.prepare()
        fingerprints.save()
        return CourseResult(
            lessons: items.map(\.result), findings: findings,
            pages: options.output.map { _ in items.count { !$0.result.failed } })
    }

    /// Building into a folder that holds the lessons could write over them.
    private func refuseSources(in output: String) throws {
        if Files.contains(output, course.folder) {
            throw CourseError.outputHoldsSources(output: output, course: course.folder)
        }
    }
}
