import Foundation

/// A network of dense layers and known activations laid out for training: all numbers in flat buffers made once, so that a
/// step allocates nothing, counts no references and calls through no existential.
///
/// It computes exactly what `Layer.forward` and `Layer.backward` compute, in the same order, to the last bit; a test holds it
/// to that. Networks with other layers, or losses of a lesson's own, train the general way.
final class DensePlan {
    enum Bias { case none, shared(Int), perUnit(Int) }

    enum Stage {
        /// Offsets are places in the flat parameters.
        case dense(inputs: Int, outputs: Int, weights: Int, bias: Bias)
        case activation(ElementwiseKind, width: Int)
        case softmax(width: Int)

        var outputs: Int {
            switch self {
            case .dense(_, let outputs, _, _): outputs
            case .activation(_, let width), .softmax(let width): width
            }
        }
    }

    let stages: [Stage]
    let loss: Loss.Kind
    let parameterCount: Int
    let parameters: UnsafeMutablePointer<Double>
    /// Sums over the samples of a batch.
    let gradients: UnsafeMutablePointer<Double>
    /// For each stage the place of its input among `values`; one more for the last output.
    let places: [Int]
    let values: UnsafeMutablePointer<Double>
    let slopes: UnsafeMutablePointer<Double>

    /// Nil when a layer or the loss isn't among those it knows.
    init?(_ network: Network, loss: Loss) {
        guard let kind = loss.kind, network.inputShape.rank == 1 else { return nil }
        var stages: [Stage] = []
        var width = network.inputs
        var places = [0]
        var total = width
        var offset = 0
        for layer in network.layers {
            if let dense = layer as? Dense {
                let weights = offset
                offset += dense.units * width
                let bias: Bias =
                    switch dense.bias {
                    case .none: .none
                    case .shared: .shared(offset)
                    case .perUnit: .perUnit(offset)
                    }
                stages.append(.dense(inputs: width, outputs: dense.units, weights: weights, bias: bias))
                switch dense.bias {
                case .none: break
                case .shared: offset += 1
                case .perUnit: offset += dense.units
                }
                width = dense.units
            } else if layer is Softmax {
                stages.append(.softmax(width: width))
            } else if let known = ElementwiseKind(layer) {
                stages.append(.activation(known, width: width))
            } else {
                return nil
            }
            places.append(total)
            total += width
        }
        self.stages = stages
        self.loss = kind
        self.places = places
        parameterCount = offset
        parameters = .allocate(capacity: max(1, offset))
        gradients = .allocate(capacity: max(1, offset))
        values = .allocate(capacity: total)
        slopes = .allocate(capacity: total)
        load(network)
    }

    deinit {
        parameters.deallocate()
        gradients.deallocate()
        values.deallocate()
        slopes.deallocate()
    }

    /// Takes over the parameters of a network of the same shape.
    func load(_ network: Network) {
        var index = 0
        for layer in network.layers {
            for parameter in layer.parameters {
                for value in parameter.values {
                    parameters[index] = value
                    index += 1
                }
            }
        }
    }

    /// The network with the plan's parameters.
    func network(like network: Network) -> Network {
        var index = 0
        return network.replacing(
            parameters: network.layers.map { layer in
                layer.parameters.map { parameter in
                    defer { index += parameter.values.count }
                    return Array(UnsafeBufferPointer(start: parameters + index, count: parameter.values.count))
                }
            })
    }
}
