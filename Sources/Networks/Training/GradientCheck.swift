extension Network {
    /// ∂loss/∂parameter by central differences, (L(w + ε) − L(w − ε)) / 2ε: it uses nothing but the forward pass.
    ///
    /// The nudge is ε = `step` · max(1, |w|). Shaped like the parameters.
    public func centralDifferences(
        of input: [Double], toward target: [Double], minimizing loss: Loss, step: Double = 1e-6
    ) -> [[[Double]]] {
        let parameters = layers.map { $0.parameters.map(\.values) }
        func lossAfterNudging(_ layer: Int, _ parameter: Int, _ index: Int, to value: Double) -> Double {
            var nudged = parameters
            nudged[layer][parameter][index] = value
            return loss.value(replacing(parameters: nudged).activations(for: input)[layers.count], target)
        }
        return parameters.indices.map { layer in
            parameters[layer].indices.map { parameter in
                parameters[layer][parameter].indices.map { index in
                    let value = parameters[layer][parameter][index]
                    let nudge = step * max(1, abs(value))
                    let (up, down) = (value + nudge, value - nudge)
                    return
                        (lossAfterNudging(layer, parameter, index, to: up)
                        - lossAfterNudging(layer, parameter, index, to: down)) / (up - down)
                }
            }
        }
    }
}

/// Backpropagation held against central differences, parameter by parameter.
public struct GradientCheck: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Which layer, counted from 1, and which number of it, in the order of its parameters.
        public let layer: Int
        public let index: Int
        public let computed: Double
        public let numeric: Double

        /// |a − n| / max(|a|, |n|); 0 when both are 0. Where both are tiny it says little: the difference is rounding.
        public var relativeError: Double {
            let scale = max(abs(computed), abs(numeric))
            return scale == 0 ? 0 : abs(computed - numeric) / scale
        }
    }

    public let entries: [Entry]
    /// The nudge ε of the central difference, before it is scaled by the size of the parameter.
    public let step: Double

    /// The largest relative error among gradients larger than `floor`.
    public func worst(above floor: Double = 1e-7) -> Double {
        entries.filter { max(abs($0.computed), abs($0.numeric)) > floor }.map(\.relativeError).max() ?? 0
    }
}

extension Network {
    /// All gradients of one sample's loss, by backpropagation and by central differences.
    public func gradientCheck(
        of input: [Double], toward target: [Double], minimizing loss: Loss, step: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> GradientCheck {
        let pass = backpropagate(input, toward: target, minimizing: loss, file: file, line: line, column: column)
        let numeric = centralDifferences(of: input, toward: target, minimizing: loss, step: step)
        var entries: [GradientCheck.Entry] = []
        for layer in numeric.indices {
            for (index, pair) in zip(pass.gradients[layer].joined(), numeric[layer].joined()).enumerated() {
                entries.append(.init(layer: layer + 1, index: index + 1, computed: pair.0, numeric: pair.1))
            }
        }
        return GradientCheck(entries: entries, step: step)
    }
}
