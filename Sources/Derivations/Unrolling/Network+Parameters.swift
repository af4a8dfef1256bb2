import Networks

extension Network {
    /// The network as a graph of named scalars over a sample of zeros, for whoever asks for parameters alone: those are named
    /// before any sample is needed.
    package var parameterGraph: ScalarGraph { unrolledOverZeros.graph }

    var unrolledOverZeros: Unrolling {
        let silence = Array(repeating: 0.0, count: inputs)
        let goal = Array(repeating: 0.0, count: outputs)
        return unrolled(silence, toward: goal, minimizing: .halfSquaredError)
    }
}

extension ScalarGraph {
    /// The parameter under a name; nil for an unknown name and for what depends on the sample.
    package func parameter(named name: String) -> Double? {
        node(named: name).flatMap { nodes[$0].role == .parameter ? values[$0] : nil }
    }
}
