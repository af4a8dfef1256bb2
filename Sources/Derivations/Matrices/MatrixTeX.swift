import Exhibits

/// Matrices in TeX, with large ones cut to their corners and labelled with their shape.
struct MatrixTeX {
    let style: MathStyle
    /// Up to so many rows and columns are printed in full.
    var longest = 5

    /// Where the numbers of a matrix come from.
    enum Origin {
        /// They were given, and are printed as they were.
        case given
        case computed
    }

    /// Numbers as a matrix; a vector is a matrix of one column.
    func tex(_ rows: [[Double]], _ origin: Origin = .computed, extraDigits: Int = 0) -> String {
        tex(
            rows.map { row in
                row.map { value in
                    origin == .given
                        ? style.printedGiven(value, extraDigits: extraDigits)
                        : style.printed(value, extraDigits: extraDigits)
                }
            })
    }

    func column(_ values: [Double], _ origin: Origin = .computed, extraDigits: Int = 0) -> String {
        tex(values.map { [$0] }, origin, extraDigits: extraDigits)
    }

    /// Printed numbers as a matrix.
    func tex(_ rows: [[PrintedNumber]]) -> String {
        guard let width = rows.first?.count, width > 0 else { return "[\\,]" }
        let chosenRows = chosen(rows.count)
        let chosenColumns = chosen(width)
        let lines = chosenRows.map { row -> String in
            chosenColumns.map { column -> String in
                switch (row, column) {
                case (nil, nil): "\\ddots"
                case (nil, _): "\\vdots"
                case (_, nil): "\\cdots"
                case (let row?, let column?): rows[row][column].tex
                }
            }.joined(separator: " & ")
        }
        let body = "\\begin{bmatrix} \(lines.joined(separator: " \\\\ ")) \\end{bmatrix}"
        let isCut = chosenRows.contains { $0 == nil } || chosenColumns.contains { $0 == nil }
        return isCut ? "\\underset{\(rows.count) \\times \(width)}{\(body)}" : body
    }

    /// Whether a matrix of this shape is printed in full.
    func isWhole(_ rows: Int, _ columns: Int) -> Bool { rows <= longest && columns <= longest }

    /// Which indices are printed; `nil` stands for dots.
    private func chosen(_ count: Int) -> [Int?] {
        count <= longest ? Array(0..<count) : [0, 1, nil, count - 1]
    }
}

/// A matrix that comes out of others, entry by entry, and with how many digits these are printed so that a reader gets it.
struct WorkedMatrix {
    let entries: [[Worked]]
    /// How many digits more than the page's the operands have.
    let extraDigits: Int
    let relation: Relation

    /// - Parameters:
    ///   - formulas: How each entry comes out, with its value.
    ///   - isWhole: Whether all operands are printed; of matrices that are cut nobody can do the product again.
    init(_ formulas: [[(formula: Formula, value: Double)]], in graph: ScalarGraph, _ style: MathStyle, isWhole: Bool) {
        func worked(_ extra: Int) -> [[Worked]] {
            formulas.map { row in
                row.map { Worked($0.formula, is: $0.value, in: graph, style, extraDigits: extra, isShortened: !isWhole) }
            }
        }
        for extra in 0...(isWhole ? Worked.guardDigits : 0) {
            let entries = worked(extra)
            guard entries.joined().allSatisfy({ $0.relation == .equal }) else { continue }
            (self.entries, extraDigits, relation) = (entries, extra, .equal)
            return
        }
        (entries, extraDigits, relation) = (worked(0), 0, .approximately)
    }

    /// What came out, as it is printed.
    var results: [[PrintedNumber]] { entries.map { $0.map(\.result) } }
}
