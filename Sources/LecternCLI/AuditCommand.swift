import ArgumentParser
import Publishing

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Do the calculations of existing notes again, and hold their numbers to a network.",
        discussion: """
            Reads Markdown, Quarto, R Markdown, Jupyter notebooks and LaTeX as they are, and folders of them. Every result that \
            stands beside its calculation is done again; an operand that is a printed result stands for all numbers that round to \
            it, so a number is called wrong only if no choice of them gives it. First comes how much could be checked, and what \
            not and why.

              lectern audit week3.tex                    one note
              lectern audit notes                        all notes below a folder
              lectern audit notes --format github        annotate the lines of a pull request
              lectern audit week3.tex --unchecked        list what wasn't checked
              lectern audit week3.tex --all              list every result with its verdict
              lectern audit week3.tex --power            how many slips it would see, and where it is blind
              lectern audit week3.tex --html week3.html  the text with every number marked
              lectern audit week3.audit.md               hold numbers with names to the network
              lectern audit week3.tex --propose week3.audit.md   write that file from what the notes state

            Nothing of the notes is changed or run. A lesson whose front matter says “audits: week3.tex” describes their network \
            in Swift; named itself, it is run as any lesson, and numbers with a name beside them (net_{h1}, \\delta_2, \
            \\partial E/\\partial w_5) are held to what it computes.

            A number that is meant as it stands: “audit-ok 0.3774: reason” in a comment on its line or up to three lines above.
            """)

    @Argument(help: "Notes (.md, .qmd, .Rmd, .ipynb, .tex) or folders of them.", completion: .file())
    var notes: [String]

    @Flag(help: "List every result with its verdict; with --power also every slip that wouldn't be seen.")
    var all = false

    @Flag(help: "List the numbers that weren't checked.")
    var unchecked = false

    @Flag(help: "Plant some 200 slips in memory, one at a time, and say how many would be seen and which places are blind.")
    var power = false

    @Option(help: "With --power: another seed plants other slips.")
    var seed: UInt64 = 1

    @Option(help: "Write the notes' text with every number marked to this HTML file.", completion: .file())
    var html: String?

    @Option(
        help:
            "Propose the network of one note from what it states, and write it to this audit file, to be checked; “-” prints it.",
        completion: .file())
    var propose: String?

    @OptionGroup var running: RunOptions
    @OptionGroup var reporting: ReportOptions

    func run() async throws {
        try await Terminal.exitingOnErrors {
            if let propose { return try write(to: propose) }
            let run = try await auditNotes(notes, options: running.options(output: nil))
            Terminal.write(try report(run, as: reporting.format, listing: ReportListing(claims: all, unclaimed: unchecked)))
            if power {
                let text = auditPower(of: run, seed: seed, listsAll: all)
                // A report for programs stays one.
                if reporting.format == .text { Terminal.write(text) } else { Terminal.writeError(text) }
            }
            if let html { try writePage(of: run, to: html) }
            if run.result.exitCode != 0 { throw ExitCode(run.result.exitCode) }
        }
    }

    private func write(to target: String) throws {
        guard notes.count == 1 else { throw ValidationError("--propose reads one note; \(notes.count) are named") }
        if target == "-" { return Terminal.write(try proposedAudit(of: notes[0], to: nil)) }
        let text = try proposedAudit(of: notes[0], to: target)
        try writeProposal(text, to: target)
        Terminal.write("\(target): written; check every line of it, then: lectern audit \(target)\n")
    }
}
