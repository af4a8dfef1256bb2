import Exhibits
import Networks

extension BackpropagationPass {
    /// The forward pass, quantity by quantity: what it is made of, with numbers, and its value.
    public var forwardTable: Table { graph.forwardTable() }
}

extension ScalarGraph {
    /// Every named result in the order of computation. Blocks of more than `longest` rows show their first two and their last.
    /// Where the numbers as printed don't give the value to its last digit, ≈ stands before them.
    public func forwardTable(longest: Int = 8, in page: PageStyle = .current) -> Table {
        let style = MathStyle(page)
        let writer = FormulaWriter(graph: self, style: style)
        let rows = forwardRows(longest: longest, style: style).map { row -> [Table.Cell] in
            guard let worked = row.worked else { return [.tex("\\vdots"), .empty, .empty, .empty] }
            return [
                .tex(writer.tex(row.node).text), .tex(writer.tex(formula(of: row.node)).text),
                .tex(writer.operands(of: worked)), .number(worked.value, row.format),
            ]
        }
        let words = DerivationWords(page.language)
        return Table(
            columns: [
                .init(.text(words.quantity)), .init(.text(words.formula)), .init(.text(words.numbers)),
                .init(.text(words.value), .trailing),
            ], rows: rows)
    }

    /// The rows of the table, one format for all their values; dots have nothing worked out.
    func forwardRows(longest: Int, style: MathStyle) -> [(node: Int, worked: Worked?, format: NumberFormat)] {
        let writer = FormulaWriter(graph: self, style: style)
        let results = blocks.map(\.nodes).filter { nodes[$0.lowerBound].role == .result }
        let shown = results.map { $0.count <= longest ? Array($0) : [$0.lowerBound, $0.lowerBound + 1, $0.upperBound - 1] }
        let format = NumberFormat.automatic(forColumn: shown.joined().map { values[$0] }, digits: style.page.digits)
        return zip(results, shown).flatMap { block, shown in
            shown.flatMap { node -> [(node: Int, worked: Worked?, format: NumberFormat)] in
                let row = (node, Optional(writer.worked(formula(of: node), is: values[node], format: format)), format)
                return node == shown.last && shown.count < block.count ? [(node, nil, format), row] : [row]
            }
        }
    }
}
