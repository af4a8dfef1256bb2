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
