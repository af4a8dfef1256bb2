import Exhibits
import Lessons

/// Divisions that stand together under one caption or beside each other.
extension HTMLMarkup {
    /// A figure of several parts: pictures and cells, and a last paragraph that is the caption of all.
    func figure(_ division: Division) -> [PageNode] {
        let (parts, caption) = captionApart(in: division)
        return Tag.figure.block(.id(division.label)) {
            Tag.div.block(.class("layout"), .style(Layout.style(of: division))) { nodes(of: parts) }
            self.caption(caption, of: division.label)
        }
    }

    /// A table, or several of them, below the caption of all.
    func table(_ division: Division) -> [PageNode] {
        let (parts, caption) = captionApart(in: division)
        let layout = Layout.style(of: division)
        return Tag.figure.block(.class("table"), .id(division.label)) {
            self.caption(caption, of: division.label)
            if layout == nil {
                nodes(of: parts)
            } else {
                Tag.div.block(.class("layout"), .style(layout)) { nodes(of: parts) }
            }
        }
    }

    /// The parts of a figure or table, and its caption: as in Quarto the last paragraph, if there is one.
    private func captionApart(in division: Division) -> (parts: [BlockNode], caption: [Inline]) {
        guard case .paragraph(let text)? = division.content.last?.block, !Self.isPicture(text) else {
            return (division.content, division.title)
        }
        return (Array(division.content.dropLast()), text)
    }

    /// Code with a number and a caption, which stands above it as a table's does.
    func listing(_ division: Division) -> [PageNode] {
        Tag.figure.block(.class("code-figure"), .id(division.label)) {
            caption(division.title, of: division.label)
            nodes(of: division.content)
        }
    }

    /// Columns side by side, `::: {.column width="40%"}`; on a narrow screen below each other.
    func columns(_ division: Division) -> [PageNode] {
        Tag.div.block(.class("columns"), .id(division.label)) { nodes(of: division.content) }
    }

    private func caption(_ caption: [Inline], of label: String?) -> [PageNode] {
        let number = filling.caption(forLabel: label)
        return caption.isEmpty && number.isEmpty ? [] : Tag.figcaption.line { captioned(number, caption) }
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
    static func style(of division: Division) -> String? {
        if let columns = division.attributes["layout-ncol"].flatMap({ Int($0) }), (1...12).contains(columns) {
            return "--columns: \(columns)"
        }
        if division.kind == "column" || division.kind.hasPrefix("g-col-"), let width = width(of: division) {
            return "flex-basis: \(width)"
        }
        return nil
    }

    private static let width = Pattern(/\d+(?:\.\d+)?(?:%|px|em|rem|cm)/)

    private static func width(of division: Division) -> String? {
        if let twelfths = Int(division.kind.drop { !$0.isNumber }), (1...12).contains(twelfths) {
            return "\(twelfths * 100 / 12 - 2)%"
        }
        return division.attributes["width"].flatMap { $0.wholeMatch(of: Self.width.regex) }.map {
            String($0.0)
        }
    }
}
