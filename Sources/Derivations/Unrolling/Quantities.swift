import Networks

/// The named numbers of a network, each where its layer has it: what drawings and figures are labelled from.
package struct Quantities: Sendable {
    private let unrolling: Unrolling
    private let gradients: [Double]

    fileprivate init(_ unrolling: Unrolling, gradients: [Double]) {
        self.unrolling = unrolling
        self.gradients = gradients
    }

    /// All that have a value, in the order of computation.
    package var all: [NamedScalar] { unrolling.graph.namedScalars(gradients: gradients) }

    /// The result: the loss, or the error that has the given slopes and no value.
    package var result: NamedScalar? { scalar(unrolling.graph.root) }

    /// A number that comes out of so many layers, or of no layer, an input.
    package func output(of layers: Int, _ index: Int) -> NamedScalar? {
        guard unrolling.activations.indices.contains(layers), unrolling.activations[layers].indices.contains(index) else {
            return nil
        }
        return scalar(unrolling.activations[layers][index])
    }

    /// A parameter of a layer, by its array there and its place in that.
    package func parameter(layer: Int, array: Int, place: Int) -> NamedScalar? {
        guard unrolling.parameters.indices.contains(layer), unrolling.parameters[layer].indices.contains(array),
            unrolling.parameters[layer][array].indices.contains(place)
        else { return nil }
        return scalar(unrolling.parameters[layer][array][place])
    }

    private func scalar(_ node: Int) -> NamedScalar? {
        let graph = unrolling.graph
        return graph.block(of: node).map { NamedScalar(node, in: graph.blocks[$0], of: graph, gradient: gradients[node]) }
    }
}

extension BackpropagationPass {
    /// Every named number of the pass, in the order of computation: its name in both notations, what it is, its layer and place,
    /// its value and its gradient.
    public var namedScalars: [NamedScalar] { quantities.all }

    package var quantities: Quantities {
        place.stopping {
            let agreed = try agreed()
            return Quantities(agreed.unrolling, gradients: agreed.rule.gradients)
        }
    }
}

extension Network {
    /// The names of the network's numbers, over a sample of zeros; nil where there are so many that nobody reads them, and to
    /// write the network out would take longer than to draw it.
    package var namedQuantities: Quantities? {
        guard parameterCount + shapes.reduce(0, { $0 + $1.count }) <= 150_000 else { return nil }
        let unrolling = unrolledOverZeros
        return Quantities(unrolling, gradients: unrolling.graph.values.map { _ in 0 })
    }
}
