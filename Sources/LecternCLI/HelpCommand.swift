import ArgumentParser
import Publishing
import Reference

struct HelpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "What a verb does, and whatever a cell can use.",
        discussion: """
            lectern help build         a verb of Lectern
            lectern help claims        how something is done, with the shortest example
            lectern help layer         a chapter of the reference
            lectern help layer lstm    one name; those of Keras and PyTorch are found too

            lectern help layer lstm --inputs 3 --units 2    and worked out by the engine, in this size
            """)

    @Argument(help: "A verb, a chapter, a name.")
    var words: [String] = []

    @Option(help: "Work the example out with so many inputs.")
    var inputs: Int?

    @Option(help: "Work the example out with so many units.")
    var units: Int?

    @Option(help: "Work the example out with so many steps of a sequence.")
    var steps: Int?

    func validate() throws {
        for (name, size) in [("inputs", inputs), ("units", units), ("steps", steps)] {
            guard let size, !(1...16).contains(size) else { continue }
            throw ValidationError("--\(name) is a number from 1 to 16: larger ones are no small example any more")
        }
    }

    func run() async throws {
        if let verb = Self.verb(words) {
            Terminal.write(LecternCommand.helpMessage(for: verb, columns: Terminal.columns) + "\n")
            return
        }
        try await Terminal.exitingOnErrors {
            let reference = try await ReferenceStore.load()
            let text = ReferenceText(reference, width: Terminal.columns)
            if words.count == 1, let task = HelpTask.named(words[0]) { return Terminal.write(text.task(task)) }
            if words.count == 1, ["how", "how-to", "howto"].contains(words[0].lowercased()) {
                return Terminal.write(text.tasks)
            }
            switch reference.answer(to: words) {
            case _ where words.isEmpty:
                Terminal.write(
                    LecternCommand.helpMessage(columns: Terminal.columns) + "\n\nHOW TO:\n" + text.tasks
                        + "\nCHAPTERS OF THE REFERENCE:\n" + text.overview)
                Terminal.write(
                    "\n  `lectern help train` tells how, `lectern help CHAPTER` lists its names, `lectern help NAME` tells all about one.\n"
                )
            case .topic(let topic): Terminal.write(text.topic(topic))
            case .entries(let entries):
                Terminal.write(text.entries(entries, named: words.last ?? ""))
                if let sizes { try await work(entries, in: ReferenceCourse(reference, sizes: sizes)) }
            case .otherWay(let way): Terminal.write(text.otherWay(way, for: words.joined(separator: " ")))
            case .mentioned(let entries): Terminal.write(text.mentioned(entries, by: words))
            case .unknown(let nearest): throw NothingCalledSo(words: words, nearest: nearest)
            }
        }
    }

    /// nil where none was asked for.
    private var sizes: Sizes? {
        guard inputs != nil || units != nil || steps != nil else { return nil }
        let usual = Sizes()
        return Sizes(inputs: inputs ?? usual.inputs, units: units ?? usual.units, steps: steps ?? usual.steps)
    }

    /// Prints the first example among entries, worked out.
    private func work(_ entries: [Entry], in course: ReferenceCourse) async throws {
        for entry in entries {
            guard let text = try await course.worked(entry, options: BuildOptions(output: nil)) else { continue }
            return Terminal.write("\n" + text)
        }
        throw NoExample(words: words)
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

/// Sizes were given for something that has no example to work out.
struct NoExample: ExitingError {
    var words: [String]

    var exitCode: Int32 { 64 }

    var description: String {
        "lectern: error: “\(words.joined(separator: " "))” has no example that sizes could be chosen for; leave them out"
    }
}
