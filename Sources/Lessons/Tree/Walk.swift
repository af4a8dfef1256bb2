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
    walk(blocks, text: { text, _ in walk(text, visit) }, block: { visit(.block($0)) })
}

/// All blocks in document order, and all running texts that stand by themselves, each with its block: paragraphs, titles, cells of
/// tables.
func walk(_ blocks: [BlockNode], text: ([Inline], BlockNode) -> Void, block: (BlockNode) -> Void) {
    for node in blocks {
        block(node)
        switch node.block {
        case .paragraph(let content), .heading(_, let content, _): text(content, node)
        case .quote(let content): walk(content, text: text, block: block)
        case .list(_, _, let items): for item in items { walk(item, text: text, block: block) }
        case .table(let table):
            for cell in table.header { text(cell, node) }
            for row in table.rows { for cell in row { text(cell, node) } }
            text(table.caption, node)
        case .figure(let picture): text(picture.caption, node)
        case .division(let division):
            text(division.title, node)
            walk(division.content, text: text, block: block)
        case .definitions(let definitions):
            for definition in definitions {
                text(definition.term, node)
                for meaning in definition.meanings { text(meaning, node) }
            }
        case .cell(let cell): text(cell.caption, node)
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
