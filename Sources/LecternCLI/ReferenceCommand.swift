import ArgumentParser
import Publishing
import Reference

struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Write the reference as a course, to be built like any other.",
        discussion: """
            lectern reference reference                writes a lesson for each chapter into the folder
            lectern build reference --output site      works its examples out and makes the pages
            """)

    @Argument(help: "The folder to write to.", completion: .directory)
    var folder: String

    func run() async throws {
        try await Terminal.exitingOnErrors {
            let files = try ReferenceCourse(try await ReferenceStore.load()).write(to: folder)
            Terminal.write("wrote \(files.count) files; next: lectern build \(folder) --output site\n")
        }
    }
}
