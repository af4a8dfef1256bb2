import Exhibits

/// The data behind a drawing, folded away below it. Of much data the page shows an excerpt and leads to a file with all of it.
struct FigureNumbersHTML {
    let exhibits: ExhibitHTML

    /// What a reader takes in; a page that holds more gets slow to load for everybody else.
    private static let rows = 24
    private static let columns = 12

    func html(_ tables: [Table]) -> String {
        guard !tables.isEmpty else { return "" }
        let parts = tables.map { table -> String in
            let excerpt = table.excerpt(rows: Self.rows, columns: Self.columns)
            let shown = exhibits.html(excerpt, caption: nil)
            guard excerpt != table else { return shown }
            let file = exhibits.keep(table.csv)
            return shown + "<p>\(Escape.html(exhibits.words.excerpt)) "
                + "<a class=\"numbers-file\" href=\"\(Escape.address(file.address))\" download=\"\(Escape.html(file.name))\">"
                + "\(Escape.html(file.name))</a></p>\n"
        }
        return "<details class=\"figure-numbers\">\n<summary>\(Escape.html(exhibits.words.numbers))</summary>\n"
            + "\(parts.joined())</details>\n"
    }
}
