import Networks

extension Network {
    /// The network on several samples as one graph: the mean of their losses, names with the sample's number, `net_h1[2]`.
    ///
    /// As in training: batch normalisation by the samples' own statistics, dropout with masks drawn from `dropoutSeed`. Meant for
    /// a handful of samples; the graph grows with each.
    public func graph(
        on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> ScalarGraph {
        backpropagate(data, minimizing: loss, dropoutSeed: dropoutSeed, file: file, line: line, column: column).graph
    }

    /// The derivation of ∂(mean loss)/∂`name` over several samples, whose effects add up.
    public func derivation(
        of name: String, on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1,
        updatedBy optimizer: Optimizer? = nil, detail: Derivation.Detail = .full, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Derivation {
        backpropagate(data, minimizing: loss, dropoutSeed: dropoutSeed, file: file, line: line, column: column)
            .derivation(of: name, updatedBy: optimizer, detail: detail, file: file, line: line, column: column)
    }
}
