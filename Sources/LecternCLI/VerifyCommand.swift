import ArgumentParser
import Publishing

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every number the lessons claim; write no pages.",
        discussion: """
            Every claim is listed with its verdict, then what is wrong, then the counts.

              lectern verify lessons                     a course
              lectern verify lessons/xor.md              one lesson
              lectern verify lessons --format github     annotate the lines of a pull request
            """)

    @Argument(help: "Courses or lessons.", completion: .file())
    var paths = ["lessons"]

    @Flag(name: .shortAndLong, help: "Don't list the claims that hold.")
    var quiet = false

    @Flag(help: "Make it an error when digits are cut off instead of rounded, or when a claim can hardly fail.")
    var strict = false

    @OptionGroup var run: RunOptions
    @OptionGroup var reporting: ReportOptions

    func run() async throws {
        var options = run.options(output: nil)
        options.isStrict = strict
        try await Terminal.finish(format: reporting.format, claims: !quiet) { [options] in
            try await verifyCourses(paths, options: options)
        }
    }
}
