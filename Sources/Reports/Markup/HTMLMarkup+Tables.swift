import Exhibits
import Lessons

extension HTMLMarkup {
    func write(_ table: PipeTable, to writer: inout HTMLWriter) {
        writer.block("<div class=\"table-box\">\n<table\(identifier(table.label))>\n")
        let number = filling.caption(forLabel: table.label)
        if !table.caption.isEmpty || !number.isEmpty {
            writer.write("<caption>\(captioned(number, table.caption))</caption>\n")
        }
        writer.write("<thead>\n")
        writeRow(table.header, of: table, as: "th", to: &writer)
        writer.write("</thead>\n")
        if !table.rows.isEmpty {
            writer.write("<tbody>\n")
            for row in table.rows { writeRow(row, of: table, as: "td", to: &writer) }
            writer.write("</tbody>\n")
        }
        writer.write("</table>\n</div>\n")
    }

    private func writeRow(_ cells: [[Inline]], of table: PipeTable, as element: String, to writer: inout HTMLWriter) {
        writer.write("<tr>\n")
        for (column, cell) in cells.enumerated() {
            let alignment = column < table.alignments.count ? table.alignments[column] : nil
            writer.write("<\(element)\(alignment.map { " style=\"text-align: \($0.edge)\"" } ?? "")>")
            write(cell, to: &writer)
            writer.write("</\(element)>\n")
        }
        writer.write("</tr>\n")
    }

    func write(_ picture: Picture, to writer: inout HTMLWriter) {
        writer.block("<figure\(identifier(picture.attributes.label))>\n")
        let attributes = Attributes(classes: picture.attributes.classes, values: picture.attributes.values)
        writer.write(self.picture(picture.caption, picture.destination, picture.title, attributes) + "\n")
        let number = filling.caption(forLabel: picture.attributes.label)
        if !picture.caption.isEmpty || !number.isEmpty {
            writer.write("<figcaption>\(captioned(number, picture.caption))</figcaption>\n")
        }
        writer.write("</figure>\n")
    }

    func captioned(_ number: String, _ caption: [Inline]) -> String {
        if number.isEmpty { return html(of: caption) }
        // "(a) Losses" for a part of a figure, "Figure 1: Losses" for all of it.
        let text = caption.isEmpty ? "" : (number.hasSuffix(")") ? " " : ": ") + html(of: caption)
        return "<span class=\"caption-number\">\(number)</span>\(text)"
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
