/// A chapter of the reference as a lesson: what every entry is, and small instances that the engine works out.
struct ReferencePage {
    let reference: Reference
    let sizes: Sizes

    func markdown(of topic: Topic) -> String {
        var lines = ["---", "title: \"\(topic.title)\"", "---", ""]
        var seen: Set<String> = []
        for entry in reference.entries where entry.topic == topic && standsAlone(entry) && seen.insert(entry.title).inserted {
            let all = reference.entries.filter { $0.title == entry.title && $0.topic == topic && $0.kind != .initializer }
            lines += section(all, under: entry.title)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What one wants to do, with examples.
    static var tasks: String {
        let sections = HelpTask.allCases.map { "## \($0.title)\n\n\($0.text)\n\n\($0.example)\n" }
        return "---\ntitle: How to\n---\n\n" + sections.joined(separator: "\n")
    }

    /// The instance alone, as a lesson to be run; nil where no example is given.
    func instance(of entry: Entry) -> String? {
        guard let instance = Instance(of: entry, sizes) else { return nil }
        return
            (["---", "title: \"\(entry.title)\"", "---", "", instance.lead, "", "```{swift}", "#| echo: false"] + instance.code
            + ["```"]).joined(separator: "\n") + "\n"
    }

    /// Types and functions of the module, and what types offer to be written after a point, such as losses; what a type's values
    /// have stands with the type.
    private func standsAlone(_ entry: Entry) -> Bool {
        guard entry.kind != .initializer else { return false }
        return entry.path.count == 1 || !entry.comment.example.isEmpty
    }

    private func section(_ entries: [Entry], under title: String) -> [String] {
        var lines = ["## \(title)", ""]
        for entry in entries {
            lines += ["```swift", entry.heading, "```", ""] + text(of: entry.comment)
            if let instance = Instance(of: entry, sizes) {
                lines += ["```swift"] + instance.example + ["```", "", instance.lead, ""]
                lines +=
                    ["```{swift}", "#| echo: false", "do {"] + (instance.code + instance.formulas).map { "    " + $0 } + [
                        "}", "```", "",
                    ]
            }
            if entry.kind == .type { lines += members(of: entry) }
        }
        return lines
    }

    private func text(of comment: DocComment) -> [String] {
        var lines = comment.summary.isEmpty ? [] : [comment.summary, ""]
        for line in comment.discussion {
            // What is set in by four blanks is a formula or code, shown as it stands.
            if line.hasPrefix("    "), lines.last?.isEmpty != false { lines.append("") }
            lines.append(line)
        }
        if !comment.discussion.isEmpty { lines.append("") }
        lines += comment.parameters.map { "- `\($0.name)`: \($0.text)" }
        if let returns = comment.returns { lines.append("- Returns: \(returns)") }
        if let thrown = comment.throws { lines.append("- Throws: \(thrown)") }
        if !comment.elsewhere.isEmpty {
            lines.append("- Elsewhere: " + comment.elsewhere.map { "\($0.library) `\($0.name)`" }.joined(separator: ", "))
        }
        if lines.last?.isEmpty == false { lines.append("") }
        return lines
    }

    /// What the values of a type have, and with types inside it what theirs have.
    private func members(of entry: Entry) -> [String] {
        let lines = list(of: entry, indent: "")
        return lines.isEmpty ? [] : lines + [""]
    }

    private func list(of entry: Entry, indent: String) -> [String] {
        reference.members(of: entry).filter { !$0.comment.isEmpty && $0.comment.example.isEmpty }.flatMap { member in
            let words = text(of: member.comment).filter { !$0.isEmpty && !$0.hasPrefix("    ") }
            let line = "\(indent)- `\(member.call)`: \(words.joined(separator: " "))"
            return [line] + (member.kind == .type ? list(of: member, indent: indent + "  ") : [])
        }
    }
}
