import Networks

/// What the neurons of a network are called: `h1` or `o2`, the part of `net_h1` and `out_h1` that says which neuron it is.
package struct NeuronNames {
    /// The level of each layer, counted from 1.
    private let levels: [Int]
    private let hiddenLevels: Int

    package init(_ network: Network) {
        let counts = network.layers.map { Unrolling.part(of: $0).levelCount }
        levels = counts.indices.map { counts[...$0].reduce(0, +) }
        hiddenLevels = max(0, counts.reduce(0, +) - 1)
    }

    /// Counted from 1.
    package func neuron(layer: Int, unit: Int) -> String {
        Unrolling.neuron(unit, level: levels[layer], hiddenLevels: hiddenLevels)
    }
}
