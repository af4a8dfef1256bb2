import Exhibits
import Lessons
import Reports
import Storage

extension Stages {
    /// The modules that do the work.
    static func real(
        _ options: BuildOptions = BuildOptions(), course: Course, door: CourseDoor, store: ResultStore, tools: Fingerprints
    ) -> Stages {
        let version = renderer(options, course, tools)
        let renderer = PageRenderer(
            door: door, formulas: FormulaStore(store: store, version: scripts(tools)),
            scripts: CompiledScripts(tools: tools), isStrict: options.isStrict, isSelfContained: options.isSelfContained,
            writesEPUB: options.writesEPUB)
        return Stages(
            parse: { source, file, defaults in
                Lesson.parsed(source: source, file: file, defaults: defaults, root: course.folder, reading: door.included)
            },
            program: ProgramText.of,
            cellLines: { lesson in
                Dictionary(lesson.cells.map { ($0.index, $0.place.line) }) { first, _ in first }
            },
            run: LessonRuns(options, course: course).run,
            render: renderer.page,
            siteFiles: { site in try SharedFiles.all(site, isSelfContained: options.isSelfContained) },
            renderer: { _ in version },
            runInputs: LessonRuns.inputs)
    }

    /// What every page depends on: this program, the scripts it runs, and how strict it is.
    private static func renderer(_ options: BuildOptions, _ course: Course, _ tools: Fingerprints) -> Digest {
        // Whether a page leads to its PDF hangs on whether there is one.
        let isPrinted = course.settings.furnishing.downloads.contains(.pdf) && options.printsPDF
        let flags = "\(options.isStrict) \(options.showsWarnings) \(options.isSelfContained) \(isPrinted)"
        var parts = ["scripts": scripts(tools), "strict": Digest(of: flags)]
        parts["lectern"] = Files.executable.flatMap { tools.digest(of: $0) }
        return Digest(of: parts)
    }

    private static func scripts(_ tools: Fingerprints) -> Digest {
        guard let scripts = try? SystemScripts.located() else { return Digest(of: "") }
        var parts: [String: Digest] = [:]
        for file in ["katex.min.js", "katex.min.css"] { parts[file] = tools.digest(of: "\(scripts.katex)/\(file)") }
        parts["highlight"] = tools.digest(of: scripts.highlight)
        parts["lectern"] = Files.executable.flatMap { tools.digest(of: $0) }
        return Digest(of: parts)
    }
}
