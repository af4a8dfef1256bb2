import Exhibits
import Lessons

/// Writes a lesson's tree as HTML: what libcmark knows, byte for byte as libcmark writes it; the rest through a filling.
public struct HTMLMarkup {
    public var filling: any MarkupFilling
    /// Whether the author's own HTML goes into the page. Without it libcmark's comment stands in its place.
    public var allowsRawHTML: Bool

    public init(filling: any MarkupFilling, allowsRawHTML: Bool = false) {
        self.filling = filling
        self.allowsRawHTML = allowsRawHTML
    }

    public func html(of blocks: [BlockNode]) -> String {
        var writer = HTMLWriter()
        write(blocks, to: &writer)
        return writer.html
    }

    public func html(of inlines: [Inline]) -> String {
        var writer = HTMLWriter()
        write(inlines, to: &writer)
        return writer.html
    }

    func write(_ blocks: [BlockNode], tight: Bool = false, to writer: inout HTMLWriter) {
        for node in blocks { write(node.block, tight: tight, to: &writer) }
    }

    private func write(_ block: Block, tight: Bool, to writer: inout HTMLWriter) {
        switch block {
        case .paragraph(let text) where Self.onlyDefines(text): break
        case .paragraph(let text):
            if tight {
                write(text, to: &writer)
            } else {
                writer.startLine()
                writer.write("<p>")
                write(text, to: &writer)
                writer.write("</p>\n")
            }
        case .heading(let level, let text, let label):
            writer.startLine()
            let identifier = filling.identifier(ofHeading: text, level: level, label: label)
            writer.write("<h\(level)\(identifier.map { " id=\"\(Escape.html($0))\"" } ?? "")>")
            write(text, to: &writer)
            writer.write("</h\(level)>\n")
        case .thematicBreak: writer.block("<hr />\n")
        case .quote(let content):
            writer.block("<blockquote>\n")
            write(content, to: &writer)
            writer.block("</blockquote>\n")
        case .list(let start, let isTight, let items): write(items, start: start, tight: isTight, to: &writer)
        case .code(let info, let text): writer.block(code(info: info, text: text))
        case .html(let html):
            writer.startLine()
            writer.write(allowsRawHTML ? html : Self.omitted)
            writer.startLine()
        case .cell(let cell): writer.piece(filling.cell(cell))
        case .mathematics(let mathematics): writer.piece(filling.mathematics(mathematics, isInText: false))
        case .table(let table): write(table, to: &writer)
        case .figure(let picture): write(picture, to: &writer)
        case .division(let division): write(division, to: &writer)
        case .definitions(let definitions): write(definitions, to: &writer)
        case .unseen: break
        }
    }

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

    private func write(_ items: [[BlockNode]], start: Int?, tight: Bool, to writer: inout HTMLWriter) {
        let name = start == nil ? "ul" : "ol"
        writer.block(start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n")
        for item in items {
            writer.block("<li>")
            write(item, tight: tight, to: &writer)
            writer.write("</li>\n")
        }
        writer.write("</\(name)>\n")
    }

    private func write(_ definitions: [Definition], to writer: inout HTMLWriter) {
        writer.block("<dl>\n")
        for definition in definitions {
            writer.write("<dt>\(html(of: definition.term))</dt>\n")
            for meaning in definition.meanings { writer.write("<dd>\(html(of: meaning))</dd>\n") }
        }
        writer.write("</dl>\n")
    }

    private func code(info: String, text: String) -> String {
        if let filled = filling.code(info: info, text: text) { return filled.hasSuffix("\n") ? filled : filled + "\n" }
        let language = info.prefix { !$0.isWhitespace }
        let attribute = language.isEmpty ? "" : " class=\"language-\(Escape.html(language))\""
        return "<pre><code\(attribute)>\(Escape.html(text))</code></pre>\n"
    }

    /// What libcmark leaves where it may not write the author's HTML.
    static let omitted = "<!-- raw HTML omitted -->"
}
