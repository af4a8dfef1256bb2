/// A chapter of the reference as a lesson: what every entry is, and small instances that the engine works out.
struct ReferencePage {
    let reference: Reference
    let sizes: Sizes

    /// The chapter of a topic, in as many pages of about equal weight as its worked instances need: one of all layers weighs more
    /// than a page of the course may.
    func pages(of topic: Topic) -> [(name: String, text: String)] {
        let sections = sections(of: topic)
        let worked = sections.count { $0.isWorked }
        let count = max(1, (worked + Self.mostInstances - 1) / Self.mostInstances)
        var pages = [[Section]](repeating: [], count: count)
        var done = 0
        for section in sections {
            pages[min(done * count / max(worked, 1), count - 1)].append(section)
            if section.isWorked { done += 1 }
        }
        return pages.enumerated().map { index, sections in
            (
                name: index == 0 ? topic.rawValue : "\(topic.rawValue)-\(index + 1)",
                text: Self.page(count == 1 ? topic.title : Self.volume(of: topic, sections), sections)
            )
        }
    }

    private static let mostInstances = 16

    private static func page(_ title: String, _ sections: [Section]) -> String {
        let names = sections.prefix(6).map { $0.name.replacing("\"", with: "") }.joined(separator: ", ")
        let description = "description: \"\(names)\(sections.count > 6 ? " and \(sections.count - 6) more" : "")\""
        return (["---", "title: \"\(title)\"", description, "---", ""] + sections.flatMap(\.lines)).joined(separator: "\n")
            + "\n"
    }

    /// As the volumes of an encyclopedia are called: “Layers, from Dense to LSTM”.
    private static func volume(of topic: Topic, _ sections: [Section]) -> String {
        guard let first = sections.first, let last = sections.last else { return topic.title }
        return "\(topic.title), from \(first.name) to \(last.name)"
    }

    private func sections(of topic: Topic) -> [Section] {
        var seen: Set<String> = []
        let first = reference.entries.filter { $0.topic == topic && standsAlone($0) && seen.insert($0.title).inserted }
            .enumerated().sorted {
                (Self.rank($0.element, in: topic), $0.offset) < (Self.rank($1.element, in: topic), $1.offset)
            }
            .map(\.element)
        return first.map { entry in
            let all = reference.entries.filter { $0.title == entry.title && $0.topic == topic && $0.kind != .initializer }
            return Section(
                name: entry.name, lines: section(all, under: entry.title),
                isWorked: all.contains { !$0.comment.example.isEmpty })
        }
    }

    /// What a lesson uses comes first: what the chapter is called after, then what has an example; what lessons only meet when they
    /// make something of their own, or when something goes wrong, comes last.
    private static func rank(_ entry: Entry, in topic: Topic) -> Int {
        if entry.title.hasSuffix("Error") || entry.title == "stopping" { return 4 }
        if entry.declaration.hasPrefix("protocol") { return 3 }
        if topic != .layer, topic != .activation, entry.title.lowercased() == topic.rawValue { return 0 }
        if topic == .training, entry.name == "trained" { return 0 }
        return entry.comment.example.isEmpty ? 2 : 1
    }

    /// All that is said of what has one title.
    private struct Section {
        let name: String
        let lines: [String]
        let isWorked: Bool
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
            lines += ["```swift", entry.heading, "```", ""] + text(of: entry)
            if let instance = Instance(of: entry, sizes) {
                lines += ["```swift"] + CodeLines.wrapped(instance.example) + ["```", "", instance.lead, ""]
                lines +=
                    ["```{swift}", "#| echo: false", "do {"] + (instance.code + instance.formulas).map { "    " + $0 } + [
                        "}", "```", "",
                    ]
            }
            for example in entry.examples {
                lines += ["```swift"] + CodeLines.wrapped(example.given + example.uses.flatMap(\.text)) + ["```", ""]
            }
            if entry.kind == .type { lines += members(of: entry) }
        }
        return lines
    }

    private func text(of entry: Entry) -> [String] {
        let comment = entry.comment
        var lines = comment.summary.isEmpty ? [] : [comment.summary, ""]
        for line in comment.discussion {
            // What is set in by four blanks is a formula or code, shown as it stands.
            if line.hasPrefix("    "), lines.last?.isEmpty != false { lines.append("") }
            lines.append(line)
        }
        if !comment.discussion.isEmpty { lines.append("") }
        lines += comment.parameters.map { "- `\($0.name)`: \($0.text)" }
        if let returns = comment.returns { lines.append("- Returns: \(returns)") }
        if let errors = entry.errors { lines.append("- Errors: \(errors)") }
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

    /// The shortest use of a member, on one line, as a sentence behind what is said of it.
    private func use(of member: Entry) -> String {
        let short = member.shown.flatMap(\.uses).filter { $0.lines.count == 1 && !$0.lines[0].contains("`") }
        guard let use = short.map(member.part).min(by: { $0.lines[0].count < $1.lines[0].count }) else { return "" }
        return " For example `\(use.lines[0])`" + (use.result.map { $0.contains("`") ? "." : ": `\($0)`." } ?? ".")
    }

    /// With a full stop, where there is none.
    private static func sentence(_ text: String) -> String {
        text.last.map { ".:;!?".contains($0) } ?? true ? text : text + "."
    }

    private func list(of entry: Entry, indent: String) -> [String] {
        reference.members(of: entry).filter { !$0.comment.isEmpty && $0.comment.example.isEmpty }.flatMap { member in
            // Lists within a list would be read as one sentence.
            let words = text(of: member).filter { !$0.isEmpty && !$0.hasPrefix("    ") }
                .map { Self.sentence($0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0) }
            let must = member.isRequired ? " (a type of your own has to have it)" : ""
            let line = "\(indent)- `\(member.call)`\(must): \(words.joined(separator: " "))" + use(of: member)
            return [line] + (member.kind == .type ? list(of: member, indent: indent + "  ") : [])
        }
    }
}
