import Exhibits

extension ScalarGraph {
    /// The way back through the graph, from the result to what is given: each number's value, what comes back to it from
    /// each number that uses it (their gradient times the slope of that step), and the sum of that, its own gradient.
    ///
    /// Numbers without a name show how they are computed.
    public func backwardTable(in page: PageStyle = .current) -> Table {
        let style = MathStyle(page)
        let writer = FormulaWriter(graph: self, style: style)
        let rows = backwardRows(style: style).map { row -> [Table.Cell] in
            let own = isNamed(row.node) ? writer.tex(row.node) : writer.tex(formula(of: row.node))
            return [
                .tex(own.text), .number(values[row.node], nil), .tex(writer.operands(of: row.worked)),
                .number(row.worked.value, row.format),
            ]
        }
        let words = DerivationWords(page.language)
        return Table(
            columns: [
                .init(.text(words.quantity)), .init(.text(words.value), .trailing), .init(.text(words.comingBack)),
                .init(.text(words.gradient), .trailing),
            ], rows: rows)
    }

    /// The rows of the table: what comes back to each number, and the sum of that.
    func backwardRows(style: MathStyle) -> [(node: Int, worked: Worked, format: NumberFormat)] {
        let gradients = gradients()
        let reaches = reachesRoot()
        let consumers = consumers()
        let shown = nodes.indices.filter { reaches[$0] && nodes[$0].role != .constant && nodes[$0].role != .unknown }
        let format = NumberFormat.automatic(forColumn: shown.map { gradients[$0] }, digits: style.page.digits)
        return shown.reversed().map { node in
            let terms = consumers[node].filter { reaches[$0] }.map { user -> Formula in
                let partials = nodes[user].operation.partials(nodes[user].operands.map { values[$0] }, value: values[user])
                let slope = zip(nodes[user].operands, partials).reduce(0) { $1.0 == node ? $0 + $1.1 : $0 }
                if case .known = nodes[user].operation { return .given(slope) }
                return .product([.given(gradients[user]), .given(slope)])
            }
            let sum = node == root ? Formula.number(1) : .sum(terms)
            return (node, Worked(sum, is: gradients[node], in: self, style, format: format), format)
        }
    }
}
