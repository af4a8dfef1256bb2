/// Alignments with several equations side by side: each column of equations goes on by itself, from row to row.
enum AlignedColumns {
    /// Environments that only arrange what is in them.
    static let arranging: Set<String> = [
        "aligned", "split", "gathered", "alignedat", "align", "align*", "multlined", "subequations",
    ]

    /// The marks of each column of equations, two cells wide; all marks in one piece where there is only one.
    static func equations(of tokens: [MathToken]) -> [[MathToken]] {
        guard tokens.contains(where: { $0.kind == .newLine }) else { return [tokens] }
        let rows = rows(of: tokens)
        let width = rows.map(\.count).max() ?? 0
        guard width > 3 else { return [tokens] }
        return stride(from: 0, to: width, by: 2).map { column in
            rows.flatMap { row -> [MathToken] in
                let cells = row.dropFirst(column).prefix(2)
                return cells.flatMap { $0 } + [MathToken(kind: .newLine, range: cells.first?.last?.range ?? 0..<0)]
            }
        }
    }

    /// Rows of cells: what stands between ampersands outside brackets, each cell with the ampersand before it.
    private static func rows(of tokens: [MathToken]) -> [[[MathToken]]] {
        var rows: [[[MathToken]]] = [[[]]]
        var depth = 0
        for token in tokens {
            let (row, column) = (rows.count - 1, rows[rows.count - 1].count - 1)
            switch token.kind {
            case .begin(let name) where arranging.contains(name), .end(let name) where arranging.contains(name): continue
            case .mark("("), .mark("["), .mark("{"), .command("{"), .begin: depth += 1
            case .mark(")"), .mark("]"), .mark("}"), .command("}"), .end: depth = max(0, depth - 1)
            case .newLine where depth == 0:
                rows.append([[]])
                continue
            case .mark("&") where depth == 0:
                rows[row].append([token])
                continue
            default: break
            }
            rows[row][column].append(token)
        }
        return rows
    }
}
