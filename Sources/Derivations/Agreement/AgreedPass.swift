import Networks

/// A pass taken apart into scalars whose loss, activations and gradients are those of the engine.
///
/// Nothing is printed or claimed from a graph of a pass that hasn't come through here.
struct AgreedPass: Sendable {
    let unrolling: Unrolling
    /// The graph with its gradients, ready for derivations.
    let rule: ChainRule
    /// What each number and gradient may be off by, in units of `AgreementCheck.unit`.
    let gradientScales: [Double]

    var graph: ScalarGraph { unrolling.graph }

    init(
        _ unrolling: Unrolling, of network: Network, from start: WayBackStart, activations: [[[Double]]],
        parameterGradients: [[[Double]]], inputGradients: [[Double]]
    ) throws {
        let check = AgreementCheck(unrolling, of: network, minimizing: start.lossFunction)
        try check.check(
            loss: start.loss, activations: activations, parameterGradients: parameterGradients, inputGradients: inputGradients)
        self.unrolling = unrolling
        rule = ChainRule(unrolling.graph, gradients: check.gradients)
        gradientScales = check.scale.gradients
    }
}

extension AgreedPass {
    /// Throws where the slopes by what a recurrent layer was given to start from differ from the engine's.
    fileprivate func check(_ nodes: [[Int]], against found: [[Double]]) throws {
        guard nodes.map(\.count) == found.map(\.count) else {
            throw Disagreement(
                quantity: "numbers to start from", engine: Double(found.joined().count), graph: Double(nodes.joined().count),
                ownParts: [])
        }
        for (node, value) in zip(nodes.joined(), found.joined())
        where !AgreementCheck.agree(value, rule.gradients[node], within: AgreementCheck.unit * gradientScales[node]) {
            throw Disagreement(
                quantity: "∂\(graph.resultName)/∂\(graph.symbol(of: node)?.key ?? "?")", engine: value,
                graph: rule.gradients[node], ownParts: [])
        }
    }
}

extension BackpropagationPass {
    /// The pass as scalars: made and held against the engine once, when it is first asked for.
    func agreed() throws -> AgreedPass {
        try remembered.value {
            let agreed = try AgreedPass(
                network.unrolled([Dataset.Sample(input: input, target: start.target)], from: start, trainingWith: nil),
                of: network, from: start, activations: [activations], parameterGradients: gradients,
                inputGradients: [inputGradient])
            for (layer, nodes) in agreed.unrolling.firstStates.sorted(by: { $0.key < $1.key }) {
                try agreed.check(nodes, against: firstStateGradients(at: layer))
            }
            return agreed
        }
    }

    /// The graph, or nil where it disagrees with the engine: for those who only look for explanations.
    package var agreedGraph: ScalarGraph? { try? agreed().graph }
}

extension BatchBackpropagationPass {
    /// The batch as scalars: made and held against the engine once, when it is first asked for.
    func agreed() throws -> AgreedPass {
        try remembered.value {
            try AgreedPass(
                network.unrolled(data.samples, from: start, trainingWith: dropoutSeed), of: network, from: start,
                activations: activations, parameterGradients: gradients,
                inputGradients: inputGradients)
        }
    }
}
