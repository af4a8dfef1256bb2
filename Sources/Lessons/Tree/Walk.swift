/// Something met on the way through a lesson's tree.
public enum Visit {
    case block(BlockNode)
    case inline(Inline)
}

extension Lesson {
    /// All blocks and inlines in document order, each before what it contains.
    public func walk(_ visit: (Visit) -> Void) { Lessons.walk(blocks, visit) }
}

/// All blocks and inlines below `blocks` in document order, each before what it contains.
public func walk(_ blocks: [BlockNode], _ visit: (Visit) -> Void) {
    for node in blocks {
        visit(.block(node))
        switch node.block {
        case .paragraph(let text), .heading(_, let text, _): walk(text, visit)
        case .quote(let content): walk(content, visit)
        case .list(_, _, let items): for item in items { walk(item, visit) }
        case .table(let table):
            for cell in table.header { walk(cell, visit) }
            for row in table.rows { for cell in row { walk(cell, visit) } }
            walk(table.caption, visit)
        case .figure(let picture): walk(picture.caption, visit)
        case .division(let division):
            walk(division.title, visit)
            walk(division.content, visit)
        case .definitions(let definitions):
            for definition in definitions {
                walk(definition.term, visit)
                for meaning in definition.meanings { walk(meaning, visit) }
            }
        case .cell(let cell): walk(cell.caption, visit)
        case .thematicBreak, .code, .html, .mathematics, .unseen: break
        }
    }
}

/// All inlines in document order, each before what it contains.
public func walk(_ inlines: [Inline], _ visit: (Visit) -> Void) {
    for inline in inlines {
        visit(.inline(inline))
        switch inline {
        case .emphasis(let text), .strong(let text), .link(let text, _, _), .image(let text, _, _), .span(let text, _),
            .marked(_, let text):
            walk(text, visit)
        case .text, .softBreak, .lineBreak, .code, .html, .mathematics, .value, .claim, .reference, .footnote, .citation,
            .blank, .gap, .key, .unseen, .task:
            break
        }
    }
}
