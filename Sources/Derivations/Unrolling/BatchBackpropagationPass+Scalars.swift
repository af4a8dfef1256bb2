import Networks

extension BatchBackpropagationPass {
    /// The same pass as a graph of named scalars, computed and walked back without the engine: names carry the sample's number,
    /// `net_h1[2]`. Meant for a handful of samples.
    ///
    /// Made once, and held against the engine: where loss, activations or gradients differ, the lesson ends with a finding.
    public var graph: ScalarGraph { place.stopping { try agreed().graph } }

    /// The value under a name: `net_h1[2]` of the second sample, `mu_1` of the batch, `w5`.
    public subscript(
        name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            try agreed().graph.value(orExplain: name)
        }
    }

    /// ∂(mean loss)/∂`name` by the scalar graph.
    public func gradient(
        of name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            let agreed = try agreed()
            return agreed.rule.gradients[try agreed.graph.node(orExplain: name)]
        }
    }

    /// The derivation of ∂(mean loss)/∂`name` over the batch.
    public func derivation(
        of name: String, updatedBy optimizer: Optimizer? = nil, detail: Derivation.Detail = .full,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Derivation {
        stopping(file: file, line: line, column: column) {
            try agreed().derivation(
                of: name, networkAfterwards.engineStep(along: gradients, by: optimizer), detail)
        }
    }
}
