/// Gives tables the captions that follow them: a paragraph that begins with a colon.
enum Captions {
    static func joined(_ blocks: [BlockNode]) -> [BlockNode] {
        var result: [BlockNode] = []
        for node in blocks {
            guard case .paragraph(var text) = node.block, case .table(var table) = result.last?.block, table.caption.isEmpty,
                case .text(let first) = text.first, first.hasPrefix(": ")
            else {
                result.append(node)
                continue
            }
            text[0] = .text(String(first.dropFirst(2)))
            if case .span(let inner, let attributes) = text.last, inner.isEmpty {
                text.removeLast()
                table.label = attributes.label
            }
            table.caption = text
            result[result.count - 1].block = .table(table)
        }
        return result
    }
}
