import ArgumentParser
import Publishing

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn existing notes into a lesson.",
        discussion: """
            Reads Quarto, R Markdown, Jupyter notebooks, Markdown and LaTeX and writes a lesson beside them; the notes stay as they \
            are. Prose, formulas, tables and figures are kept, code of other languages is shown. Given an audit file, its cells \
            become the lesson's network, and every number that the audit ties becomes a claim. What couldn't be brought over is \
            listed.

              lectern import week3.qmd                   writes week3.lesson.md
              lectern import week3.audit.md              with the network, and its numbers as claims
              lectern import week3.tex --to lessons/week3.md

            LaTeX is converted by pandoc where it is installed.
            """)

    @Argument(help: "Notes (.qmd, .Rmd, .ipynb, .tex, .md), or an audit file.", completion: .file())
    var notes: String

    @Option(name: .customLong("to"), help: "The lesson's file; without it, one beside the notes.", completion: .file())
    var target: String?

    @OptionGroup var running: RunOptions

    func run() async throws {
        try await Terminal.exitingOnErrors {
            for run in try await importNotes(notes, to: target, options: running.options(output: nil)) {
                let claims = "\(run.claims) \(run.claims == 1 ? "number is a claim" : "numbers are claims")"
                let by = run.converter.map { ", converted by \($0)" } ?? ""
                Terminal.write(TerminalText.line("\(run.path): written\(by); \(claims)") + "\n")
                if !run.omissions.isEmpty { Terminal.write("Not brought over:\n") }
                for omission in run.omissions { Terminal.write("  " + TerminalText.line("\(omission)") + "\n") }
            }
        }
    }
}
