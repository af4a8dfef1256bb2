/// Definition lists as pandoc writes them: the term on a line of its own, its meanings on lines that begin with a colon, with or
/// without an empty line before them.
enum DefinitionList {
    /// The definition that a paragraph is, or `nil`.
    static func definition(_ text: [Inline]) -> Definition? {
        var lines: [[Inline]] = [[]]
        for inline in text {
            if inline == .softBreak { lines.append([]) } else { lines[lines.count - 1].append(inline) }
        }
        guard lines.count > 1, !lines[0].isEmpty, meaning(lines[1]) != nil, meaning(lines[0]) == nil else { return nil }
        var definition = Definition(term: lines[0], meanings: [])
        for line in lines.dropFirst() {
            if let meaning = meaning(line) {
                definition.meanings.append(meaning)
            } else {
                definition.meanings[definition.meanings.count - 1] += [.softBreak] + line
            }
        }
        return definition
    }

    /// The blocks with terms and the meanings that follow them as one list, and lists that follow each other as one.
    static func joined(_ blocks: [BlockNode]) -> [BlockNode] {
        var result: [BlockNode] = []
        for node in blocks {
            switch (result.last?.block, node.block) {
            case (.definitions(let before)?, .definitions(let these)):
                result[result.count - 1].block = .definitions(before + these)
            case (.definitions(var before)?, .paragraph(let text)) where meaning(text) != nil:
                if let meaning = meaning(text) { before[before.count - 1].meanings.append(meaning) }
                result[result.count - 1].block = .definitions(before)
            case (.paragraph(let term)?, .paragraph(let text)) where isTerm(term) && meaning(text) != nil:
                let place = result.removeLast().place
                let list = [Definition(term: term, meanings: [meaning(text) ?? []])]
                if case .definitions(let before)? = result.last?.block {
                    result[result.count - 1].block = .definitions(before + list)
                } else {
                    result.append(BlockNode(.definitions(list), at: place))
                }
            default: result.append(node)
            }
        }
        return result
    }

    private static func isTerm(_ text: [Inline]) -> Bool {
        !text.isEmpty && !text.contains(.softBreak) && !text.contains(.lineBreak) && meaning(text) == nil
    }

    /// What stands behind the colon that a line begins with.
    private static func meaning(_ line: [Inline]) -> [Inline]? {
        guard case .text(let first)? = line.first, first.first == ":", first.dropFirst().first == " " else { return nil }
        let rest = first.dropFirst().drop { $0 == " " }
        return (rest.isEmpty ? [] : [.text(String(rest))]) + line.dropFirst()
    }
}
