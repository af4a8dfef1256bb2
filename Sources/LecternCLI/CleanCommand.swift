import ArgumentParser
import Publishing
import Storage

struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Remove the cache of a course, and its pages when asked.",
        discussion: "Only files that Lectern wrote, and that are still as it wrote them, are removed from an output folder.")

    @Argument(help: "The course's folder.", completion: .directory)
    var course = Course.usualFolder

    @Option(name: .shortAndLong, help: "Remove the pages in this folder too.", completion: .directory)
    var output: String?

    func run() async throws {
        try await Terminal.exitingOnErrors { Terminal.write(try cleanCourse(at: course, output: output) + "\n") }
    }
}
