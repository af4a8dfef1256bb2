import ArgumentParser

@main
struct LecternCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lectern",
        abstract: "Course handouts whose every number is computed, explained and checked.",
        discussion: """
            A course is a folder of Markdown lessons. Begin with

              lectern new course notes
              lectern build notes --output site

            Exit codes: 0 all is well, 1 a claim is false, 2 a lesson failed, 64 called wrongly, 69 a tool is missing.
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, VerifyCommand.self, ClaimCommand.self, AuditCommand.self, ImportCommand.self,
            PreviewCommand.self, NewCommand.self,
            InspectCommand.self, DoctorCommand.self, CleanCommand.self, AssembleCommand.self, ExportCommand.self,
            VariantsCommand.self, GradeCommand.self,
            CompletionsCommand.self, ReferenceCommand.self, HelpCommand.self,
        ])
}
