import Exhibits

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
        var joining = Joining()
        for node in blocks { joining.add(node) }
        return joining.finished()
    }

    /// A list grows here and goes to the blocks when it is whole: to take it from them for each term would copy it as often.
    private struct Joining {
        private var result: [BlockNode] = []
        private var list: [Definition] = []
        private var begin: Place?
        /// A paragraph behind the list that is a term if a meaning follows.
        private var term: (text: [Inline], place: Place)?

        mutating func add(_ node: BlockNode) {
            switch node.block {
            case .definitions(let these):
                if term != nil { flush() }
                begin = begin ?? node.place
                list += these
            case .paragraph(let text):
                switch (meaning(text), term) {
                case (let meaning?, let term?):
                    begin = begin ?? term.place
                    list.append(Definition(term: term.text, meanings: [meaning]))
                    self.term = nil
                case (let meaning?, nil) where !list.isEmpty: list[list.count - 1].meanings.append(meaning)
                case (nil, _) where isOneLine(text):
                    if term != nil { flush() }
                    term = (text, node.place)
                default:
                    flush()
                    result.append(node)
                }
            default:
                flush()
                result.append(node)
            }
        }

        private mutating func flush() {
            if let begin { result.append(BlockNode(.definitions(list), at: begin)) }
            if let term { result.append(BlockNode(.paragraph(term.text), at: term.place)) }
            list = []
            begin = nil
            term = nil
        }

        mutating func finished() -> [BlockNode] {
            flush()
            return result
        }
    }

    private static func isOneLine(_ text: [Inline]) -> Bool {
        !text.isEmpty && !text.contains(.softBreak) && !text.contains(.lineBreak)
    }

    /// What stands behind the colon that a line begins with.
    private static func meaning(_ line: [Inline]) -> [Inline]? {
        guard case .text(let first)? = line.first, first.first == ":", first.dropFirst().first == " " else { return nil }
        let rest = first.dropFirst().drop { $0 == " " }
        return (rest.isEmpty ? [] : [.text(String(rest))]) + line.dropFirst()
    }
}
