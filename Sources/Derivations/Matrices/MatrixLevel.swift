import Exhibits
import Networks

/// A dense layer with the activation after it, as a matrix product sees them.
struct MatrixLevel {
    /// Its place among the network's layers, and its number among the dense ones, from 1.
    var layer: Int
    var number: Int
    var dense: any FullyConnected
    /// What stands between the level before and this one, in the order in which it is computed: a normalisation, a
    /// convolution. Where there is nothing, its inputs are the outputs of the level before.
    var before: [String]
    /// Nodes of what goes in, of the sums and of what comes out.
    var inputs: [Int]
    var sums: [Int]
    var outputs: [Int]
    /// The elementwise activation, or `nil` for none or softmax.
    var activation: ScalarFunction?
    var isSoftmax: Bool

    /// The levels of a network, with the nodes of one sample, and what stands behind the last of them.
    static func levels(of network: Network, _ activations: [[Int]]) -> (levels: [MatrixLevel], after: [String]) {
        var found: [MatrixLevel] = []
        var between: [String] = []
        for (index, layer) in network.layers.enumerated() {
            let (before, after) = (activations[index], activations[index + 1])
            // On a sequence the same weights are used for every row: no product of one matrix and one vector.
            if let dense = layer as? any FullyConnected, dense.weights.first?.count == before.count,
                dense.weights.count == after.count
            {
                found.append(
                    MatrixLevel(
                        layer: index, number: found.count + 1, dense: dense, before: between, inputs: before, sums: after,
                        outputs: after, activation: nil, isSoftmax: false))
                between = []
            } else if let last = found.last, between.isEmpty, last.outputs == last.sums,
                layer is Softmax || layer is any KnownActivation
            {
                found[found.count - 1].outputs = after
                found[found.count - 1].activation = (layer as? any KnownActivation)?.function
                found[found.count - 1].isSoftmax = layer is Softmax
            } else if before != after {
                between.append(layer.name)
            }
        }
        return (found, between)
    }

    var hasActivation: Bool { outputs != sums }

    var sign: String { activation?.vectorSign ?? (isSoftmax ? "\\mathrm{softmax}" : "\\mathrm{id}") }

    /// One bias for each unit, if there are any.
    var biases: [Double]? {
        switch dense.bias {
        case .none: nil
        case .shared(let value): sums.map { _ in value }
        case .perUnit(let values): values
        }
    }

    /// What the layers before make of `inner`: `\mathrm{Flatten}(\mathrm{Conv2D}(X))`.
    func made(from inner: String) -> String { Self.applied(before, to: inner) }

    static func applied(_ layers: [String], to inner: String) -> String {
        layers.reduce(inner) { "\(TeXEscape.name($1))(\($0))" }
    }
}

extension ScalarFunction {
    /// How the function is written when it is applied to a whole vector.
    var vectorSign: String { self == .identity ? "\\mathrm{id}" : tex }
}
