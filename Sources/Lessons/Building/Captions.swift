/// How a table's caption begins: with a colon, or, as pandoc reads it too, with the word and a colon.
enum CaptionOpening: String, CaseIterable {
    case colon = ":"
    case word = "Table:"
    case lowercase = "table:"

    /// The opening of a line or paragraph, with a blank or nothing behind it.
    init?(of text: some StringProtocol) {
        guard let opening = Self.allCases.first(where: { text.hasPrefix($0.rawValue + " ") || text == $0.rawValue }) else {
            return nil
        }
        self = opening
    }

    /// Its letters and the blank behind it.
    var count: Int { rawValue.count + 1 }

    /// Whether it may stand above its table behind a paragraph: with a colon alone it would be the definition of that.
    var mayStandAbove: Bool { self != .colon }
}

extension TreeBuilder {
    /// Gives tables the captions that stand below or above them: a paragraph that begins like one.
    mutating func captioned(_ blocks: [BlockNode]) -> [BlockNode] {
        var result: [BlockNode] = []
        for node in blocks {
            guard let last = result.last else {
                result.append(node)
                continue
            }
            if opening(of: node) != nil, let table = captioned(last, by: node) {
                result[result.count - 1] = table
            } else if let opening = opening(of: last), opening.mayStandAbove || !followsParagraph(result),
                let table = captioned(node, by: last)
            {
                result[result.count - 1] = table
            } else {
                result.append(node)
            }
        }
        return result
    }

    /// Whether the last block stands behind a paragraph, whose definition it could be.
    private func followsParagraph(_ blocks: [BlockNode]) -> Bool {
        if case .paragraph? = blocks.dropLast().last?.block { true } else { false }
    }

    private func opening(of node: BlockNode) -> CaptionOpening? {
        guard case .paragraph(let text) = node.block, case .text(let first)? = text.first else { return nil }
        return CaptionOpening(of: first)
    }

    /// A table with its caption; nil where it is none, or has one.
    private mutating func captioned(_ node: BlockNode, by paragraph: BlockNode) -> BlockNode? {
        guard case .table(var table) = node.block, table.caption.isEmpty, let opening = opening(of: paragraph),
            case .paragraph(var text) = paragraph.block, case .text(let first)? = text.first
        else { return nil }
        text[0] = .text(String(first.dropFirst(opening.count)))
        if first.count <= opening.count { text.removeFirst() }
        if case .span(let inner, let attributes) = text.last, inner.isEmpty {
            text.removeLast()
            table.label = attributes.label
        }
        table.caption = text
        if let number = tableNumbers[node.place] {
            tableClaims[paragraph.place]?.apply(to: &table, shape: lifting.tables[number], with: &lifting)
        }
        var node = node
        node.block = .table(table)
        return node
    }
}
