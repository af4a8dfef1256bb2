import Exhibits

extension TreeBuilder {
    /// A division whose end has not been met yet.
    private struct Open {
        var attributes: Attributes
        var place: Place
        var isFootnote: Bool
        var content: [BlockNode] = []
    }

    /// Blocks that follow each other: markers become divisions and tables, the rest is converted one by one.
    mutating func siblings(_ nodes: [CommonMarkNode]) -> [BlockNode] {
        var open = [Open(attributes: Attributes(), place: Place(file: "", line: 0), isFootnote: false)]
        var index = 0
        while index < nodes.count {
            let node = nodes[index]
            index += 1
            guard let content = marker(node) else {
                append(block(node), to: &open)
                continue
            }
            switch content {
            case .divisionStart(let attributes, let place):
                if open.count == CommonMark.deepest {
                    lifting.findings.append(
                        Finding(
                            .error, code: "nested-too-deeply", at: place, length: 3,
                            "divisions are nested more than \(CommonMark.deepest) deep here; close some"))
                }
                // One that is too deep stands beside its neighbours: a walk over the tree must come to an end.
                if open.count > CommonMark.deepest { close(&open) }
                open.append(Open(attributes: attributes, place: place, isFootnote: false))
            case .footnoteStart(let name, let place):
                open.append(Open(attributes: Attributes(label: name), place: place, isFootnote: true))
            case .divisionEnd, .footnoteEnd:
                if open.count > 1 {
                    let last = open[open.count - 1]
                    if case .divisionEnd(let end) = content { lifting.noteGiven(last.attributes, from: last.place, to: end) }
                    close(&open)
                } else if case .divisionEnd(let place) = content {
                    lifting.findings.append(
                        Finding(
                            .error, code: "nothing-to-close", at: place, length: 3,
                            "these colons close nothing; remove them, or open a division with ::: {…} in the same list or quote"
                        ))
                }
            case .table(let number):
                let place = place(of: node)
                tableNumbers[place] = number
                let (table, next) = table(number, nodes, from: index, at: place)
                append([BlockNode(.table(table), at: place)], to: &open)
                index = next
            default: break
            }
        }
        while open.count > 1 {
            let place = open[open.count - 1].place
            if !open[open.count - 1].isFootnote {
                lifting.findings.append(
                    Finding(
                        .error, code: "unclosed-division", at: place, length: 3,
                        "this division is never closed; end it with a line of colons, inside the same list or quote"))
            }
            close(&open)
        }
        return DefinitionList.joined(captioned(open[0].content))
    }

    private func append(_ blocks: [BlockNode], to open: inout [Open]) {
        open[open.count - 1].content += blocks
    }

    private mutating func close(_ open: inout [Open]) {
        let last = open.removeLast()
        let content = DefinitionList.joined(captioned(last.content))
        var attributes = last.attributes
        if !last.isFootnote {
            switch Visibility(last.attributes, profiles: lifting.profiles) {
            case .hidden(let keepsDefinitions):
                if keepsDefinitions { append(definitions(in: content), to: &open) }
                return append(unseen(content, at: last.place), to: &open)
            // A division that only asks whether it is shown is none on the page.
            case .shown(let rest) where rest.isEmpty && !last.attributes.isEmpty: return append(content, to: &open)
            case .shown(let rest): attributes = rest
            }
        }
        let division =
            last.isFootnote
            ? Division(kind: "footnote", label: last.attributes.label, content: content)
            : DivisionKind.division(attributes, content: content)
        append([BlockNode(.division(division), at: last.place)], to: &open)
    }

    /// The formulas among blocks that do nothing but define.
    private func definitions(in content: [BlockNode]) -> [BlockNode] {
        var found: [BlockNode] = []
        func take(_ formula: Mathematics) {
            var read = formula
            var reading = FormulaReading()
            reading.read(&read)
            if read.isBlank, !read.definitions.isEmpty { found.append(BlockNode(.mathematics(formula), at: formula.place)) }
        }
        walk(content) { visit in
            switch visit {
            case .block(let node): if case .mathematics(let formula) = node.block { take(formula) }
            case .inline(.mathematics(let formula)): take(formula)
            case .inline: break
            }
        }
        return found
    }

    /// What is left of blocks that aren't shown.
    private mutating func unseen(_ content: [BlockNode], at place: Place) -> [BlockNode] {
        walk(content) { visit in
            if case .inline(.footnote(let name, _)) = visit { hiddenFootnotes.insert(name) }
        }
        let steps = content.steps
        return steps.isEmpty ? [] : [BlockNode(.unseen(steps), at: place)]
    }

    /// The content of a marker that stands as a block of its own.
    private func marker(_ node: CommonMarkNode) -> Lifted.Content? {
        guard node.kind == .html, node.literal.hasPrefix("<!--\(lifting.mark)") else { return nil }
        let inside = node.literal.dropFirst(4).prefix { $0 != "-" }
        guard case .marker(let number) = lifting.pieces(of: String(inside)).first else { return nil }
        return lifting.lifted[number].content
    }

    /// A table whose cells stand as paragraphs between markers, up to its end marker; answers where to go on.
    private mutating func table(
        _ number: Int, _ nodes: [CommonMarkNode], from start: Int, at place: Place
    ) -> (PipeTable, Int) {
        let shape = lifting.tables[number]
        var cells: [[Inline]] = []
        var captionAttributes: Attributes?
        var index = start
        while index < nodes.count {
            let node = nodes[index]
            // What isn't the table's own is nothing of it, whatever became of its end.
            let content = marker(node)
            if content == nil, cells.count == shape.rows * shape.columns + (shape.hasCaption ? 1 : 0) { break }
            if let content, !content.isTable { break }
            index += 1
            if let content {
                if case .tableEnd = content { break }
                continue
            }
            var pieces = pieces(of: node.children)
            if shape.hasCaption, cells.count == shape.rows * shape.columns,
                case .attributes(let attributes, let attributesPlace, let source) = pieces.last
            {
                captionAttributes = takeAttributes(from: &pieces)
                tableClaims[place] = TableClaim(attributes, source: source, at: attributesPlace)
            }
            cells.append(inlines(pieces))
        }
        var rows: [[[Inline]]] = []
        for row in 0..<shape.rows {
            let first = row * shape.columns
            rows.append((first..<(first + shape.columns)).map { $0 < cells.count ? cells[$0] : [] })
        }
        var table = PipeTable(header: rows.first ?? [], alignments: shape.alignments, rows: Array(rows.dropFirst()))
        if shape.hasCaption, let caption = cells.last {
            table.caption = caption
            table.label = captionAttributes?.label
            tableClaims[place]?.apply(to: &table, shape: shape, with: &lifting)
        }
        return (table, index)
    }
}
