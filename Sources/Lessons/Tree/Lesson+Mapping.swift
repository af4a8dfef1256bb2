extension [BlockNode] {
    /// The same blocks with something else in the place of each inline; what an inline contains is put in its place first.
    public func mappingInlines(_ change: (Inline) -> [Inline]) -> [BlockNode] {
        func text(_ inlines: [Inline]) -> [Inline] {
            inlines.flatMap { inline -> [Inline] in
                switch inline {
                case .emphasis(let inside): change(.emphasis(text(inside)))
                case .strong(let inside): change(.strong(text(inside)))
                case .link(let inside, let destination, let title):
                    change(.link(text(inside), destination: destination, title: title))
                case .image(let inside, let destination, let title):
                    change(.image(text(inside), destination: destination, title: title))
                case .marked(let mark, let inside): change(.marked(mark, text(inside)))
                case .span(let inside, let attributes): change(.span(text(inside), attributes))
                default: change(inline)
                }
            }
        }
        return map { node in
            var node = node
            switch node.block {
            case .paragraph(let inlines): node.block = .paragraph(text(inlines))
            case .heading(let level, let inlines, let label): node.block = .heading(level: level, text(inlines), label: label)
            case .quote(let inside): node.block = .quote(inside.mappingInlines(change))
            case .list(let start, let tight, let items):
                node.block = .list(start: start, tight: tight, items: items.map { $0.mappingInlines(change) })
            case .table(var table):
                table.header = table.header.map { text($0) }
                table.rows = table.rows.map { $0.map { text($0) } }
                table.caption = text(table.caption)
                node.block = .table(table)
            case .figure(var picture):
                picture.caption = text(picture.caption)
                node.block = .figure(picture)
            case .division(var division):
                division.title = text(division.title)
                division.content = division.content.mappingInlines(change)
                node.block = .division(division)
            case .cell(var cell):
                cell.caption = text(cell.caption)
                node.block = .cell(cell)
            case .definitions(let definitions):
                node.block = .definitions(
                    definitions.map { Definition(term: text($0.term), meanings: $0.meanings.map { text($0) }) })
            case .thematicBreak, .code, .html, .mathematics, .unseen: break
            }
            return node
        }
    }
}
