import Exhibits
import Networks

extension BackpropagationPass {
    /// The forward pass, quantity by quantity: what it is made of, with numbers, and its value.
    public var forwardTable: Table { graph.forwardTable() }
}

extension ScalarGraph {
    /// Every named result in the order of computation. Blocks of more than `longest` rows show their first two and their last.
    public func forwardTable(longest: Int = 8, in page: PageStyle = .current) -> Table {
        let style = MathStyle(page)
        let symbols = FormulaWriter(graph: self, style: style)
        let numbers = FormulaWriter(graph: self, style: style, mode: .numbers)
        var rows: [[Table.Cell]] = []
        for block in blocks where nodes[block.nodes.lowerBound].role == .result {
            let shown = block.nodes.count <= longest
            for node in block.nodes where shown || node < block.nodes.lowerBound + 2 || node == block.nodes.upperBound - 1 {
                if !shown, node == block.nodes.upperBound - 1 { rows.append([.tex("\\vdots"), .empty, .empty, .empty]) }
                let formula = formula(of: node)
                rows.append([
                    .tex(symbols.tex(node)), .tex(symbols.tex(formula)), .tex(numbers.tex(formula)),
                    .number(values[node], nil),
                ])
            }
        }
        return Table(
            columns: [
                .init(.text("Quantity")), .init(.text("Formula")), .init(.text("With numbers")),
                .init(.text("Value"), .trailing),
            ], rows: rows)
    }
}
