import Exhibits
import Lessons

/// Makes a page's tree of a lesson's: what libcmark knows, byte for byte as libcmark writes it; the rest through a filling.
public struct HTMLMarkup {
    public var filling: any MarkupFilling
    /// Whether the author's own HTML goes into the page. Without it libcmark's comment stands in its place.
    public var allowsRawHTML: Bool

    public init(filling: any MarkupFilling, allowsRawHTML: Bool = false) {
        self.filling = filling
        self.allowsRawHTML = allowsRawHTML
    }

    public func html(of blocks: [BlockNode]) -> String { nodes(of: blocks).html }

    func nodes(of blocks: [BlockNode], tight: Bool = false) -> [PageNode] {
        var previous: Block?
        return blocks.flatMap { node -> [PageNode] in
            defer { previous = node.block }
            return nodes(of: node.block, tight: tight, after: previous)
        }
    }

    private func nodes(of block: Block, tight: Bool, after previous: Block?) -> [PageNode] {
        switch block {
        case .paragraph(let text) where Self.onlyDefines(text): []
        case .paragraph(let text): tight ? nodes(of: text) : Tag.p.line { nodes(of: text) }
        case .heading(let level, let text, let label):
            Tag.heading(level).line(.id(filling.identifier(ofHeading: text, level: level, label: label))) { nodes(of: text) }
        case .thematicBreak: Tag.hr.line {}
        case .quote(let content): Tag.blockquote.block { nodes(of: content) }
        case .list(let start, let isTight, let items): list(items, start: start, tight: isTight)
        case .code(let info, let text): [.line] + code(info: info, text: text)
        case .html(let html): [.line, raw(html), .line]
        case .cell(let cell): piece(filling.cell(cell))
        case .mathematics(let mathematics): piece(filling.mathematics(mathematics, isInText: false))
        case .table(let table): nodes(of: table)
        case .figure(let picture): nodes(of: picture)
        case .division(let division): nodes(of: division, after: previous)
        case .definitions(let definitions): nodes(of: definitions)
        case .unseen: []
        }
    }

    /// A block that the filling made: on lines of its own, whether it ends its last one or not.
    private func piece(_ nodes: [PageNode]) -> [PageNode] { nodes.isEmpty ? [] : [.line] + nodes + [.line] }

    /// The author's own HTML, or what libcmark leaves where it may not be written.
    func raw(_ html: String) -> PageNode { .markup(allowsRawHTML ? html : "<!-- raw HTML omitted -->") }

    /// Whether a paragraph holds nothing but definitions for formulas.
    private static func onlyDefines(_ text: [Inline]) -> Bool {
        var defines = false
        for inline in text {
            switch inline {
            case .mathematics(let formula) where formula.isBlank && !formula.definitions.isEmpty: defines = true
            case .softBreak, .unseen: break
            default: return false
            }
        }
        return defines
    }

    private func list(_ items: [[BlockNode]], start: Int?, tight: Bool) -> [PageNode] {
        let number = start.flatMap { $0 == 1 ? nil : "\($0)" }
        return (start == nil ? Tag.ul : Tag.ol).block(.text(.start, number)) {
            for item in items { Tag.li.line { nodes(of: item, tight: tight) } }
        }
    }

    private func nodes(of definitions: [Definition]) -> [PageNode] {
        Tag.dl.block {
            for definition in definitions {
                Tag.dt.line { nodes(of: definition.term) }
                for meaning in definition.meanings { Tag.dd.line { nodes(of: meaning) } }
            }
        }
    }

    private func code(info: String, text: String) -> [PageNode] {
        if let filled = filling.code(info: info, text: text) { return filled + [.line] }
        let language = info.prefix { !$0.isWhitespace }
        return Tag.pre.line {
            Tag.code(language.isEmpty ? nil : .class("language-\(language)")) { text }
        }
    }
}
