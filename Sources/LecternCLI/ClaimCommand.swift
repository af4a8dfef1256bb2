import ArgumentParser
import Exhibits
import Publishing

struct ClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Propose claims for the numbers of a lesson that equal what it computes.",
        discussion: """
            The lesson is run. Every number in its text that is the value of one of its constants, of a named quantity of a pass \
            or a network, or of a loss in a run, gets a claim; the diff says which.

              lectern claim lessons/xor.md               show the claims as a diff
              lectern claim lessons/xor.md --write       and write them into the file
              lectern claim lessons/xor.md --accept 12,15:8=2 --write
                                                         those of line 12, and the second expression at 15:8

            Numbers that several quantities round to, that the text calls by another quantity's name, or with too few digits \
            to be sure, are listed as comments. Numbers inside `[…]{.given}` are left alone.
            """)

    @Argument(help: "A lesson.", completion: .file(extensions: ["md"]))
    var file: String

    @Flag(help: "Write the claims into the file.")
    var write = false

    @Option(help: "Take only these: lines, places (LINE:COLUMN), choices among a doubtful one's expressions (LINE:COLUMN=N).")
    var accept: AcceptanceList?

    @OptionGroup var run: RunOptions

    func run() async throws {
        var code: Int32 = 0
        try await Terminal.exitingOnErrors {
            let proposed = try await proposedClaims(
                at: file, options: run.options(output: nil), accepting: accept?.all ?? [])
            Terminal.write(proposed.text)
            for finding in proposed.findings {
                Terminal.writeError(TerminalText.lines("\(finding.place): error: \(finding.message)") + "\n")
            }
            if write { try proposed.files.write() }
            let count = proposed.proposals.fixes.count
            let claims = count == 1 ? "1 claim" : "\(count) claims"
            if proposed.exitCode == 0 { Terminal.writeError("\(claims) \(write ? "written" : "proposed")\n") }
            code = proposed.exitCode
        }
        if code != 0 { throw ExitCode(code) }
    }
}

/// Several acceptances with commas between them.
struct AcceptanceList: ExpressibleByArgument {
    var all: [Acceptance]

    init?(argument: String) {
        all = argument.split(separator: ",").compactMap { Acceptance(String($0)) }
        if all.isEmpty || all.count != argument.split(separator: ",").count { return nil }
    }
}
