import ArgumentParser
import Publishing
import Reference

struct HelpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "What a verb does, and whatever a cell can use.",
        discussion: """
            lectern help build         a verb of Lectern
            lectern help layer         a chapter of the reference
            lectern help layer lstm    one name; those of Keras and PyTorch are found too
            """)

    @Argument(help: "A verb, a chapter, a name.")
    var words: [String] = []

    func run() async throws {
        if let verb = Self.verb(words) {
            Terminal.write(LecternCommand.helpMessage(for: verb, columns: Terminal.columns) + "\n")
            return
        }
        try await Terminal.exitingOnErrors {
            let reference = try await ReferenceStore.load()
            let text = ReferenceText(reference, width: Terminal.columns)
            switch reference.answer(to: words) {
            case _ where words.isEmpty:
                Terminal.write(
                    LecternCommand.helpMessage(columns: Terminal.columns) + "\n\nCHAPTERS OF THE REFERENCE:\n" + text.overview)
                Terminal.write("\n  `lectern help CHAPTER` lists its names, `lectern help NAME` tells all about one.\n")
            case .topic(let topic): Terminal.write(text.topic(topic))
            case .entries(let entries): Terminal.write(text.entries(entries))
            case .unknown(let nearest): throw NothingCalledSo(words: words, nearest: nearest)
            }
        }
    }

    private static func verb(_ words: [String]) -> (any ParsableCommand.Type)? {
        guard words.count == 1 else { return nil }
        return LecternCommand.configuration.subcommands.first { $0._commandName == words[0] }
    }
}

/// No verb, no chapter and no declaration bears the name.
struct NothingCalledSo: ExitingError {
    var words: [String]
    var nearest: [String]

    var exitCode: Int32 { 64 }

    var description: String {
        let names = nearest.map { "`lectern help \($0)`" }.joined(separator: ", ")
        return "lectern: error: nothing is called “\(words.joined(separator: " "))”; "
            + (nearest.isEmpty ? "`lectern help` lists the chapters" : "try \(names)")
    }
}
