import Exhibits

/// Makes Lectern's tree out of libcmark's, putting back what was lifted out.
struct TreeBuilder {
    let text: LocatedText
    let lines: Lines
    var lifting: Lifting
    let execute: CellOptions
    /// The numbers of tables by where they stand, and what captions claim of the tables before them.
    var tableNumbers: [Place: Int] = [:]
    var tableClaims: [Place: TableClaim] = [:]
    /// The footnotes that text mentions which isn't shown.
    var hiddenFootnotes: Set<String> = []

    init(_ text: LocatedText, lifting: Lifting, execute: CellOptions) {
        self.text = text
        self.lines = Lines(text.bytes)
        self.lifting = lifting
        self.execute = execute
    }

    mutating func blocks(of document: CommonMarkNode) -> [BlockNode] {
        let blocks = siblings(document.children)
        return blocks.hidingFootnotes(of: hiddenFootnotes)
    }

    func origin(of node: CommonMarkNode) -> Origin {
        text.origin(at: lines.offset(line: node.line, column: node.column))
    }

    func place(of node: CommonMarkNode) -> Place { lifting.place(origin(of: node)) }

    /// A block that isn't a marker. A paragraph may turn out to be several blocks: a row of formulas, a caption.
    mutating func block(_ node: CommonMarkNode) -> [BlockNode] {
        let place = place(of: node)
        switch node.kind {
        case .paragraph: return paragraph(pieces(of: node.children), at: place)
        case .heading(let level):
            var content = pieces(of: node.children)
            let attributes = takeAttributes(from: &content)
            return [BlockNode(.heading(level: level, inlines(content), label: attributes?.label), at: place)]
        case .thematicBreak: return [BlockNode(.thematicBreak, at: place)]
        case .quote:
            let content = siblings(node.children)
            let quote = Callout.division(from: content).map(Block.division) ?? .quote(content)
            return [BlockNode(quote, at: place)]
        case .list(let start, let tight):
            let items = node.children.map { Tasks.item(siblings($0.children)) }
            return [BlockNode(.list(start: start, tight: tight, items: items), at: place)]
        case .code(let info): return [BlockNode(code(node, info: lifting.restored(info)), at: place)]
        case .html:
            return [BlockNode(html(lifting.restored(node.literal), of: node), at: place)]
        case .tooDeep:
            lifting.report(
                "nested-too-deeply", at: origin(of: node),
                "lists and quotes are nested more than \(CommonMark.deepest) deep here; the rest is left out")
            return []
        case .tooManyPictures:
            lifting.report(
                "too-many-pictures", at: origin(of: node),
                "more than \(BoundedText.mostPictures) pictures begin here without an empty line between them, and no more are read; put "
                    + "empty lines between them")
            return []
        default: return []
        }
    }

    private mutating func paragraph(_ content: [Piece], at place: Place) -> [BlockNode] {
        if content.count == 2, case .inline(.image(let text, let destination, let title)) = content[0],
            case .attributes(let attributes, _, _) = content[1]
        {
            let picture = Picture(caption: text, destination: destination, title: title, attributes: attributes)
            return [BlockNode(.figure(picture), at: place)]
        }
        var content = content
        if case .inline(.text(let first)) = content.first, CaptionOpening(of: first) != nil,
            case .attributes(let attributes, let attributesPlace, let source) = content.last
        {
            // A table's caption; whose, its neighbours know.
            _ = takeAttributes(from: &content)
            tableClaims[place] = TableClaim(attributes, source: source, at: attributesPlace)
            content.append(.inline(.span([], attributes)))
        }
        let text = inlines(content)
        let formulas = text.compactMap { inline -> Mathematics? in
            if case .mathematics(let mathematics) = inline, mathematics.isDisplay { mathematics } else { nil }
        }
        let rest = text.filter { inline in
            switch inline {
            case .mathematics(let mathematics): !mathematics.isDisplay
            case .softBreak: false
            default: true
            }
        }
        if !formulas.isEmpty, rest.isEmpty { return formulas.map { BlockNode(.mathematics($0), at: $0.place) } }
        if let definition = DefinitionList.definition(text) { return [BlockNode(.definitions([definition]), at: place)] }
        return [BlockNode(.paragraph(text), at: place)]
    }

    /// Running text that stands outside the lesson's own blocks, such as a caption in a cell's options.
    private mutating func running(_ text: LocatedText) -> [Inline] {
        var prefixed = LocatedText()
        // The marker keeps text such as "1. Losses" from being read as a list.
        prefixed.append(lifting.marker(for: .tableCell, source: ""), at: text.origin(at: 0))
        prefixed.append(InlineLifter.lifted(text, with: &lifting))
        var builder = TreeBuilder(prefixed, lifting: lifting, execute: execute)
        let blocks = builder.blocks(of: CommonMark.tree(of: prefixed.bytes))
        lifting = builder.lifting
        guard case .paragraph(let content) = blocks.first?.block else { return [] }
        return content
    }

    /// HTML of the author's own: a link to what it embeds, or nothing, where the course doesn't allow it.
    private mutating func html(_ html: String, of node: CommonMarkNode) -> Block {
        if !lifting.allowsRawHTML {
            if let link = EmbeddedMedia.link(in: html) {
                if case .link(_, let address, _) = link {
                    lifting.addresses.append(Address(address, at: lifting.place(origin(of: node)), isImage: false))
                }
                return .paragraph([link])
            }
            if !html.hasPrefix("<!--"), !html.allSatisfy(\.isWhitespace) {
                lifting.warn(
                    "raw-html", at: origin(of: node), length: html.prefix { !$0.isNewline }.utf8.count,
                    "HTML of your own is left out of the page; write it in Markdown, or allow it with “raw-html: true” in course.yml"
                )
            }
        }
        return .html(html)
    }

    // MARK: Code

    private mutating func code(_ node: CommonMarkNode, info: String) -> Block {
        let body = lifting.restored(node.literal)
        let fence = Fence(of: node, lines: lines, bytes: text.bytes)
        if let fence, !fence.isClosed {
            lifting.reportUnclosed(
                "unclosed-fence", at: origin(of: node), length: 3,
                "this code block is never closed; end it with a line of as many marks as open it")
        }
        let infoOrigin = origin(of: node)
        switch CellFence(info) {
        case .code(let info): return .code(info: info, text: body)
        case .shownCell(let info):
            let ending = body.isEmpty || body.hasSuffix("\n") ? "" : "\n"
            return .code(info: "swift", text: "```\(info)\n\(body)\(ending)```\n")
        case .html: return html(body, of: node)
        case .otherFormat: return .html("")
        case .directive(let name, let argument):
            lifting.noteDialect(
                "directive " + name, at: infoOrigin, length: 3, Directive.advice(for: name, argument: argument))
            return .code(info: "", text: body)
        case .listing(let language, let attributes):
            var caption: [Inline] = []
            if let text = attributes.values["lst-cap"] ?? attributes.values["caption"] {
                var located = LocatedText()
                located.append(text, at: infoOrigin)
                caption = running(located)
            }
            let code = BlockNode(.code(info: language, text: body), at: lifting.place(infoOrigin))
            return .division(Division(kind: "listing", label: attributes.label, title: caption, content: [code]))
        case .otherLanguage(let language) where Directive.isKnown(language, argument: ""):
            lifting.noteDialect(
                "directive " + language, at: infoOrigin, length: 3, Directive.advice(for: language, argument: ""))
            return .code(info: "", text: body)
        case .otherLanguage(let language):
            lifting.warn(
                "unknown-cell-language", at: infoOrigin, length: 3,
                "a cell in “\(language)” is shown but not run; cells are written in {swift}")
            return .code(info: language, text: body)
        case .cell(let settings):
            let lines = bodyLines(of: node, body)
            let origins = (0...lines.count).map { number in
                number < lines.count && lines[number].count > 0
                    ? lines[number].origin(at: 0) : originOfLine(node.line + number)
            }
            let parsed = OptionParser.cell(
                lines, origins: origins, settings: settings, at: infoOrigin, execute: execute, with: &lifting)
            var cell = Cell(index: 0, code: parsed.code, at: lifting.place(parsed.origin), options: parsed.options)
            if let caption = parsed.caption { cell.caption = running(caption) }
            return .cell(cell)
        }
    }

    private static func endsLine(_ character: Character) -> Bool { ["\n", "\r\n", "\r"].contains(character) }

    /// The lines of a code block, each with the origin of its first byte.
    private func bodyLines(of node: CommonMarkNode, _ body: String) -> [LocatedText] {
        var result: [LocatedText] = []
        var number = node.line
        for line in body.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine).dropLast() {
            var located = LocatedText()
            if number < lines.count {
                let source = lines[number]
                let width = line.utf8.count
                let indented = source.end - width
                if indented >= source.start, text.bytes[indented..<source.end].elementsEqual(line.utf8) {
                    located = text[indented..<source.end]
                    if width == 0 { located = LocatedText() }
                } else {
                    located.append(String(line), at: text.origin(at: source.start))
                }
            } else {
                located.append(String(line), at: text.origin(at: text.count))
            }
            result.append(located)
            number += 1
        }
        return result
    }

    /// Where the line with this number, counted from 0, begins.
    func originOfLine(_ number: Int) -> Origin {
        number < lines.count ? text.origin(at: lines[number].start) : text.origin(at: text.count)
    }
}
