import Networks

/// A network on its way to becoming a graph: the scalars so far, and the counters that number its parts as a lecturer would.
struct Unrolling {
    var graph = ScalarGraph()
    /// Weights and biases numbered so far, through all layers: w₁…w₈.
    var weights = 0
    var biases = 0
    /// The layer with neurons of its own that is being unrolled, counted from 1: the (l) of the indexed notation.
    var level = 0
    /// How many such layers there are before the last.
    var hiddenLevels = 0
    /// Whether the results of the layer being unrolled are the level's outputs, since no activation follows.
    var endsLevel = false
    /// The nodes of each layer's parameters, parallel to the engine's gradients.
    var parameters: [[[Int]]] = []
    /// The nodes of the inputs and of each layer's outputs, parallel to the engine's activations.
    var activations: [[Int]] = []

    /// Where a neuron stands: `h1` or `h2,1` in a hidden layer, `o1` in the last.
    static func neuron(_ unit: Int, level: Int, hiddenLevels: Int) -> String {
        level > hiddenLevels ? "o\(unit)" : hiddenLevels > 1 ? "h\(level),\(unit)" : "h\(unit)"
    }

    /// What the neurons of a level are called in sentences.
    func place(_ level: Int) -> String {
        level > hiddenLevels ? "output layer" : hiddenLevels > 1 ? "hidden layer \(level)" : "hidden layer"
    }
}

/// A layer of the engine that can be taken apart into scalars.
protocol Unrollable {
    /// Adds the layer's results for the given nodes; returns their nodes.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int]
    /// Whether the layer counts as one of the network's levels: it has neurons with weights.
    var isLevel: Bool { get }
}

extension Unrollable {
    var isLevel: Bool { true }
}

/// A name that nothing has.
struct UnknownName: Error, CustomStringConvertible {
    var description: String
}

extension Network {
    /// The network on one sample with its loss, as named scalars, computed without the engine.
    func unrolled(_ input: [Double], toward target: [Double], minimizing loss: Loss) -> Unrolling {
        var unrolling = Unrolling()
        let parts = layers.map(unrollable)
        unrolling.hiddenLevels = max(0, parts.count(where: \.isLevel) - 1)
        var nodes = unrolling.addInputs(input)
        unrolling.activations = [nodes]
        for (index, part) in parts.enumerated() {
            unrolling.parameters.append([])
            if part.isLevel { unrolling.level += 1 }
            let followed = index + 1 < parts.count && !parts[index + 1].isLevel
            unrolling.endsLevel = !followed
            nodes = part.unroll(nodes, into: &unrolling)
            unrolling.activations.append(nodes)
        }
        unrolling.add(loss, of: nodes, toward: target)
        unrolling.graph.arrangeNames()
        return unrolling
    }

    private func unrollable(_ layer: any Layer) -> any Unrollable {
        (layer as? any Unrollable) ?? (layer as? any Activation).map(OwnActivation.init) ?? OwnLayer(layer: layer)
    }
}
