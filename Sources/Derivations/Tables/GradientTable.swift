import Exhibits
import Networks

extension BackpropagationPass {
    /// Each parameter with its gradient computed in three ways: by the engine, by the scalar graph, by central differences.
    ///
    /// - Parameters:
    ///   - optimizer: Adds a column with the updated values.
    ///   - longest: With more parameters than this in a layer, its first two and its last are shown.
    public func gradientTable(updatedBy optimizer: Optimizer? = nil, longest: Int = 16) -> Table {
        let unrolling = network.unrolled(input, toward: target, minimizing: lossFunction)
        let graph = unrolling.graph
        let walked = graph.gradients()
        let differences = GraphDifferences(self)
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
        let titles = ["Value", "Engine", "Scalar graph", "Central difference"] + (optimizer == nil ? [] : ["Updated"])
        return Table(
            columns: [.init(.text("Parameter"))] + titles.map { .init(.text($0), .trailing) }, rows: rows)
    }
}

/// Slopes by nudging one parameter at a time and running the engine forward: no calculus involved.
private struct GraphDifferences {
    let pass: BackpropagationPass
    let parameters: [[[Double]]]

    init(_ pass: BackpropagationPass) {
        self.pass = pass
        parameters = pass.network.layers.map { $0.parameters.map(\.values) }
    }

    /// (L(w + ε) − L(w − ε)) / 2ε with ε = 10⁻⁶ · max(1, |w|)
    func slope(_ layer: Int, _ index: Int, _ place: Int) -> Double {
        let value = parameters[layer][index][place]
        let nudge = 1e-6 * max(1, abs(value))
        let (up, down) = (value + nudge, value - nudge)
        return (loss(layer, index, place, up) - loss(layer, index, place, down)) / (up - down)
    }

    private func loss(_ layer: Int, _ index: Int, _ place: Int, _ value: Double) -> Double {
        var nudged = parameters
        nudged[layer][index][place] = value
        let output = pass.network.replacing(parameters: nudged).prediction(for: pass.input)
        return pass.lossFunction.value(output, pass.target)
    }
}
