import Exhibits

/// Looks through what a lesson prints as characters for constructs of other tools, and says once each what to write.
///
/// It looks at the tree, so that nothing that was read, no code and no formula can be mistaken; and finds the place of what it
/// found in the text as the author wrote it.
struct DialectSearch {
    private let text: LocatedText
    private var lifting: Lifting
    private var left = Dialect.all
    /// How many bytes may still be looked through for places: findings of which each isn't found would take long.
    private var unsearched = 20_000_000

    static func look(through blocks: [BlockNode], of text: LocatedText, with lifting: inout Lifting) {
        var search = DialectSearch(text: text, lifting: .empty)
        swap(&search.lifting, &lifting)
        walk(blocks) { visit in
            guard case .block(let node) = visit else { return }
            search.look(at: node)
        }
        swap(&search.lifting, &lifting)
    }

    private init(text: LocatedText, lifting: Lifting) {
        self.text = text
        self.lifting = lifting
    }

    private mutating func look(at node: BlockNode) {
        switch node.block {
        case .paragraph(let content), .heading(_, let content, _): look(through: content, at: node.place)
        case .table(let table):
            for cell in table.header + table.rows.flatMap(\.self) + [table.caption] { look(through: cell, at: node.place) }
        case .definitions(let definitions):
            for content in definitions.flatMap({ [$0.term] + $0.meanings }) { look(through: content, at: node.place) }
        case .figure(let picture): look(through: picture.caption, at: node.place)
        case .code(let info, _):
            let language = info.prefix { !$0.isWhitespace }
            if ["mermaid", "dot", "graphviz", "plantuml", "tikz"].contains(language) {
                note(
                    "diagram", String(language), at: node.place,
                    "a diagram in \(language) is shown as code; write a picture of it, ![What it shows](diagram.svg)")
            }
        case .thematicBreak: lookForSimpleTable(at: node.place)
        default: break
        }
    }

    private mutating func look(through content: [Inline], at place: Place) {
        // More than an honest paragraph holds is not looked through: expressions take longer than they are worth.
        let printed = String(Self.printed(content).prefix(4000))
        guard !printed.isEmpty else { return }
        let beginning = if case .text(let text)? = content.first { text } else { "" }
        for (index, dialect) in left.enumerated().reversed() where printed.holds(dialect.mark) {
            guard !dialect.isPlain || beginning.hasPrefix(dialect.mark) else { continue }
            for found in dialect.expression(printed) {
                let kind = dialect.isFamily ? "\(dialect.kind) \(found)" : dialect.kind
                if !lifting.dialects.contains(kind) { note(kind, String(found), at: place, dialect.advice(found)) }
                if !dialect.isFamily {
                    left.remove(at: index)
                    break
                }
            }
        }
    }

    private mutating func note(_ kind: String, _ found: String, at place: Place, _ advice: String) {
        let (origin, length) = origin(of: found, from: place)
        lifting.noteDialect(kind, at: origin, length: length, advice)
    }

    private static let rule = Pattern(/-{2,}(?:\s+-{2,})+\s*/)

    /// A table without bars reads as a rule between paragraphs.
    private mutating func lookForSimpleTable(at place: Place) {
        guard !lifting.dialects.contains("simple-table"), let start = index(of: place) else { return }
        let line = text.bytes[start...].prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }.text
        guard line.wholeMatch(of: Self.rule.regex) != nil else { return }
        lifting.noteDialect(
            "simple-table", at: text.origin(at: start), length: line.utf8.count,
            "a table without bars is shown as a rule and text; write | a | b | with |---|---| below the first row")
    }

    // MARK: Places

    /// Where the first line of what was found stands, at a place or behind it; where marks stand in it that aren't printed, its
    /// beginning.
    private mutating func origin(of found: String, from place: Place) -> (Origin, length: Int) {
        let start = index(of: place) ?? 0
        var needle = found.prefix { !$0.isNewline && $0 != "\u{FFFC}" }
        while !needle.isEmpty, unsearched > 0 {
            let near = text.bytes[start..<min(text.count, start + Self.farthest)]
            let offset = near.offset(ofText: String(needle))
            unsearched -= offset ?? near.count
            if let offset { return (text.origin(at: start + offset), needle.utf8.count) }
            // Less than three characters stand anywhere.
            guard needle.count > 3 else { break }
            needle = needle.prefix(max(3, needle.count / 2))
        }
        return (text.origin(at: start), 0)
    }

    /// How far behind a block's beginning its text is looked through.
    private static let farthest = 200_000

    private mutating func index(of place: Place) -> Int? { lines[Line(file: place.file, number: place.line)] }

    private struct Line: Hashable {
        var file: String
        var number: Int
    }

    /// Where the lines of all files begin in the text; looked for when the first is asked for.
    private lazy var lines: [Line: Int] = {
        var lines: [Line: Int] = [:]
        for line in Lines(text.bytes).all where line.start < text.count {
            let place = lifting.place(text.origin(at: line.start))
            let key = Line(file: place.file, number: place.line)
            if lines[key] == nil { lines[key] = line.start }
        }
        return lines
    }()

    // MARK: Printed text

    /// The characters that a reader sees, with `\u{FFFC}` for what isn't text.
    private static func printed(_ content: [Inline]) -> String {
        content.map { inline in
            switch inline {
            case .text(let text): text
            case .softBreak, .lineBreak: "\n"
            case .code: "`\u{FFFC}`"
            case .emphasis(let content), .strong(let content), .link(let content, _, _), .span(let content, _),
                .marked(_, let content):
                printed(content)
            default: "\u{FFFC}"
            }
        }.joined()
    }
}
