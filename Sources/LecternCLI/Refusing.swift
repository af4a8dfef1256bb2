import ArgumentParser
import Foundation
import Publishing

extension LecternCommand {
    /// As the parser does it, but for what the parser says of wrong arguments: it repeats them as they are, and a file's name may
    /// hold what commands a terminal or a runner.
    static func main() async {
        do {
            var command = try await asyncParseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let arguments = CommandLine.arguments.dropFirst()
            let isPlain = arguments.allSatisfy { TerminalText.line($0) == $0 && !$0.hasPrefix("::") }
            if isPlain || exitCode(for: error) == .success { exit(withError: error) }
            let said = TerminalText.message(fullMessage(for: error), repeating: Array(arguments))
            if !said.isEmpty { Terminal.writeError(said + "\n") }
            Foundation.exit(exitCode(for: error).rawValue)
        }
    }
}
