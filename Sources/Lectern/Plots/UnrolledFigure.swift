import Derivations
import Exhibits
import Networks

extension BackpropagationPass {
    /// The first recurrent layer drawn once for each step of this sample: what goes in, the state that is handed on, and below
    /// each state's numbers the derivative of the loss with respect to them.
    ///
    /// Where layers follow, what comes out stands above its step, or above the last when there is one answer for all. A network
    /// without a recurrent layer ends the lesson at the line of this call.
    public func unrolled(
        caption: String? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        stopping(file: file, line: line, column: column) {
            guard let place = network.layers.firstIndex(where: { RecurrentShape($0) != nil }),
                let layer = RecurrentShape(network.layers[place])
            else {
                throw ShapeError(
                    "this network has no recurrent layer to draw unrolled; give it a SimpleRNN, an LSTM or a GRU, or show its "
                        + "`diagram`")
            }
            let states = states(of: place)
            let isLast = place == network.layers.count - 1
            let features = activations[place].count / max(1, states.count)
            let answers = isLast ? [] : output
            let perStep = layer.returnsSequences && answers.count.isMultiple(of: max(1, states.count))
            let share = perStep ? answers.count / max(1, states.count) : answers.count
            let steps = states.indices.map { index in
                let isAnswered = perStep || index == states.count - 1
                return UnrolledNetwork.Step(
                    input: Array(activations[place][index * features..<(index + 1) * features]), state: states[index].values,
                    gradient: states[index].gradients,
                    output: isAnswered ? Array(answers.dropFirst(perStep ? index * share : 0).prefix(share)) : [])
            }
            let isScalar = layer.units == 1 && features == 1 && layer.gates == 1
            return Figure(
                .unrolled(
                    UnrolledNetwork(
                        steps: steps, inputWeights: isScalar ? "w_1" : "W", stateWeights: isScalar ? "u_1" : "U")),
                caption: caption)
        }
    }

    /// What the layer hands on after each time, with its gradients.
    private func states(of layer: Int) -> [(values: [Double], gradients: [Double])] {
        var states: [(values: [Double], gradients: [Double])] = []
        for scalar in namedScalars where scalar.layer == layer {
            guard case .state = scalar.meaning else { continue }
            if scalar.index == 0 { states.append(([], [])) }
            states[states.count - 1].values.append(scalar.value)
            states[states.count - 1].gradients.append(scalar.gradient)
        }
        return states
    }
}

/// What the recurrent layers have in common.
private struct RecurrentShape {
    var units: Int
    var returnsSequences: Bool
    /// How many sets of weights it has.
    var gates: Int

    init?(_ layer: any Layer) {
        switch layer {
        case let layer as SimpleRNN: (units, returnsSequences, gates) = (layer.units, layer.returnsSequences, 1)
        case let layer as LSTM: (units, returnsSequences, gates) = (layer.units, layer.returnsSequences, 4)
        case let layer as GRU: (units, returnsSequences, gates) = (layer.units, layer.returnsSequences, 3)
        default: return nil
        }
    }
}
