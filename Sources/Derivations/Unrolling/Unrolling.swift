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
    /// Which sample is being unrolled, from 1, when there are several.
    var sample: Int?
    /// The layer being unrolled and how many of its parameter arrays have been met in this sample.
    var layer = 0
    var met = 0
    /// How many parameters under each letter and gate have been numbered: u_1…, w_{i,1}….
    var counters: [String: Int] = [:]
    /// The first level that uses each letter over time; another one marks its names with its own number.
    var firstLevels: [String: Int] = [:]
    /// The last level whose outputs have been named; a second activation in it needs other names.
    var activated = 0
    /// Whether the results of the layer being unrolled are the level's outputs, since no activation follows.
    var endsLevel = false
    /// The nodes of each layer's parameters, parallel to the engine's gradients.
    var parameters: [[[Int]]] = []
    /// The nodes of the inputs and of each layer's outputs, parallel to the engine's activations.
    var activations: [[Int]] = []
    /// The same for every sample.
    var activationsBySample: [[[Int]]] = []

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
        unrolled([Dataset.Sample(input: input, target: target)], minimizing: loss)
    }

    /// The network on one sample or on several, with the mean of their losses.
    func unrolled(_ samples: [Dataset.Sample], minimizing loss: Loss) -> Unrolling {
        var unrolling = Unrolling()
        let parts = layers.map(unrollable)
        unrolling.parameters = layers.map { _ in [] }
        var losses: [Int] = []
        for (index, sample) in samples.enumerated() {
            unrolling.sample = samples.count > 1 ? index + 1 : nil
            unroll(sample, through: parts, minimizing: loss, into: &unrolling)
            losses.append(unrolling.graph.root)
            unrolling.activationsBySample.append(unrolling.activations)
        }
        if samples.count > 1 { unrolling.average(losses) }
        unrolling.graph.arrangeNames()
        return unrolling
    }

    private func unroll(
        _ sample: Dataset.Sample, through parts: [any Unrollable], minimizing loss: Loss, into unrolling: inout Unrolling
    ) {
        unrolling.level = 0
        unrolling.activated = 0
        unrolling.hiddenLevels = max(0, parts.count(where: \.isLevel) - 1)
        var nodes = unrolling.addInputs(sample.input, shape: inputShape)
        unrolling.activations = [nodes]
        for (index, part) in parts.enumerated() {
            unrolling.layer = index
            unrolling.met = 0
            if part.isLevel { unrolling.level += 1 }
            let followed = index + 1 < parts.count && !parts[index + 1].isLevel
            unrolling.endsLevel = !followed
            nodes = part.unroll(nodes, into: &unrolling)
            unrolling.activations.append(nodes)
        }
        unrolling.add(loss, of: nodes, toward: sample.target)
    }

    private func unrollable(_ layer: any Layer) -> any Unrollable {
        (layer as? any Unrollable) ?? (layer as? any Activation).map(OwnActivation.init) ?? OwnLayer(layer: layer)
    }
}
