import Exhibits
import Foundation
import Lessons
import Reports
import Storage

/// One build of one course: reads, decides what is stale, runs that, renders, writes. All files of a lesson are written
/// only after the lesson succeeded, each under a temporary name and renamed.
struct CourseBuild {
    var course: Course
    var options: BuildOptions
    var stages: Stages
    let store: ResultStore
    /// Where runs are kept: in the course's store, or in a folder that many machines share.
    let runs: ResultStore
    let fingerprints: Fingerprints
    /// Digests of what is installed, shared by all courses.
    let tools: Fingerprints
    let tree: CourseTree
    /// Where everything the course names is read.
    let door: CourseDoor
    /// How much is asked of the isolation of lessons, of those that ran before, too.
    let sandbox: Sandbox
    /// Whether the details of every lesson are read at the beginning.
    private(set) var readsDetails: Bool

    /// - Parameter stages: nil takes the real ones.
    init(course: Course, options: BuildOptions, stages: Stages? = nil) {
        self.course = course
        if !options.profiles.isEmpty { self.course.settings.defaults.profiles = options.profiles }
        self.course.settings.defaults.edition = options.edition
        // So that `when-profile="instructor"` means what it says.
        if options.edition != .selfStudy { self.course.settings.defaults.profiles.append(options.edition.rawValue) }
        self.options = options
        sandbox = .holding(options, self.course)
        readsDetails = options.listsClaims
        store = options.usesCache ? ResultStore(course: course.folder) : .none
        runs = options.results.map(ResultStore.init(folder:)) ?? store
        fingerprints = Fingerprints(file: store.path("fingerprints.json"))
        tools = UserCache.tools()
        door = CourseDoor(course.folder)
        tree = CourseTree(below: course.folder, except: options.output)
        self.stages = stages ?? .real(options, course: course, door: door, store: store, tools: tools)
    }

    func run() async throws -> CourseResult {
        var result: CourseResult
        do {
            result = try await build()
        } catch is DetailsLost {
            // Somebody took a part of the cache away. Nothing has been written yet, and what ran is kept.
            var again = self
            again.readsDetails = true
            result = try await again.build()
        }
        result.folders = [course.folder]
        let files = Set(course.lessons)
        for index in result.lessons.indices { result.lessons[index].keepToItself(among: files) }
        return result
    }

    private func build() async throws -> CourseResult {
        if let output = options.output { try refuseSources(in: output) }
        if let results = options.results, !options.mayRun, !Files.isFolder(results) { throw CourseError.noResults(results) }
        guard course.isReadable else {
            return CourseResult(lessons: [], findings: course.findings, pages: options.output == nil ? nil : 0)
        }
        try Descriptors.ensure(jobs: options.jobs)
        let shared = try await sharedInputs()
        var items = course.lessons.map { item($0, shared: shared) }
        parseStale(&items, shared: shared)
        let collisions = checkReferences(&items, labels(of: items))
        checkTranslations(&items)
        try await runStale(&items)
        checkNames(&items)
        if options.shard != nil { return shardResult(items) }
        let site = site(of: items)
        try await render(&items, site: site)
        try compareTranslations(&items)
        let earlier = options.output.flatMap(store.site)
        var siteFiles = try siteFiles(items, site: site, earlier: earlier)
        try checkLinks(&items, &siteFiles, earlier: earlier)
        let (book, noEPUB) = epub(of: items, &siteFiles, site.place(isSelfContained: options.isSelfContained))
        let leaks = checkLeaks(&items, siteFiles, book)
        // Nothing of an edition is written while something in it gives an answer away.
        if !leaks.isEmpty {
            return CourseResult(lessons: items.map(\.result), findings: course.findings + collisions + leaks, pages: 0)
        }
        let wrongFiles = checkOutput(&items, &siteFiles, earlier: earlier)
        let announced = announce(items, siteFiles, earlier: earlier)
        try writeMark(siteFiles)
        try writePages(&items)
        try writeShared(siteFiles)
        try await printPages(&items)
        let noBook = try await printBook(items, &siteFiles, of: site.place(isSelfContained: options.isSelfContained))
        try write(book, of: items, &siteFiles)
        finishSite(items, siteFiles, earlier: announced, isSound: wrongFiles.isEmpty)
        keepRecords(items)
        store.prepare()
        saveFingerprints()
        return CourseResult(
            lessons: items.filter { $0.isSelected && $0.isTried }.map(\.result),
            findings: course.findings + collisions + wrongFiles + noBook + noEPUB,
            pages: options.output.map { _ in items.count { $0.isSelected && !$0.files.isEmpty } })
    }

    /// What a page knows of all lessons.
    func site(of items: [Item]) -> Stages.Site {
        var settings = course.settings
        if !options.printsPDF { settings.furnishing.downloads.removeAll { $0 == .pdf } }
        return Stages.Site(settings: settings, entries: items.map(\.entry), folder: course.folder)
    }

    func saveFingerprints() {
        fingerprints.save()
        tools.save()
    }

    /// Building into a folder that holds the lessons could write over them.
    private func refuseSources(in output: String) throws {
        if Files.contains(output, course.folder) {
            throw CourseError.outputHoldsSources(output: output, course: course.folder)
        }
    }
}
