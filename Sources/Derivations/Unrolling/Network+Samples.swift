import Networks

extension Network {
    /// The network on several samples as one graph: the mean of their losses, names with the sample's number, `net_h1[2]`.
    ///
    /// As in training: batch normalisation by the samples' own statistics, dropout with masks drawn from `dropoutSeed`. Meant for
    /// a handful of samples; the graph grows with each.
    public func graph(on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1) -> ScalarGraph {
        unrolled(data.samples, minimizing: loss, trainingWith: dropoutSeed).graph
    }

    /// The derivation of ∂(mean loss)/∂`name` over several samples, whose effects add up.
    public func derivation(
        of name: String, on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1,
        updatedBy optimizer: Optimizer? = nil, detail: Derivation.Detail = .full, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Derivation {
        stopping(file: file, line: line, column: column) {
            guard data.count > 0 else { throw ShapeError("there is nothing to derive from: the data set has no samples") }
            let rule = ChainRule(graph(on: data, minimizing: loss, dropoutSeed: dropoutSeed))
            let node = try rule.graph.node(orExplain: name)
            return Derivation(
                rule, node: node, detail: detail, update: optimizer.flatMap { Update($0, of: node, in: rule) })
        }
    }
}
