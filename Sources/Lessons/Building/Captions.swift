extension TreeBuilder {
    /// Gives tables the captions that follow them: a paragraph that begins with a colon.
    mutating func captioned(_ blocks: [BlockNode]) -> [BlockNode] {
        var result: [BlockNode] = []
        for node in blocks {
            guard case .paragraph(var text) = node.block, let last = result.last, case .table(var table) = last.block,
                table.caption.isEmpty, case .text(let first) = text.first, first.hasPrefix(": ") || first == ":"
            else {
                result.append(node)
                continue
            }
            text[0] = .text(String(first.dropFirst(2)))
            if first.count <= 2 { text.removeFirst() }
            if case .span(let inner, let attributes) = text.last, inner.isEmpty {
                text.removeLast()
                table.label = attributes.label
            }
            table.caption = text
            if let number = tableNumbers[last.place] {
                tableClaims[node.place]?.apply(to: &table, shape: lifting.tables[number], with: &lifting)
            }
            result[result.count - 1].block = .table(table)
        }
        return result
    }
}
