import Foundation

/// Two pages to lie beside the keyboard: how the common things are done, and the names of what there is.
struct CheatSheet {
    let reference: Reference

    var markdown: String {
        let head = [
            "---", "title: Cheat sheet", "description: The common things, and the names of what there is.", "toc: false", "---",
            "",
        ]
        return (head + tasks + names).joined(separator: "\n") + "\n"
    }

    /// The examples of the tasks that are cells as one piece of code, then what stands in the text or in a file.
    private var tasks: [String] {
        let cells = HelpTask.allCases.filter { $0.example.hasPrefix("```{swift}") && $0 != .claims }
        let code = cells.map { task in
            let lines = task.example.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("```") }
            return (["// \(task.title)"] + lines.map(String.init)).joined(separator: "\n")
        }
        return [
            "```swift", code.joined(separator: "\n\n"), "```", "",
            "**Training takes** `batchSize:`, `shuffleSeed:`, `validating:`, `patience:` (early stopping), `checkpointEvery:` and "
                + "`tracking: [.accuracy]`. **Data** are `.split(0.8)`, `.shuffled()`, `.standardized()`; "
                + "`Dataset(contentsOf: \"data/iris.csv\", target: \"species\")` reads a file. **Afterwards** ask `run.network`, "
                + "`run.losses`, `run.validationLosses`, `net([1, 2])`, `net.accuracy(on: data)`, `net.confusion(on: data)`.",
            "",
            "**\(HelpTask.claims.title)** in the text: `[0.525](claim:answer)`; `[is nearer to 1](<claim: answer > 0.5>)`; a value: "
                + "`` `{swift} answer` ``. **\(HelpTask.publish.title):** `lectern build lessons --output site`; in `course.yml`, "
                + "`title:`, `order: [one, two]`, `site-url:`.",
            "",
            "In what follows `units`, `inputs` and `steps` are numbers of your own.", "",
        ]
    }

    /// For each chapter what one writes.
    private var names: [String] {
        Topic.allCases.compactMap { topic -> String? in
            var seen: Set<String> = []
            let made = reference.entries.compactMap { entry -> String? in
                guard entry.topic == topic, let last = entry.comment.example.last, !last.contains("show("),
                    !last.contains("plot(")
                else { return nil }
                let text = Self.short(last, of: entry.name)
                return seen.insert(text).inserted ? "`\(text)`" : nil
            }
            return made.isEmpty ? nil : "**\(topic.title).** " + made.joined(separator: ", ") + "\n"
        }
    }

    /// `LSTM(units)` of `Network(inputs: [steps, inputs]) { LSTM(units) }`, and `.clipped(toNorm: 1)` of what it is asked of.
    private static func short(_ example: String, of name: String) -> String {
        if example.hasPrefix("Network("), let open = example.firstIndex(of: "{"), let close = example.lastIndex(of: "}") {
            let layers = example[example.index(after: open)..<close].trimmingCharacters(in: .whitespaces)
            return layers.components(separatedBy: "; ").first { $0.hasPrefix(name + "(") } ?? layers
        }
        let member = example.ranges(of: ".\(name)").last.map { String(example[$0.lowerBound...]) }
        return member ?? example
    }
}
