/// Matrices in TeX, with large ones cut to their corners and labelled with their shape.
struct MatrixTeX {
    let style: MathStyle
    /// Up to so many rows and columns are printed in full.
    var longest = 5

    /// Numbers as a matrix; a vector is a matrix of one column.
    func tex(_ rows: [[Double]], given: Bool = false) -> String {
        guard let width = rows.first?.count, width > 0 else { return "[\\,]" }
        let chosenRows = chosen(rows.count)
        let chosenColumns = chosen(width)
        // Where sums cancel, what their rounding leaves is no number to print.
        let largest = rows.joined().reduce(0) { max($0, abs($1)) }
        let lines = chosenRows.map { row -> String in
            chosenColumns.map { column -> String in
                switch (row, column) {
                case (nil, nil): "\\ddots"
                case (nil, _): "\\vdots"
                case (_, nil): "\\cdots"
                case (let row?, let column?):
                    given ? style.given(rows[row][column]) : style.sum(rows[row][column], of: [largest])
                }
            }.joined(separator: " & ")
        }
        let body = "\\begin{bmatrix} \(lines.joined(separator: " \\\\ ")) \\end{bmatrix}"
        let isCut = chosenRows.contains { $0 == nil } || chosenColumns.contains { $0 == nil }
        return isCut ? "\\underset{\(rows.count) \\times \(width)}{\(body)}" : body
    }

    func column(_ values: [Double], given: Bool = false) -> String { tex(values.map { [$0] }, given: given) }

    /// Which indices are printed; `nil` stands for dots.
    private func chosen(_ count: Int) -> [Int?] {
        count <= longest ? Array(0..<count) : [0, 1, nil, count - 1]
    }
}
