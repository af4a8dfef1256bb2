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

    /// The examples of the tasks, as code alone.
    private var tasks: [String] {
        HelpTask.allCases.flatMap { task in
            // A claim is a form in the text, which a cell wouldn't show.
            task == .claims
                ? [
                    "**\(task.title).** `[0.525](claim:answer)`; `[is nearer to 1](<claim: answer > 0.5>)`; a value: `` `{swift} answer` ``",
                    "",
                ]
                : ["**\(task.title).**", "", task.example.replacing("```{swift}", with: "```swift"), ""]
        }
    }

    /// For each chapter what one writes.
    private var names: [String] {
        Topic.allCases.compactMap { topic -> String? in
            var seen: Set<String> = []
            let made = reference.entries.compactMap { entry -> String? in
                guard entry.topic == topic, let last = entry.comment.example.last, !last.contains("show("),
                    !last.contains("plot(")
                else { return nil }
                let text = Self.short(last)
                return seen.insert(text).inserted ? "`\(text)`" : nil
            }
            return made.isEmpty ? nil : "**\(topic.title).** " + made.joined(separator: ", ") + "\n"
        }
    }

    /// `LSTM(units)` of `Network(inputs: [steps, inputs]) { LSTM(units) }`.
    private static func short(_ example: String) -> String {
        guard example.hasPrefix("Network("), let open = example.firstIndex(of: "{"), let close = example.lastIndex(of: "}")
        else {
            return example.hasPrefix("Loss.") ? String(example.dropFirst("Loss".count)) : example
        }
        return example[example.index(after: open)..<close].trimmingCharacters(in: .whitespaces)
    }
}
