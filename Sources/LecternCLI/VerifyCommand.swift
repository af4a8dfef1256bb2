import ArgumentParser
import Publishing
import Storage

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every number the lessons claim; write no pages.",
        discussion: """
            Every claim is listed with its verdict, then what is wrong, then the counts.

              lectern verify lessons                     a course
              lectern verify lessons/xor.md              one lesson
              lectern verify lessons --format github     annotate the lines of a pull request
              lectern verify lessons --fix               show what the false numbers should be
              lectern verify lessons --fix --write       and correct them in the files
            """)

    @Argument(help: "Courses or lessons.", completion: .file())
    var paths = [Course.usualFolder]

    @Flag(name: .shortAndLong, help: "Don't list the claims that hold.")
    var quiet = false

    @Flag(
        help: """
            Make it an error when digits are cut off instead of rounded, when a claim can hardly fail, or when a printed \
            calculation doesn't hold with its printed numbers.
            """)
    var strict = false

    @Flag(help: "List the results in the text that no claim covers.")
    var unclaimed = false

    @Option(help: "Make it an error when more results than this are covered by no claim.")
    var mostUnclaimed: Int?

    @Flag(help: "Show the false numbers (with --strict those cut off, too) corrected to as many digits, as a diff.")
    var fix = false

    @Flag(help: "With --fix: write the corrected files, and verify them again.")
    var write = false

    @OptionGroup var run: RunOptions
    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if write && !fix { throw ValidationError("--write goes with --fix, which says what is written") }
    }

    func run() async throws {
        var options = run.options(output: nil)
        options.isStrict = strict
        options.mostUnclaimed = mostUnclaimed
        let listing = ReportListing(claims: !quiet, unclaimed: unclaimed)
        try await Terminal.finish(format: reporting.format, listing: listing) { [options] in
            let result = try await verifyCourses(paths, options: options)
            guard fix else { return result }
            let fixed = try FixedFiles(result.fixes(strict: options.isStrict))
            // A patch goes where patches are read from; beside a report for programs it must not stand.
            if reporting.format == .text { Terminal.write(fixed.diff) } else { Terminal.writeError(fixed.diff) }
            guard write else { return result }
            try fixed.write()
            return try await verifyCourses(paths, options: options)
        }
    }
}
