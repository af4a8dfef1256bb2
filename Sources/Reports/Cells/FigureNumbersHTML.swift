import Exhibits

/// The data behind a drawing, folded away below it. Of much data the page shows an excerpt and leads to a file with all of it.
struct FigureNumbersHTML {
    let exhibits: ExhibitHTML

    /// What a reader takes in; a page that holds more gets slow to load for everybody else.
    private static let rows = 24
    private static let columns = 12

    func nodes(_ tables: [Table]) -> [PageNode] {
        if tables.isEmpty { return [] }
        return Tag.details.block(.class("figure-numbers")) {
            Tag.summary.line { exhibits.words.numbers }
            for table in tables {
                let excerpt = table.excerpt(rows: Self.rows, columns: Self.columns)
                exhibits.nodes(excerpt, caption: nil)
                if excerpt != table { more(table) }
            }
        }
    }

    private func more(_ table: Table) -> [PageNode] {
        let file = exhibits.keep(table.csv)
        return Tag.p.line {
            "\(exhibits.words.excerpt) "
            Tag.a(.class("numbers-file"), .href(file.address), .text(.download, file.name)) { file.name }
        }
    }
}
