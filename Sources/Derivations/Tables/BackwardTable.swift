import Exhibits

extension ScalarGraph {
    /// The way back through the graph, from the result to what is given: each number's value, what comes back to it from
    /// each number that uses it (their gradient times the slope of that step), and the sum of that, its own gradient.
    ///
    /// Numbers without a name show how they are computed.
    public func backwardTable(in page: PageStyle = .current) -> Table {
        let style = MathStyle(page)
        let symbols = FormulaWriter(graph: self, style: style)
        let gradients = gradients()
        let reaches = reachesRoot()
        let consumers = consumers()
        var rows: [[Table.Cell]] = []
        for node in nodes.indices.reversed() where reaches[node] && nodes[node].role != .constant {
            let incoming = consumers[node].filter { reaches[$0] }.map { user -> String in
                let partials = nodes[user].operation.partials(nodes[user].operands.map { values[$0] }, value: values[user])
                let slope = zip(nodes[user].operands, partials).reduce(0) { $1.0 == node ? $0 + $1.1 : $0 }
                return "\(bracketed(style.brief(gradients[user])))\(style.times)\(bracketed(style.brief(slope)))"
            }
            let own = isNamed(node) ? symbols.tex(node) : symbols.tex(formula(of: node))
            rows.append([
                .tex(own), .number(values[node], nil), .tex(node == root ? "1" : incoming.joined(separator: " + ")),
                .number(gradients[node], nil),
            ])
        }
        return Table(
            columns: [
                .init(.text("Quantity")), .init(.text("Value"), .trailing), .init(.text("Coming back")),
                .init(.text("Gradient"), .trailing),
            ], rows: rows)
    }

    private func bracketed(_ number: String) -> String { number.hasPrefix("-") ? "(\(number))" : number }
}
