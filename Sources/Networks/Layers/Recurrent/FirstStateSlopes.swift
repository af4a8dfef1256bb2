/// A state between two steps of a recurrent layer, or the slopes by its numbers: one number for each unit.
public struct RecurrentState: Hashable, Sendable {
    /// h
    public var hidden: [Double]
    /// c of an LSTM; empty for a layer without.
    public var cells: [Double]

    /// A state h, and c of an LSTM.
    public init(hidden: [Double], cells: [Double] = []) {
        self.hidden = hidden
        self.cells = cells
    }
}

extension RecurrentState {
    /// h and then c, where there is one.
    var arrays: [[Double]] { [hidden] + (cells.isEmpty ? [] : [cells]) }
}

/// A layer that may have been given first states, or may have such layers in it.
protocol StartedLayer: Layer {
    /// ∂loss/∂h₀ and c₀ of each layer that was given them, in the order of their parameters, from ∂loss/∂output.
    func startSlopes(_ input: [Double], _ gradient: [Double]) -> [RecurrentState]
}

extension Sequential {
    /// The same of the layers in it, from what comes back to the last.
    func startSlopes(_ input: [Double], _ gradient: [Double]) -> [RecurrentState] {
        guard layers.contains(where: { $0 is any StartedLayer }) else { return [] }
        let passed = passed(input)
        let slopes = walkBack(passed, gradient).slopes
        return layers.indices.flatMap { index in
            (layers[index] as? any StartedLayer)?.startSlopes(passed[index], slopes[index + 1]) ?? []
        }
    }
}

extension BackpropagationPass {
    /// ∂loss/∂h₀, and ∂loss/∂c₀ of an LSTM, of a layer that was given its first states with `starting(hidden:)`, whether these are
    /// trained or not: what a sequence sends back to where it began, an encoder for example.
    ///
    /// In the graph the numbers are `h_0` and `c_0`, or `h_0,1` where there are several units: `pass.gradient(of: "h_0")`.
    ///
    /// - Parameters:
    ///   - number: The layer of the network, counted from 1. One that starts from zeros ends the lesson at this call.
    ///   - place: Of a `Residual` or `Bidirectional`, which of the layers in it that were given first states, counted from 1 in
    ///     the order of their parameters: forward before backward, inner layers before the shortcut.
    /// - SeeAlso: PyTorch `h_0.grad`
    public func firstStateGradients(
        of number: Int, within place: Int = 1, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> RecurrentState {
        stopping(file: file, line: line, column: column) {
            guard network.layers.indices.contains(number - 1) else {
                throw ShapeError("this network has layers 1 to \(network.layers.count), but no layer \(number)")
            }
            let (found, name) = (startSlopes(at: number - 1), network.layers[number - 1].name)
            guard !found.isEmpty else {
                throw ShapeError(
                    "layer \(number), \(name), was given no first state; "
                        + "give it one: .starting(hidden: [0.1, …]), of an LSTM with cells: beside it")
            }
            guard found.indices.contains(place - 1) else {
                throw ShapeError(
                    "layer \(number), \(name), has \(found.count) \(found.count == 1 ? "layer" : "layers") with first states, "
                        + "but no number \(place)")
            }
            return found[place - 1]
        }
    }

    /// ∂loss/∂h₀ and ∂loss/∂c₀ of the layer at this index, or of those in it, one after the other; none where it wasn't given any.
    package func firstStateGradients(at index: Int) -> [[Double]] { startSlopes(at: index).flatMap(\.arrays) }

    private func startSlopes(at index: Int) -> [RecurrentState] {
        (network.layers[index] as? any StartedLayer)?.startSlopes(activations[index], activationGradients[index + 1]) ?? []
    }
}
