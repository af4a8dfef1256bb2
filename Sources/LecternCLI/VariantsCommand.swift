import ArgumentParser
import Publishing

struct VariantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variants", abstract: "Write a handout with numbers of its own for every student, and the key to all.",
        discussion: """
            The lesson draws its numbers in a cell, `Exercise.drawn { draw in … }`. It is compiled once and run for every student; \
            id and salt decide what is drawn, on every machine the same.

              lectern variants lessons/sheet.md --roster students.csv --salt autumn --output sheet

              lectern variants lessons/sheet.md --stress 1000

              lectern variants lessons/sheet.md --roster students.csv --salt autumn --output sheet --shard 1/2    on one machine
              lectern variants lessons/sheet.md --roster students.csv --salt autumn --output sheet --shard 2/2    on another
              lectern variants lessons/sheet.md --roster students.csv --output sheet --join    with both folders in one

            The roster has a line of titles with “id” and, for the handouts, “name”. Written are handouts/student-ID.html, key.csv \
            and key.html; who gets the folder of handouts gets no answers.
            """)

    @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
    var lesson: String

    @Option(help: "The students: a CSV file with a column “id”.", completion: .file(extensions: ["csv"]))
    var roster: String?

    @Option(help: "Anything; another salt, other numbers. Keep it to yourself.")
    var salt = ""

    @Option(name: .shortAndLong, help: "The folder for handouts and key.", completion: .directory)
    var output: String?

    @Option(
        help: "Make variants of so many made-up students, write none, and say what they have in common and what can be guessed."
    )
    var stress: Int?

    @Option(help: "Make the handouts of part I of N of the class, and that part of the key.", transform: Shard.parsed)
    var shard: Shard?

    @Flag(help: "Join the parts of the key that --shard has left in the folder; nothing is run.")
    var join = false

    @Flag(help: "Print every handout as PDF too; needs Chromium.")
    var pdf = false

    @OptionGroup var run: RunOptions
    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if join, shard != nil || stress != nil || pdf {
            throw ValidationError("--join only joins parts of a key; leave out --shard, --stress and --pdf")
        }
        if shard != nil, stress != nil {
            throw ValidationError("--stress tries the lesson and has no parts; leave out --shard")
        }
        if let stress {
            guard (2...20_000).contains(stress) else { throw ValidationError("--stress takes 2 to 20000 students") }
        } else if roster == nil || output == nil {
            throw ValidationError(
                "give the class by --roster and where to write by --output, or --stress 1000 to try the lesson")
        }
    }

    func run() async throws {
        try await Terminal.exitingOnErrors {
            var options = run.options(output: nil)
            options.printsPDF = pdf
            options.isSelfContained = true
            var variants = VariantOptions(roster: roster ?? "", output: output ?? "")
            variants.salt = salt
            variants.stress = stress
            variants.shard = shard
            variants.joins = join
            let begin = ContinuousClock.now
            let made = try await makeVariants(of: lesson, variants, options: options)
            guard made.result.exitCode == 0 else {
                Terminal.write(try report(made.result, as: reporting.format))
                throw ExitCode(made.result.exitCode)
            }
            if let report = made.stress {
                let time = (ContinuousClock.now - begin).components
                let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
                return Terminal.write(report.text(seconds: seconds))
            }
            let redrawn = made.redrawn.sorted { $0.key < $1.key }.map { "; \($0.value) drawn again for \($0.key)" }
            let handouts = made.handouts == 1 ? "1 handout" : "\(made.handouts) handouts"
            let key = shard.map { "part \($0.index) of \($0.count) of their key" } ?? "their key"
            Terminal.write(
                "\(join ? "the key to \(handouts)" : "\(handouts) and \(key)") in \(variants.output)\(redrawn.joined())\n")
            // Who sits side by side may compare.
            for twins in made.twins.prefix(5) { Terminal.write("the same answers: \(twins.joined(separator: ", "))\n") }
            if made.twins.count > 5 { Terminal.write("and \(made.twins.count - 5) more groups\n") }
            if !made.twins.isEmpty { Terminal.write("another --salt draws anew; see --stress for what to draw otherwise\n") }
        }
    }
}
