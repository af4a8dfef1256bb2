import Lessons

/// Divisions that stand together under one caption or beside each other.
extension HTMLMarkup {
    /// A figure of several parts: pictures and cells, and a last paragraph that is the caption of all.
    func writeFigure(_ division: Division, to writer: inout HTMLWriter) {
        let (parts, caption) = captionApart(in: division)
        writer.block("<figure\(identifier(division.label))>\n<div class=\"layout\"\(Layout.style(of: division))>\n")
        write(parts, to: &writer)
        writer.block("</div>\n")
        writeCaption(caption, of: division.label, to: &writer)
        writer.block("</figure>\n")
    }

    /// A table, or several of them, below the caption of all.
    func writeTable(_ division: Division, to writer: inout HTMLWriter) {
        let (parts, caption) = captionApart(in: division)
        let layout = Layout.style(of: division)
        writer.block("<figure class=\"table\"\(identifier(division.label))>\n")
        writeCaption(caption, of: division.label, to: &writer)
        if !layout.isEmpty { writer.block("<div class=\"layout\"\(layout)>\n") }
        write(parts, to: &writer)
        if !layout.isEmpty { writer.block("</div>\n") }
        writer.block("</figure>\n")
    }

    /// The parts of a figure or table, and its caption: as in Quarto the last paragraph, if there is one.
    private func captionApart(in division: Division) -> (parts: [BlockNode], caption: [Inline]) {
        guard case .paragraph(let text)? = division.content.last?.block, !Self.isPicture(text) else {
            return (division.content, division.title)
        }
        return (Array(division.content.dropLast()), text)
    }

    /// Code with a number and a caption, which stands above it as a table's does.
    func writeListing(_ division: Division, to writer: inout HTMLWriter) {
        writer.block("<figure class=\"code-figure\"\(identifier(division.label))>\n")
        writeCaption(division.title, of: division.label, to: &writer)
        write(division.content, to: &writer)
        writer.block("</figure>\n")
    }

    /// Columns side by side, `::: {.column width="40%"}`; on a narrow screen below each other.
    func writeColumns(_ division: Division, to writer: inout HTMLWriter) {
        writer.block("<div class=\"columns\"\(identifier(division.label))>\n")
        write(division.content, to: &writer)
        writer.block("</div>\n")
    }

    private func writeCaption(_ caption: [Inline], of label: String?, to writer: inout HTMLWriter) {
        let number = filling.caption(forLabel: label)
        guard !caption.isEmpty || !number.isEmpty else { return }
        writer.block("<figcaption>\(captioned(number, caption))</figcaption>\n")
    }

    private static func isPicture(_ text: [Inline]) -> Bool {
        text.allSatisfy { inline in
            switch inline {
            case .image, .softBreak: true
            case .span(let inside, _): isPicture(inside)
            default: false
            }
        }
    }
}

/// How the parts of a division stand side by side, from what its author wrote: `layout-ncol=2`, `width="40%"`.
enum Layout {
    static func style(of division: Division) -> String {
        if let columns = division.attributes["layout-ncol"].flatMap({ Int($0) }), (1...12).contains(columns) {
            return " style=\"--columns: \(columns)\""
        }
        if division.kind == "column" || division.kind.hasPrefix("g-col-"), let width = width(of: division) {
            return " style=\"flex-basis: \(width)\""
        }
        return ""
    }

    private static func width(of division: Division) -> String? {
        if let twelfths = Int(division.kind.drop { !$0.isNumber }), (1...12).contains(twelfths) {
            return "\(twelfths * 100 / 12 - 2)%"
        }
        return division.attributes["width"].flatMap { $0.wholeMatch(of: /\d+(?:\.\d+)?(?:%|px|em|rem|cm)/) }.map {
            String($0.0)
        }
    }
}
