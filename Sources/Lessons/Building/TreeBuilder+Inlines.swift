import Exhibits

extension TreeBuilder {
    /// A finished inline, or something whose meaning its neighbours decide.
    enum Piece {
        case inline(Inline)
        case attributes(Attributes, at: Place, source: String)
        case spanEnd(Int, Attributes, source: String)
        case mark(TextMark, isOpening: Bool, source: String)
        case tag(HTMLElement)
    }

    mutating func pieces(of nodes: [CommonMarkNode]) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        for node in nodes {
            if node.kind == .text {
                // libcmark cuts text at every character that might have meant something.
                text += node.literal
                continue
            }
            append(text, to: &pieces)
            text = ""
            pieces.append(tag(node).map(Piece.tag) ?? .inline(inline(node)))
        }
        append(text, to: &pieces)
        return pieces
    }

    /// A tag that is read, where HTML of the author's own isn't let through as it is.
    private func tag(_ node: CommonMarkNode) -> HTMLElement? {
        guard node.kind == .inlineHTML, !lifting.allowsRawHTML,
            let element = HTMLElement(Array(node.literal.utf8)[...]), ReadableHTML.isReadInText(element)
        else { return nil }
        return element
    }

    private mutating func inline(_ node: CommonMarkNode) -> Inline {
        switch node.kind {
        case .softBreak: return .softBreak
        case .lineBreak: return .lineBreak
        case .inlineCode: return .code(lifting.restored(node.literal))
        case .inlineHTML: return .html(lifting.restored(node.literal))
        case .emphasis: return .emphasis(inlines(pieces(of: node.children)))
        case .strong: return .strong(inlines(pieces(of: node.children)))
        case .link(let destination, let title):
            return .link(
                inlines(pieces(of: node.children)), destination: HTMLAddress.read(lifting.restored(destination)),
                title: lifting.restored(title))
        case .image(let destination, let title):
            return .image(
                inlines(pieces(of: node.children)), destination: HTMLAddress.read(lifting.restored(destination)),
                title: lifting.restored(title))
        default: return .text(lifting.restored(node.literal))
        }
    }

    private func append(_ text: String, to pieces: inout [Piece]) {
        guard !text.isEmpty else { return }
        for piece in lifting.pieces(of: text) {
            switch piece {
            case .text(let text): pieces.append(.inline(.text(EmojiNames.replaced(in: text))))
            case .marker(let number): pieces += self.pieces(for: number)
            }
        }
    }

    private func pieces(for number: Int) -> [Piece] {
        let lifted = lifting.lifted[number]
        return switch lifted.content {
        case .mathematics(let mathematics): [.inline(.mathematics(mathematics))]
        case .value(let value): [.inline(.value(value))]
        case .claim(let claim): [.inline(.claim(claim))]
        case .blank(let blank): [.inline(.blank(blank))]
        case .reference(let label, let place): [.inline(.reference(label, at: place))]
        case .footnote(let name, let place): [.inline(.footnote(name, at: place))]
        case .citation(let citation): [.inline(.citation(citation))]
        case .attributes(let attributes, let place): [.attributes(attributes, at: place, source: lifted.source)]
        case .span(let attributes): [.spanEnd(number, attributes, source: lifted.source)]
        case .mark(let mark, let isOpening): [.mark(mark, isOpening: isOpening, source: lifted.source)]
        case .tableCell: []
        default: [.inline(.text(lifting.restored(lifted.source)))]
        }
    }

    /// The pieces as inlines: spans closed, attributes given to the image before them, whatever means nothing put back as text.
    mutating func inlines(_ pieces: [Piece]) -> [Inline] {
        var result: [Inline] = []
        var opened: [Opened] = []
        // Spans in spans in spans: past a depth that no text has they are text, for a walk over the tree must come to an end.
        var tooDeep = 0
        for piece in pieces {
            switch piece {
            case .inline(let inline):
                // The text of a span doesn't join the text before it.
                if opened.last?.start == result.count { result.append(inline) } else { append(inline, to: &result) }
            case .attributes(let attributes, _, let source):
                switch result.last {
                case .image, .link, .code:
                    let attributed = result.removeLast()
                    result.append(span([attributed], attributes))
                default: append(.text(source), to: &result)
                }
            case .mark(let mark, let isOpening, let source):
                if isOpening, opened.count < CommonMark.deepest {
                    opened.append(Opened(start: result.count, kind: .mark(mark), source: source))
                } else if !isOpening, let opening = opened.last, opening.kind == .mark(mark) {
                    opened.removeLast()
                    let content = Array(result[opening.start...])
                    result.removeSubrange(opening.start...)
                    result.append(.marked(mark, content))
                } else {
                    append(.text(source), to: &result)
                }
            case .tag(let element): read(element, &opened, &result)
            case .spanEnd(_, let attributes, let source):
                if source == "[", opened.count >= CommonMark.deepest {
                    tooDeep += 1
                    append(.text(source), to: &result)
                } else if source != "[", tooDeep > 0 {
                    tooDeep -= 1
                    append(.text(source), to: &result)
                } else if source != "[", let opening = popSpan(from: &opened, in: &result) {
                    let content = Array(result[opening.start...])
                    result.removeSubrange(opening.start...)
                    append(span(content, attributes), to: &result)
                } else if source == "[" {
                    opened.append(Opened(start: result.count, kind: .span, source: source))
                } else {
                    append(.text(source), to: &result)
                }
            }
        }
        for opening in opened.reversed() { putBack(opening, &result) }
        return result
    }

    /// A tag among inlines: what it ends is made of all since it began.
    private mutating func read(_ element: HTMLElement, _ opened: inout [Opened], _ result: inout [Inline]) {
        switch element.name {
        case "br": result.append(.lineBreak)
        case "wbr": break
        case "img": if let picture = ReadableHTML.picture(element) { result.append(picture) }
        case _ where element.isClosing:
            guard let index = opened.lastIndex(where: { $0.element?.name == element.name }) else { return }
            while opened.count > index + 1, let inside = opened.popLast() { putBack(inside, &result) }
            guard let opening = opened.popLast(), let begun = opening.element else { return }
            let content = Array(result[opening.start...])
            result.removeSubrange(opening.start...)
            result += ReadableHTML.content(content, of: begun, anchor: anchor(of: begun))
        default:
            if opened.count < CommonMark.deepest {
                opened.append(Opened(start: result.count, kind: .element, source: "", element: element))
            }
        }
    }

    /// The name of a place in the page: each is given once.
    private mutating func anchor(of element: HTMLElement) -> String? {
        guard let name = element.attributes["id"] ?? (element.name == "a" ? element.attributes["name"] : nil), !name.isEmpty,
            !name.contains(where: \.isWhitespace), lifting.anchors.insert(name).inserted
        else { return nil }
        return name
    }

    /// Something that was opened and never closed: signs are text, and of a tag only its name as a place is left.
    private mutating func putBack(_ opening: Opened, _ result: inout [Inline]) {
        guard let element = opening.element else { return result.insert(.text(opening.source), at: opening.start) }
        if let name = anchor(of: element) { result.insert(.span([], Attributes(label: name)), at: opening.start) }
    }

    /// Something that was opened and is still to be closed.
    private struct Opened {
        enum Kind: Equatable {
            case span
            case mark(TextMark)
            case element
        }

        var start: Int
        var kind: Kind
        var source: String
        var element: HTMLElement?
    }

    /// The innermost open span. Marks that were opened in it and never closed are text.
    private mutating func popSpan(from opened: inout [Opened], in result: inout [Inline]) -> Opened? {
        guard opened.contains(where: { $0.kind == .span }) else { return nil }
        while let last = opened.popLast() {
            if last.kind == .span { return last }
            putBack(last, &result)
        }
        return nil
    }

    private mutating func span(_ content: [Inline], _ attributes: Attributes) -> Inline {
        switch Visibility(attributes, profiles: lifting.profiles) {
        case .shown(let rest): return .span(content, rest)
        case .hidden:
            var slots: [Slot] = []
            walk(content) { visit in
                guard case .inline(let inline) = visit else { return }
                slots += inline.slots
                if case .footnote(let name, _) = inline { hiddenFootnotes.insert(name) }
            }
            return .unseen(slots)
        }
    }

    private func append(_ inline: Inline, to result: inout [Inline]) {
        if case .text(let text) = inline, case .text(var joined) = result.last {
            // Taken out first, so that the text grows in its place instead of being copied each time.
            result.removeLast()
            joined += text
            result.append(.text(joined))
        } else {
            result.append(inline)
        }
    }

    /// Removes attributes, and the blanks before them, from the end of a heading or caption.
    func takeAttributes(from pieces: inout [Piece]) -> Attributes? {
        guard case .attributes(let attributes, _, _) = pieces.last else { return nil }
        pieces.removeLast()
        if case .inline(.text(let text)) = pieces.last {
            pieces.removeLast()
            let trimmed = text.trimmingSuffix(while: \.isWhitespace)
            if !trimmed.isEmpty { pieces.append(.inline(.text(trimmed))) }
        }
        return attributes
    }
}
