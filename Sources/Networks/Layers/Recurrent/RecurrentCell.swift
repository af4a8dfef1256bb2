/// One step of a recurrent layer on its own: x, h and, of an LSTM, c go in; the next h and c come out.
///
///     RecurrentCell(SimpleRNN(2))    x, h → h′        h′ = f(W x + U h + b)
///     RecurrentCell(GRU(2))          x, h → h′
///     RecurrentCell(LSTM(2))         x, h, c → h′, c′
///
/// Input `[features + units]`, of an LSTM `[features + 2·units]`: x, then h, then c, in one vector. Output `[units]`, of an LSTM
/// `[2·units]`: h′, then c′. The formulas are those of the layer, and so are weights, their order and how they are drawn; whether
/// it returns sequences, and where it is truncated, means nothing for one step. The slopes by x, h and c are those by the input;
/// `parts(of:)` takes them apart.
///
/// In derivations of a network that begins with one they are `x_1`, `h_0` and `c_0`, with a unit where there are several.
///
///     let cell = RecurrentCell(LSTM(1, weights: w, recurrent: u, biases: b))
///     let next = cell.step([0.5], from: RecurrentState(hidden: [0], cells: [0]))
///
/// - SeeAlso: Keras `layers.LSTMCell`, Keras `layers.GRUCell`, Keras `layers.SimpleRNNCell`, PyTorch `nn.LSTMCell`,
///   PyTorch `nn.GRUCell`, PyTorch `nn.RNNCell`
/// - Example: `Network(inputs: inputs + 2 * units) { RecurrentCell(LSTM(units)) }`
public struct RecurrentCell: Layer {
    var layer: any RecurrentLayer

    /// One step of this layer.
    public init(_ layer: SimpleRNN) { self.init(of: layer) }
    /// One step of this layer.
    public init(_ layer: LSTM) { self.init(of: layer) }
    /// One step of this layer.
    public init(_ layer: GRU) { self.init(of: layer) }

    init(of layer: any RecurrentLayer) { self.layer = layer }

    /// How many numbers a state has.
    public var units: Int { layer.units }
    public var name: String { "RecurrentCell" }
    /// What it is a step of.
    package var repeated: any Layer { layer }

    private var title: String { "\(name)(\(layer.title))" }
    /// Numbers of h and c together.
    private var stateWidth: Int { layer.units.times(layer.stateLetters.count) }

    public var parameters: [Parameter] {
        get { layer.parameters }
        set { layer.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> RecurrentCell {
        let states = layer.stateLetters.joined(separator: ", then ")
        guard !layer.first.isGiven else {
            throw ShapeError("\(title) is given its state with every input; leave out starting(…)")
        }
        guard inputs.rank == 1, inputs.count > stateWidth else {
            throw ShapeError(
                "\(title) takes x, then \(states), in one vector of features + \(stateWidth) numbers, but is given \(inputs)")
        }
        return RecurrentCell(of: try layer.connected(to: sequence(inputs), drawingFrom: &generator))
    }

    /// Sequences of one step of such inputs.
    private func sequence(_ inputs: Shape) -> Shape { Shape([1, max(0, inputs.count - stateWidth)]) }

    public func outputShape(for inputs: Shape) -> Shape { Shape(stateWidth) }

    public func parameterCount(for inputs: Shape) -> Int { layer.parameterCount(for: sequence(inputs)) }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (x, state) = apart(input)
        return layer.step(x, from: state).joined
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let (x, state) = apart(input)
        let found = layer.starting(from: state.given)
            .wayBack(x, Array(gradient.prefix(units)), cells: Array(gradient.dropFirst(units)))
        return (found.input + found.states.joined, found.parameters)
    }

    private func apart(_ numbers: [Double]) -> (input: [Double], state: RecurrentState) {
        let features = numbers.count - stateWidth
        let state = numbers[features...]
        return (
            Array(numbers[..<features]),
            RecurrentState(hidden: Array(state.prefix(units)), cells: Array(state.dropFirst(units)))
        )
    }
}

extension RecurrentCell {
    /// What goes in, or the slopes by it, taken apart: x, and the state h and c.
    ///
    ///     cell.parts(of: pass.inputGradient).state.hidden   // ∂loss/∂h
    public func parts(
        of numbers: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> (input: [Double], state: RecurrentState) {
        stopping(file: file, line: line, column: column) {
            guard numbers.count > stateWidth else {
                throw ShapeError(
                    "\(title) takes more than \(stateWidth) numbers, x and its state, but these are \(numbers.count)")
            }
            return apart(numbers)
        }
    }

    /// The state after one step from a state, by the weights that were given or, of a network's layer, learned.
    ///
    /// Ends the lesson at this call where the numbers aren't as many as the weights take, or where there are no weights yet.
    public func step(
        _ input: [Double], from state: RecurrentState, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> RecurrentState {
        stopping(file: file, line: line, column: column) {
            try check(input, state)
            return layer.step(input, from: state)
        }
    }

    private func check(_ input: [Double], _ state: RecurrentState) throws {
        try layer.stack.check(input, layer: title)
        guard input.count == layer.stack.inputs else {
            throw ShapeError("\(title) takes the \(layer.stack.inputs) features of one step, but x has \(input.count) numbers")
        }
        for (letter, numbers) in zip(layer.stateLetters, [state.hidden, state.cells]) where numbers.count != units {
            throw ShapeError("\(title) takes \(units) numbers for \(letter), one for each unit, but got \(numbers.count)")
        }
        guard layer.stateLetters.count > 1 || state.cells.isEmpty else {
            throw ShapeError("\(title) has no cells c; leave them out")
        }
    }
}

extension RecurrentLayer {
    /// The state after one step.
    func step(_ input: [Double], from state: RecurrentState) -> RecurrentState {
        starting(from: state.given).lastState(of: input)
    }
}

extension RecurrentState {
    /// h, then c.
    var joined: [Double] { hidden + cells }
    /// As what a layer starts from.
    var given: FirstStates { FirstStates(hidden: hidden, cells: cells.isEmpty ? nil : cells) }
}
