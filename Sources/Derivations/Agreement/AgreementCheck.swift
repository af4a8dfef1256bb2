import Networks

/// Holds the numbers of a scalar graph against the engine's.
///
/// Two numbers agree when they differ by no more than 10⁻¹¹ of the scale of the terms they are made of, as `RoundingScale` says:
/// a sum of terms that cancel has the scale of its terms. For a gradient that is at most some 10⁻⁹ of its own size where nothing
/// cancels, and thousands of times what rounding does. Both not being a number is agreement, too: then there is none.
struct AgreementCheck {
    /// The relative error allowed to each operation, far above rounding and far below any mistake.
    static let unit = 1e-11

    let unrolling: Unrolling
    let gradients: [Double]
    let scale: RoundingScale
    private let ownParts: [String]

    init(_ unrolling: Unrolling, of network: Network, minimizing loss: Loss?) {
        self.unrolling = unrolling
        gradients = unrolling.graph.gradients()
        scale = RoundingScale(unrolling.graph, gradients: gradients, unit: Self.unit)
        ownParts =
            network.layers.filter { Unrolling.part(of: $0).isOwn }.map(\.name).uniqued
            + [loss].compactMap(\.self).filter(\.isOwn).map(\.name)
    }

    static func agree(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
        a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance
    }

    /// Throws where loss, activations or gradients differ.
    ///
    /// - Parameters:
    ///   - loss: Nil where the way back began with given slopes.
    ///   - activations: For each sample the input and then every layer's output.
    ///   - parameterGradients: For each layer one array for each of its parameters.
    ///   - inputGradients: One array for each sample.
    func check(
        loss: Double?, activations: [[[Double]]], parameterGradients: [[[Double]]], inputGradients: [[Double]]
    ) throws {
        try checkSlopes()
        let graph = unrolling.graph
        for (nodes, arrays) in zip(unrolling.activationsBySample, activations) {
            for (place, (nodes, values)) in zip(nodes, arrays).enumerated() where place > 0 {
                try checkAll(nodes, values) { graph.symbol(of: $0)?.key ?? "an output of layer \(place)" }
            }
        }
        if let loss { try compare("the loss", loss, graph.values[graph.root], scale.values[graph.root]) }
        for (layer, (arrays, found)) in zip(unrolling.parameters, parameterGradients).enumerated() {
            guard arrays.map(\.count) == found.map(\.count) else {
                throw Disagreement(
                    quantity: "how many parameters layer \(layer + 1) has", engine: Double(found.joined().count),
                    graph: Double(arrays.joined().count), ownParts: ownParts)
            }
            for (nodes, values) in zip(arrays, found) { try checkGradients(nodes, values) }
        }
        for (nodes, values) in zip(unrolling.activationsBySample, inputGradients) {
            try checkGradients(nodes.first ?? [], values)
        }
    }

    /// Throws a disagreement where two numbers are further apart than `scale` allows.
    func compare(_ quantity: @autoclosure () -> String, _ engine: Double, _ graph: Double, _ scale: Double) throws {
        guard !Self.agree(engine, graph, within: Self.unit * scale) else { return }
        throw Disagreement(quantity: quantity(), engine: engine, graph: graph, ownParts: ownParts)
    }

    private func checkAll(_ nodes: [Int], _ values: [Double], _ name: (Int) -> String) throws {
        for (node, value) in zip(nodes, values) {
            try compare(name(node), value, unrolling.graph.values[node], scale.values[node])
        }
    }

    private func checkGradients(_ nodes: [Int], _ values: [Double]) throws {
        let graph = unrolling.graph
        for (node, value) in zip(nodes, values) {
            try compare(
                "∂\(graph.resultName)/∂\(graph.symbol(of: node)?.key ?? "?")", value, gradients[node], scale.gradients[node])
        }
    }

    /// Slopes that an activation of the lesson's own states are the engine's and the graph's alike: differences of its values are
    /// the other witness.
    private func checkSlopes() throws {
        for node in unrolling.graph.nodes {
            guard case .custom(let function) = node.operation, let operand = node.operands.first else { continue }
            let z = unrolling.graph.values[operand]
            let stated = function.slope(z, function.value(z))
            let measured = MeasuredSlope(at: z, of: function.value)
            let tolerance = measured.uncertainty + 1e-8 * (abs(stated) + abs(function.value(z)))
            guard !Self.agree(stated, measured.slope, within: tolerance) else { continue }
            throw WrongSlope(name: function.name, z: z, stated: stated, measured: measured.slope)
        }
    }
}

extension [String] {
    /// Each once, in order.
    fileprivate var uniqued: [String] {
        reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    }
}
