import ArgumentParser
import Publishing
import Storage

struct AssembleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assemble", abstract: "Write the site from results that other machines have made.",
        discussion: """
            Nothing is run. Every lesson needs a result of `lectern build --shard`, made from the same text with the same tools.

              lectern build notes --shard 1/2 --results shared     on one machine
              lectern build notes --shard 2/2 --results shared     on another
              lectern assemble notes --results shared --output site
            """)

    @Argument(help: "The course's folder.", completion: .directory)
    var course = Course.usualFolder

    @Option(help: "The folder of results.", completion: .directory)
    var results: String

    @Option(name: .shortAndLong, help: "Where the pages go. (default: output)", completion: .directory)
    var output: String?

    @Option(help: "require takes only what ran isolated (default where CI=true or the course says so), best whatever there is.")
    var sandbox: Sandbox?

    @OptionGroup var reporting: ReportOptions

    func run() async throws {
        var options = BuildOptions(output: nil)
        options.results = results
        options.mayRun = false
        options.sandbox = sandbox
        try await Terminal.finish(format: reporting.format) { [options] in
            var options = options
            options.output = try output ?? usualFolder("output")
            return try await buildCourse(Course.loaded(from: course), options: options)
        }
    }
}
