import Exhibits

/// Gives cells their index, blanks their number and values and claims their slot, in the order in which `Lesson.steps` meets them.
enum Numbering {
    static func number(_ blocks: inout [BlockNode], reading formulas: inout FormulaReading) {
        var numbering = Renumbering(formulas: formulas)
        numbering.visit(&blocks)
        formulas = numbering.formulas
    }
}

private struct Renumbering {
    var formulas: FormulaReading
    var cell = 0
    var slot = 0
    /// How many blanks the exercise has so far; nil outside one.
    var blanks: Int?

    mutating func visit(_ blocks: inout [BlockNode]) {
        for index in blocks.indices { visit(&blocks[index].block) }
    }

    private mutating func visit(_ block: inout Block) {
        switch block {
        case .paragraph(var text):
            visit(&text)
            block = .paragraph(text)
        case .heading(let level, var text, let label):
            visit(&text)
            block = .heading(level: level, text, label: label)
        case .quote(var content):
            visit(&content)
            block = .quote(content)
        case .list(let start, let tight, var items):
            for index in items.indices { visit(&items[index]) }
            block = .list(start: start, tight: tight, items: items)
        case .table(var table):
            for index in table.header.indices { visit(&table.header[index]) }
            for row in table.rows.indices {
                for index in table.rows[row].indices { visit(&table.rows[row][index]) }
            }
            visit(&table.caption)
            block = .table(table)
        case .figure(var picture):
            visit(&picture.caption)
            block = .figure(picture)
        case .division(var division):
            let outer = blanks
            if division.kind == "exercise" { blanks = blanks ?? 0 }
            if division.kind == "solution" { blanks = nil }
            visit(&division.title)
            visit(&division.content)
            if division.kind == "exercise" || division.kind == "solution" { blanks = outer }
            block = .division(division)
        case .mathematics(var mathematics):
            visit(&mathematics)
            block = .mathematics(mathematics)
        case .cell(var content):
            content.index = cell
            cell += 1
            visit(&content.caption)
            block = .cell(content)
        case .definitions(var definitions):
            for index in definitions.indices {
                visit(&definitions[index].term)
                for meaning in definitions[index].meanings.indices { visit(&definitions[index].meanings[meaning]) }
            }
            block = .definitions(definitions)
        case .unseen(var steps):
            for index in steps.indices { visit(&steps[index]) }
            block = .unseen(steps)
        case .thematicBreak, .code, .html: break
        }
    }

    private mutating func visit(_ inlines: inout [Inline]) {
        for index in inlines.indices { visit(&inlines[index]) }
    }

    private mutating func visit(_ inline: inout Inline) {
        switch inline {
        case .emphasis(var text):
            visit(&text)
            inline = .emphasis(text)
        case .strong(var text):
            visit(&text)
            inline = .strong(text)
        case .link(var text, let destination, let title):
            visit(&text)
            inline = .link(text, destination: destination, title: title)
        case .image(var text, let destination, let title):
            visit(&text)
            inline = .image(text, destination: destination, title: title)
        case .span(var text, let attributes):
            visit(&text)
            inline = .span(text, attributes)
        case .marked(let mark, var text):
            visit(&text)
            inline = .marked(mark, text)
        case .mathematics(var mathematics):
            visit(&mathematics)
            inline =
                FormulaReading.reference(mathematics).map { .reference($0, at: mathematics.place) } ?? .mathematics(mathematics)
        case .value(var value):
            value.slot = next()
            inline = .value(value)
        case .claim(var claim):
            claim.slot = next()
            inline = .claim(claim)
        case .blank(var blank):
            blank.answer.slot = next()
            if let count = blanks {
                blanks = count + 1
                blank.number = count + 1
            }
            inline = .blank(blank)
        case .unseen(let slots): inline = .unseen(slots.map { numbered($0) })
        case .text, .softBreak, .lineBreak, .code, .html, .reference, .footnote, .citation, .task, .gap, .key: break
        }
    }

    private mutating func visit(_ step: inout Step) {
        switch step {
        case .cell(var content):
            content.index = cell
            cell += 1
            step = .cell(content)
        case .slot(let slot): step = .slot(numbered(slot))
        }
    }

    private mutating func numbered(_ slot: Slot) -> Slot {
        switch slot {
        case .value(var value):
            value.slot = next()
            return .value(value)
        case .claim(var claim):
            claim.slot = next()
            return .claim(claim)
        }
    }

    private mutating func visit(_ mathematics: inout Mathematics) {
        formulas.read(&mathematics)
        for index in mathematics.parts.indices {
            switch mathematics.parts[index] {
            case .tex: break
            case .claim(var claim):
                claim.slot = next()
                mathematics.parts[index] = .claim(claim)
            case .value(var value):
                value.slot = next()
                mathematics.parts[index] = .value(value)
            }
        }
    }

    private mutating func next() -> Int {
        defer { slot += 1 }
        return slot
    }
}
