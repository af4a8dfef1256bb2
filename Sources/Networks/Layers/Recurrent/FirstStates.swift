/// What a recurrent layer starts from: h₀, and c₀ of an LSTM; nothing where these are the usual zeros.
struct FirstStates: Sendable {
    /// One number for each unit; nil where nothing was given, and cells where the layer has none.
    var hidden: [Double]?
    var cells: [Double]?
    /// Whether training may change them.
    var isTrained = false

    var isGiven: Bool { hidden != nil }
    /// h₀ and then c₀, where they were given.
    var arrays: [[Double]] {
        get { [hidden, cells].compactMap(\.self) }
        set {
            guard newValue.count == arrays.count, let first = newValue.first else { return }
            hidden = first
            if newValue.count > 1 { cells = newValue[1] }
        }
    }

    /// They are parameters where training may change them, the last ones of their layer.
    var parameters: [Parameter] {
        get { isTrained ? arrays.map { Parameter(.state, $0, rows: $0.count, columns: 1) } : [] }
        set { if isTrained { arrays = newValue.map(\.values) } }
    }

    /// Throws where the numbers aren't as many as the units.
    func check(units: Int, layer: String) throws {
        for (name, values) in zip(["h₀", "c₀"], arrays) where values.count != units {
            throw ShapeError("\(layer) got \(values.count) numbers for \(name); give \(units), one for each unit")
        }
    }
}

extension RecurrentLayer {
    /// The layer that starts from these states.
    func starting(from first: FirstStates) -> Self {
        var layer = self
        layer.first = first
        return layer
    }
}

extension SimpleRNN {
    /// The layer with h_0 given, one number for each unit, instead of zeros.
    ///
    /// - Parameter trained: Whether h_0 is a parameter, which training changes; it is the layer's last then.
    /// - SeeAlso: Keras `initial_state`, PyTorch `nn.RNN` with `h_0`
    public func starting(hidden: [Double], trained: Bool = false) -> SimpleRNN {
        starting(from: FirstStates(hidden: hidden, isTrained: trained))
    }

    /// h_0 where it was given, and whether it is trained.
    package var given: (states: [[Double]], isTrained: Bool) { (first.arrays, first.isTrained) }
}

extension GRU {
    /// The layer with h_0 given, one number for each unit, instead of zeros.
    ///
    /// - Parameter trained: Whether h_0 is a parameter, which training changes; it is the layer's last then.
    /// - SeeAlso: Keras `initial_state`, PyTorch `nn.GRU` with `h_0`
    public func starting(hidden: [Double], trained: Bool = false) -> GRU {
        starting(from: FirstStates(hidden: hidden, isTrained: trained))
    }

    /// h_0 where it was given, and whether it is trained.
    package var given: (states: [[Double]], isTrained: Bool) { (first.arrays, first.isTrained) }
}

extension LSTM {
    /// The layer with h_0 and c_0 given, one number for each unit, instead of zeros.
    ///
    /// - Parameter trained: Whether both are parameters, which training changes; they are the layer's last then, h_0 before c_0.
    /// - SeeAlso: Keras `initial_state`, PyTorch `nn.LSTM` with `(h_0, c_0)`
    public func starting(hidden: [Double], cells: [Double], trained: Bool = false) -> LSTM {
        starting(from: FirstStates(hidden: hidden, cells: cells, isTrained: trained))
    }

    /// h_0 and c_0 where they were given, and whether they are trained.
    package var given: (states: [[Double]], isTrained: Bool) { (first.arrays, first.isTrained) }
}

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

extension BackpropagationPass {
    /// ∂loss/∂h₀, and ∂loss/∂c₀ of an LSTM, of a layer that was given its first states with `starting(hidden:)`, whether these are
    /// trained or not: what a sequence sends back to where it began, an encoder for example.
    ///
    /// In the graph the numbers are `h_0` and `c_0`, or `h_0,1` where there are several units: `pass.gradient(of: "h_0")`.
    ///
    /// - Parameter number: The layer of the network, counted from 1. One that starts from zeros ends the lesson at this call.
    /// - SeeAlso: PyTorch `h_0.grad`
    public func firstStateGradients(
        of number: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> RecurrentState {
        stopping(file: file, line: line, column: column) {
            guard network.layers.indices.contains(number - 1) else {
                throw ShapeError("this network has layers 1 to \(network.layers.count), but no layer \(number)")
            }
            guard let found = firstStateGradients(at: number - 1) else {
                throw ShapeError(
                    "layer \(number), \(network.layers[number - 1].name), was given no first state; "
                        + "give it one: .starting(hidden: [0.1, …]), of an LSTM with cells: beside it")
            }
            return RecurrentState(hidden: found[0], cells: found.count > 1 ? found[1] : [])
        }
    }

    /// ∂loss/∂h₀ and ∂loss/∂c₀ of the layer at this index; nil where it wasn't given any.
    package func firstStateGradients(at index: Int) -> [[Double]]? {
        guard let layer = network.layers[index] as? any RecurrentLayer, layer.first.isGiven else { return nil }
        return layer.wayBack(activations[index], activationGradients[index + 1]).states.arrays
    }
}

extension RecurrentState {
    /// h and then c, where there is one.
    var arrays: [[Double]] { [hidden] + (cells.isEmpty ? [] : [cells]) }
}
