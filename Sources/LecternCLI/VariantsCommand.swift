import ArgumentParser
import Publishing

struct VariantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variants", abstract: "Write a handout with numbers of its own for every student, and the key to all.",
        discussion: """
            The lesson draws its numbers in a cell, `Exercise.drawn { draw in … }`. It is compiled once and run for every student; \
            id and salt decide what is drawn, on every machine the same.

              lectern variants lessons/sheet.md --roster students.csv --salt autumn --output sheet

            The roster has a line of titles with “id” and, for the handouts, “name”. Written are handouts/student-ID.html, key.csv \
            and key.html; who gets the folder of handouts gets no answers.
            """)

    @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
    var lesson: String

    @Option(help: "The students: a CSV file with a column “id”.", completion: .file(extensions: ["csv"]))
    var roster: String

    @Option(help: "Anything; another salt, other numbers. Keep it to yourself.")
    var salt = ""

    @Option(name: .shortAndLong, help: "The folder for handouts and key.", completion: .directory)
    var output: String

    @Flag(help: "Print every handout as PDF too; needs Chromium.")
    var pdf = false

    @OptionGroup var run: RunOptions
    @OptionGroup var reporting: ReportOptions

    func run() async throws {
        try await Terminal.exitingOnErrors {
            var options = run.options(output: nil)
            options.printsPDF = pdf
            options.isSelfContained = true
            var variants = VariantOptions(roster: roster, output: output)
            variants.salt = salt
            let made = try await makeVariants(of: lesson, variants, options: options)
            guard made.result.exitCode == 0 else {
                Terminal.write(try report(made.result, as: reporting.format))
                throw ExitCode(made.result.exitCode)
            }
            let redrawn = made.redrawn.sorted { $0.key < $1.key }.map { "; \($0.value) drawn again for \($0.key)" }
            let handouts = made.handouts == 1 ? "1 handout" : "\(made.handouts) handouts"
            Terminal.write("\(handouts) and their key in \(output)\(redrawn.joined())\n")
        }
    }
}
