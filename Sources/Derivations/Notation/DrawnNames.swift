import Exhibits
import Networks

/// What the neurons and parameters of a network are called in its derivations, for drawings of it.
package struct DrawnNames {
    /// The level of each layer, counted from 1.
    private let levels: [Int]
    private let hiddenLevels: Int
    /// The network over a sample of zeros, whose parameters are named; nil for a network too large to be written out.
    private let unrolling: Unrolling?

    package init(_ network: Network) {
        let counts = network.layers.map { Unrolling.part(of: $0).levelCount }
        levels = counts.indices.map { counts[...$0].reduce(0, +) }
        hiddenLevels = max(0, counts.reduce(0, +) - 1)
        let size = network.parameterCount + network.shapes.reduce(0) { $0 + $1.count }
        unrolling =
            size <= Self.largest
            ? network.unrolled(
                Array(repeating: 0, count: network.inputs), toward: Array(repeating: 0, count: network.outputs),
                minimizing: .halfSquaredError) : nil
    }

    /// Beyond so many numbers nobody reads the names, and to write the network out would take longer than to draw it.
    private static let largest = 150_000

    /// `h1` or `o2`, counted from 1: the part of `net_h1` and `out_h1` that says which neuron it is.
    package func neuron(layer: Int, unit: Int) -> String {
        Unrolling.neuron(unit, level: levels[layer], hiddenLevels: hiddenLevels)
    }

    package func level(of layer: Int) -> Int { levels[layer] }

    /// The name of a parameter of a layer, by its array there and its place in that.
    package func parameter(layer: Int, array: Int, place: Int) -> Symbol? {
        guard let arrays = unrolling?.parameters[layer], arrays.indices.contains(array),
            arrays[array].indices.contains(place)
        else { return nil }
        return unrolling?.graph.symbol(of: arrays[array][place])
    }
}
