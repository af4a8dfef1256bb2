import Exhibits
import Lessons

extension HTMLMarkup {
    func nodes(of table: PipeTable) -> [PageNode] {
        let number = filling.caption(forLabel: table.label)
        return Tag.div.block(.class("table-box")) {
            Tag.table.block(.id(table.label)) {
                if !table.caption.isEmpty || !number.isEmpty {
                    Tag.caption.line { captioned(number, table.caption) }
                }
                Tag.thead.block { row(table.header, of: table, as: .th) }
                if !table.rows.isEmpty {
                    Tag.tbody.block {
                        for cells in table.rows { row(cells, of: table, as: .td) }
                    }
                }
            }
        }
    }

    private func row(_ cells: [[Inline]], of table: PipeTable, as tag: Tag) -> [PageNode] {
        Tag.tr.block {
            for (column, cell) in cells.enumerated() {
                let alignment = column < table.alignments.count ? table.alignments[column] : nil
                tag(.style(alignment.map { "text-align: \($0.edge)" })) { nodes(of: cell) }
                "\n"
            }
        }
    }

    func nodes(of picture: Picture) -> [PageNode] {
        let attributes = Attributes(classes: picture.attributes.classes, values: picture.attributes.values)
        let number = filling.caption(forLabel: picture.attributes.label)
        return Tag.figure.block(.id(picture.attributes.label)) {
            self.picture(picture.caption, picture.destination, picture.title, attributes)
            "\n"
            if !picture.caption.isEmpty || !number.isEmpty {
                Tag.figcaption.line { captioned(number, picture.caption) }
            }
        }
    }

    func captioned(_ number: String, _ caption: [Inline]) -> [PageNode] {
        if number.isEmpty { return nodes(of: caption) }
        return [Tag.span(.class("caption-number")) { number }]
            // "(a) Losses" for a part of a figure, "Figure 1: Losses" for all of it.
            + (caption.isEmpty
                ? [] : [.text(number.hasSuffix(")") ? " " : PageStyle.current.language.colon)] + nodes(of: caption))
    }
}

extension Table.Alignment {
    /// The edge of the cell as CSS names it.
    var edge: String {
        switch self {
        case .leading: "left"
        case .center: "center"
        case .trailing: "right"
        }
    }
}
