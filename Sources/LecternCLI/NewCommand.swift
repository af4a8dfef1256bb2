import ArgumentParser
import Publishing
import Storage

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a course or a lesson.", subcommands: [NewCourse.self, NewLesson.self])
}

struct NewCourse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course", abstract: "Make a folder with a course file and a first lesson that builds.")

    @Argument(help: "The folder to make.", completion: .directory)
    var name: String

    func run() async throws {
        try await Terminal.exitingOnErrors {
            for file in try newCourse(at: name) { Terminal.write("made \(file)\n") }
            Terminal.write("next: lectern build \(name) --output site\n")
        }
    }
}

struct NewLesson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Make a lesson that builds, to be written over.")

    @Argument(help: "Its name: the name of its file and of its page.")
    var name: String

    @Option(name: .shortAndLong, help: "The course it goes to.", completion: .directory)
    var course = Course.usualFolder

    func run() async throws {
        try await Terminal.exitingOnErrors {
            Terminal.write("made \(try newLesson(named: name, in: course))\n")
        }
    }
}
