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

            Numbers that several quantities round to, or with too few digits to be sure, are listed as comments.
            """)

    @Argument(help: "A lesson.", completion: .file(extensions: ["md"]))
    var file: String

    @Flag(help: "Write the claims into the file.")
    var write = false

    @OptionGroup var run: RunOptions

    func run() async throws {
        var code: Int32 = 0
        try await Terminal.exitingOnErrors {
            let proposed = try await proposedClaims(at: file, options: run.options(output: nil))
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
