import Exhibits
import Networks

extension BackpropagationPass {
    /// Each parameter with its gradient computed in three ways: by the engine, by the scalar graph, by central differences.
    ///
    /// - Parameters:
    ///   - optimizer: Adds a column with the updated values.
    ///   - longest: With more parameters than this in a layer, its first two and its last are shown.
    public func gradientTable(
        updatedBy optimizer: Optimizer? = nil, longest: Int = 16, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Table {
        let own = stopping(file: file, line: line, column: column) {
            let own = try agreed()
            if let step = network.engineStep(along: gradients, by: optimizer) { try own.checkUpdates(step) }
            return own
        }
        let (unrolling, graph, walked) = (own.unrolling, own.graph, own.rule.gradients)
        let differences = Differences(self)
        let updated = optimizer.map { network.updated(along: self, by: $0) }
        let style = MathStyle()
        var rows: [[Table.Cell]] = []
        for (layer, parameters) in unrolling.parameters.enumerated() {
            for (index, nodes) in parameters.enumerated() {
                for (place, node) in nodes.enumerated() {
                    if nodes.count > longest, place >= 2, place < nodes.count - 1 {
                        if place == 2 { rows.append(Array(repeating: .tex("\\vdots"), count: optimizer == nil ? 5 : 6)) }
                        continue
                    }
                    var row: [Table.Cell] = [
                        .tex(graph.symbol(of: node).map(style.tex) ?? ""), .number(graph.values[node], nil),
                        .number(gradients[layer][index][place], nil), .number(walked[node], nil),
                        .number(differences.slope(layer, index, place), nil),
                    ]
                    if let updated { row.append(.number(updated.layers[layer].parameters[index].values[place], nil)) }
                    rows.append(row)
                }
            }
        }
        let words = DerivationWords(style.page.language)
        let titles =
            [words.value, words.engine, words.scalarGraph, words.centralDifference] + (optimizer == nil ? [] : [words.updated])
        return Table(
            columns: [.init(.text(words.parameter))] + titles.map { .init(.text($0), .trailing) }, rows: rows)
    }
}
