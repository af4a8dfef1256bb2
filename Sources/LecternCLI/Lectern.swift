import ArgumentParser

@main
struct LecternCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lectern", abstract: "Course handouts whose every number is computed, explained and checked.")
}
