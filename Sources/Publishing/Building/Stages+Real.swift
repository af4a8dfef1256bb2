import Cells
import Exhibits
import Lessons

extension Stages {
    /// The modules that do the work.
    static func real(_ options: BuildOptions = BuildOptions()) -> Stages {
        let isStrict = options.isStrict
        return Stages(
            parse: { source, file, defaults in
                Lesson.parsed(source: source, file: file, defaults: defaults) { path in
                    Files.contents(of: path).map { String(decoding: $0, as: UTF8.self) }
                }
            },
            program: ProgramText.of,
            cellLines: { lesson in
                Dictionary(lesson.cells.map { ($0.index, $0.place.line) }) { first, _ in first }
            },
            run: LessonRuns(timeLimit: options.timeLimit).run,
            render: { lesson, transcript, site in
                let judged = JudgedClaims(lesson: lesson, transcript: transcript, isStrict: isStrict)
                return Page(claims: judged.lines, findings: judged.findings)
            },
            siteFiles: { _ in [:] },
            renderer: { fingerprints in
                let tool = Files.executable.flatMap { fingerprints.digest(of: $0) } ?? Digest(of: "")
                return Digest(of: ["tool": tool, "strict": Digest(of: "\(isStrict)")])
            },
            runInputs: LessonRuns.inputs)
    }
}
