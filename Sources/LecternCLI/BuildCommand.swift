import ArgumentParser
import Publishing

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Run what changed and write the site.",
        discussion: """
            Lessons whose text, data and tools are unchanged are not run again. A lesson that fails keeps its last good page, \
            and the exit code says so.

              lectern build                              lessons → output
              lectern build notes --output site --why    and say why each lesson runs
            """)

    @Argument(help: "The course's folder, or one lesson of it.", completion: .directory)
    var course = "lessons"

    @Option(name: .shortAndLong, help: "Where the pages go.", completion: .directory)
    var output = "output"

    @OptionGroup var run: RunOptions
    @OptionGroup var reporting: ReportOptions

    func run() async throws {
        try await Terminal.finish(format: reporting.format, claims: false) {
            try await buildCourse(Course.loaded(from: course), options: run.options(output: output))
        }
    }
}
