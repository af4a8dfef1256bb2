import ArgumentParser
import Publishing
import Storage

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Lessons, cells, claims and outputs as JSON.",
        discussion: """
            Nothing is run: outputs and computed values are those of the last build, where there was one and the lesson's code \
            hasn't changed since.
            """)

    @Argument(help: "The course's folder, or one lesson of it.", completion: .directory)
    var course = Course.usualFolder

    func run() async throws {
        try await Terminal.exitingOnErrors { Terminal.write(try await inspectCourse(at: course)) }
    }
}
