import Networks

extension Unrolling {
    /// The loss of a lesson's own: its formula, or one function of all outputs and targets.
    mutating func add(own loss: Loss, of outputs: [Int], toward targets: [Int]) -> Int {
        if let formula = loss.unrolledFormula {
            let (results, givens) = expressions(of: outputs + targets) {
                [formula(Array($0[..<outputs.count]), Array($0[outputs.count...]))]
            }
            return insert(results, givens)[0]
        }
        let count = outputs.count
        let function = OpaqueFunction(name: loss.name) { loss.value(Array($0[..<count]), Array($0[count...])) }
        return graph.add(.opaque(function), outputs + targets)
    }

    /// An activation applied to each node; the results stand side by side.
    mutating func applied(_ activation: any Activation, to nodes: [Int]) -> [Int] {
        if let known = activation as? any KnownActivation { return nodes.map { graph.add(.function(known.function), [$0]) } }
        if let own = activation as? any UnrollableActivation {
            let (results, givens) = expressions(of: nodes) { $0.map { own.unrolled($0) } }
            return insert(results, givens)
        }
        let function = CustomFunction(
            name: activation.name, value: { activation.value(at: $0) }, slope: { activation.slope(at: $0, output: $1) })
        return nodes.map { graph.add(.custom(function), [$0]) }
    }

    /// What a lesson's formula makes of nodes, and which of its scalars stand for which node.
    func expressions(of nodes: [Int], _ formula: ([Scalar]) -> [Scalar]) -> ([Scalar], [ObjectIdentifier: Int]) {
        let scalars = nodes.map { Scalar(constant: graph.values[$0]) }
        let places = zip(scalars, nodes).map { (ObjectIdentifier($0.node), $1) }
        // The scalars live as long as the results that were made of them, or until they have been looked up.
        return withExtendedLifetime(scalars) { (formula(scalars), Dictionary(places) { first, _ in first }) }
    }

    /// Adds what the expressions compute; the results themselves come last, side by side.
    mutating func insert(_ results: [Scalar], _ givens: [ObjectIdentifier: Int]) -> [Int] {
        var places = givens
        for scalar in results { for operand in scalar.node.operands { insert(operand, &places) } }
        return results.map { scalar in
            let node = scalar.node
            if let known = places[ObjectIdentifier(node)] { return graph.add(.function(.identity), [known]) }
            guard !node.operands.isEmpty else { return graph.add(node.value, .constant) }
            return graph.add(node.operation, node.operands.compactMap { places[ObjectIdentifier($0.node)] })
        }
    }

    /// One number that others are computed from, with its own first, each once and without recursion.
    private mutating func insert(_ scalar: Scalar, _ places: inout [ObjectIdentifier: Int]) {
        var stack: [(scalar: Scalar, expanded: Bool)] = [(scalar, false)]
        while let (scalar, expanded) = stack.popLast() {
            let node = scalar.node
            guard places[ObjectIdentifier(node)] == nil else { continue }
            if expanded {
                places[ObjectIdentifier(node)] = graph.add(
                    node.operation, node.operands.compactMap { places[ObjectIdentifier($0.node)] })
            } else if node.operands.isEmpty {
                places[ObjectIdentifier(node)] = graph.add(node.value, .constant)
            } else {
                stack.append((scalar, true))
                stack.append(contentsOf: node.operands.reversed().map { ($0, false) })
            }
        }
    }
}

/// An activation that a lesson defined: by its formula, or by its own two functions, one scalar at a time.
struct OwnActivation: GraphLayer {
    let activation: any Activation
    var isLevel: Bool { false }
    var isOwn: Bool { true }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        unrolling.nameOutputs(unrolling.applied(activation, to: inputs))
    }
}

/// A layer that a lesson defined: by its formula, or each output as a function of all inputs and parameters.
struct OwnLayer: GraphLayer {
    let layer: any Layer
    var isOwn: Bool { true }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let parameters = layer.parameters.map { unrolling.add($0) }
        let results: [Int]
        if let own = layer as? any Unrollable {
            results = unrolling.inserted(own, inputs, parameters)
        } else {
            results = (0..<layer.outputShape(for: unrolling.shape).count).map { output in
                unrolling.graph.add(.opaque(function(output, inputs: inputs.count)), inputs + parameters.flatMap { $0 })
            }
        }
        unrolling.nameSums(results)
        return results
    }

    /// One output by the layer's own way forward.
    private func function(_ output: Int, inputs width: Int) -> OpaqueFunction {
        OpaqueFunction(name: "\(layer.name)_\(output + 1)") { numbers in
            var changed = layer
            var parameters = changed.parameters
            var place = width
            for index in parameters.indices {
                let count = parameters[index].values.count
                parameters[index].values = Array(numbers[place..<place + count])
                place += count
            }
            if !parameters.isEmpty { changed.parameters = parameters }
            return changed.forward(Array(numbers[..<width]))[output]
        }
    }
}

extension Unrolling {
    /// The parameters of a layer that a lesson defined.
    fileprivate mutating func add(_ parameter: Parameter) -> [Int] {
        let columns = max(1, parameter.columns)
        switch parameter.kind {
        case .bias: return addBiases(parameter.values, shared: parameter.values.count == 1)
        case .scale, .shift: return addFeatures(parameter.kind, parameter.values)
        case .weight, .state:
            let rows = stride(from: 0, to: parameter.values.count, by: columns).map {
                Array(parameter.values[$0..<min($0 + columns, parameter.values.count)])
            }
            return addWeights(rows).flatMap { $0 }
        }
    }

    /// The results of a layer's formula.
    fileprivate mutating func inserted(_ layer: any Unrollable, _ inputs: [Int], _ parameters: [[Int]]) -> [Int] {
        let (results, givens) = expressions(of: inputs + parameters.flatMap { $0 }) { scalars in
            var place = inputs.count
            let own = parameters.map { nodes -> [Scalar] in
                defer { place += nodes.count }
                return Array(scalars[place..<place + nodes.count])
            }
            return layer.unrolled(Array(scalars[..<inputs.count]), parameters: own)
        }
        return insert(results, givens)
    }
}
