/// The reference as lines for a terminal.
public struct ReferenceText: Sendable {
    let reference: Reference
    /// How many characters a line may have.
    let width: Int

    public init(_ reference: Reference, width: Int = 80) {
        self.reference = reference
        self.width = max(40, width)
    }

    /// The chapters, with what each holds.
    public var overview: String {
        Topic.allCases.map { topic in
            let names = names(in: topic)
            return "  " + topic.rawValue.padded(to: 13) + "\(topic.title) (\(names.count))"
        }.joined(separator: "\n") + "\n"
    }

    /// What one wants to do, with the word that tells how.
    public var tasks: String {
        HelpTask.allCases.map { "  " + $0.rawValue.padded(to: 13) + $0.title }.joined(separator: "\n") + "\n"
    }

    /// How something is done, with its shortest example.
    public func task(_ task: HelpTask) -> String {
        let example = task.example.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "" : "    " + $0
        }
        return ([task.title, ""] + filled("  " + task.text, indent: "  ") + [""] + example).joined(separator: "\n") + "\n"
    }

    /// The names of one chapter, each with its first sentence.
    public func topic(_ topic: Topic) -> String {
        var lines = [topic.title, ""]
        let names = names(in: topic)
        let column = min(width / 2, (names.map(\.title.count).max() ?? 0) + 4)
        for (title, summary) in names {
            lines += filled(Self.firstSentence(summary), indent: String(repeating: " ", count: column), head: "  " + title)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Everything about declarations of one name, and what has an argument of that name.
    public func entries(_ entries: [Entry], named name: String = "") -> String {
        let takers = reference.takers(of: name).filter { title in !entries.contains { $0.title == title } }
        let few = takers.prefix(4).map { "`\($0)`" }.joined(separator: ", ") + (takers.count > 4 ? " and others" : "")
        let label = takers.isEmpty ? [] : filled("  `\(name):` is also an argument of \(few)", indent: "  ") + [""]
        return (entries.map(entry) + (label.isEmpty ? [] : [label.joined(separator: "\n")])).joined(separator: "\n")
    }

    /// Declarations that speak of what was looked for, each with its first sentence.
    public func mentioned(_ entries: [Entry], by words: [String]) -> String {
        let column = min(width / 2, (entries.map(\.title.count).max() ?? 0) + 4)
        let lines = entries.flatMap { entry in
            filled(
                Self.firstSentence(entry.comment.summary), indent: String(repeating: " ", count: column),
                head: "  " + entry.title)
        }
        let head = "nothing is called “\(words.joined(separator: " "))”; it is spoken of in"
        return ([head, ""] + lines).joined(separator: "\n") + "\n"
    }

    /// What to write instead of another library's name.
    public func otherWay(_ way: OtherWay, for name: String) -> String {
        filled(way.sentence(for: name), indent: "  ").joined(separator: "\n") + "\n"
    }

    /// The titles of a chapter that stand for themselves: types, and what types of a chapter offer.
    private func names(in topic: Topic) -> [(title: String, summary: String)] {
        var seen: Set<String> = []
        return reference.entries.compactMap { entry in
            guard entry.topic == topic, entry.kind != .initializer, !entry.comment.isEmpty, isNamed(entry),
                seen.insert(entry.title).inserted
            else { return nil }
            return (entry.title, entry.comment.summary)
        }
    }

    /// Members of a layer are told with the layer; those of `Loss` are the losses.
    private func isNamed(_ entry: Entry) -> Bool {
        entry.path.count == 1 || (entry.path.count == 2 && ![.layer, .activation, .plot].contains(entry.topic))
    }

    private func entry(_ entry: Entry) -> String {
        var lines: [String] = filled(entry.heading, indent: "    ") + [""]
        lines += comment(of: entry)
        lines += example(of: entry)
        if entry.kind == .type {
            let members = reference.members(of: entry)
            let parts: [(heading: String, isIn: (Entry) -> Bool)] = [
                ("A type of your own has to have", { $0.isRequired }),
                ("Made by", { !$0.isRequired && [.initializer, .enumCase].contains($0.kind) }),
                ("Offers", { !$0.isRequired && [.property, .function].contains($0.kind) }),
            ]
            for (heading, isIn) in parts {
                let some = members.filter { isIn($0) && !$0.comment.isEmpty }
                guard !some.isEmpty else { continue }
                lines += [heading, ""]
                for member in some {
                    lines += filled("  " + member.call, indent: "      ")
                    lines += filled("    " + Self.firstSentence(member.comment.summary), indent: "    ")
                }
                lines.append("")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The smallest use of it, then what the worked examples make of it, each line with what it comes to.
    private func example(of entry: Entry) -> [String] {
        let own = Sizes().constants(in: entry.comment.example) + entry.comment.example
        var parts = own.isEmpty ? [] : [own]
        if !entry.examples.isEmpty {
            parts += entry.examples.map { $0.given + $0.uses.flatMap { lines(of: $0) } }
        } else if own.isEmpty {
            parts += entry.shown.map { shown in
                shown.example.needed(for: shown.uses, showing: entry.isMentioned).flatMap { lines(of: $0) }
            }
        }
        guard !parts.isEmpty else { return [] }
        let code = parts.map { $0.map { "    " + $0 } }.joined(separator: [""])
        return ["Example", ""] + code + [""]
    }

    /// The value stands beside the code where the line has room for it, otherwise below.
    private func lines(of use: WorkedExample.Use) -> [String] {
        guard let result = use.result, let last = use.lines.last else { return use.lines }
        let line = last + "  // " + result
        return line.count + 4 <= width ? use.lines.dropLast() + [line] : use.lines + ["// " + result]
    }

    private func comment(of entry: Entry) -> [String] {
        let comment = entry.comment
        var lines: [String] = []
        if !comment.summary.isEmpty { lines += filled("  " + comment.summary, indent: "  ") + [""] }
        for line in comment.discussion {
            lines += line.isEmpty ? [""] : line.hasPrefix("    ") ? ["  " + line] : filled("  " + line, indent: "  ")
        }
        if !comment.discussion.isEmpty { lines.append("") }
        for item in comment.parameters { lines += filled("  \(item.name): \(item.text)", indent: "      ") }
        if let returns = comment.returns { lines += filled("  Returns: \(returns)", indent: "      ") }
        if let errors = entry.errors { lines += filled("  Errors: \(errors)", indent: "      ") }
        if !comment.elsewhere.isEmpty {
            let names = comment.elsewhere.map { "\($0.library) \($0.name)" }.joined(separator: ", ")
            lines += filled("  Elsewhere: \(names)", indent: "      ")
        }
        if lines.last?.isEmpty == false { lines.append("") }
        return lines
    }

    /// `text` in lines that fit, all but the first set in by `indent`; the first stands behind `head`, on a line of its own
    /// where that is too long.
    private func filled(_ text: String, indent: String, head: String? = nil) -> [String] {
        var lines: [String] = []
        var line = head.map { $0.padded(to: indent.count) } ?? String(text.prefix { $0 == " " })
        if line.count > indent.count, head != nil {
            lines.append(line)
            line = indent
        }
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines + [line]
    }

    static func firstSentence(_ text: String) -> String {
        guard let end = text.firstRange(of: ". ") else { return text }
        return String(text[..<end.lowerBound]) + "."
    }
}

extension String {
    /// With blanks behind it, up to a width.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
