/// What the layers that walk through time share: sequences in, states out, weights gate by gate.
protocol RecurrentLayer: StartedLayer {
    var units: Int { get }
    var returnsSequences: Bool { get }
    var truncation: Int? { get }
    var stack: GateWeights { get set }
    /// What it starts from.
    var first: FirstStates { get set }
    /// ∂loss/∂input, ∂loss/∂W, U and biases, and ∂loss/∂h₀ and c₀ where these were given.
    ///
    /// - Parameter cells: ∂loss/∂c of the last step, where something else than h goes on from there.
    func wayBack(_ input: [Double], _ gradient: [Double], cells: [Double]) -> RecurrentWayBack
    /// What a step hands on to the next: h, and c of an LSTM.
    var stateLetters: [String] { get }
    /// What it hands on after the last step of a sequence.
    func lastState(of input: [Double]) -> RecurrentState
}

typealias RecurrentWayBack = (input: [Double], parameters: [[Double]], states: RecurrentState)

extension RecurrentLayer {
    public var name: String { "\(Self.self)" }

    /// As the lesson writes it, for messages.
    var title: String { "\(name)(\(units))" }

    public var parameters: [Parameter] {
        get { stack.parameters + first.parameters }
        set {
            stack.parameters = newValue
            first.parameters = newValue.suffix(first.parameters.count)
        }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        var layer = self
        try first.check(units: units, layer: title)
        layer.stack = try stack.connected(to: inputs, layer: title, drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        returnsSequences ? inputs.replacing(features: units) : Shape(units)
    }

    public func parameterCount(for inputs: Shape) -> Int {
        stack.parameterCount(for: inputs).plus(first.isTrained ? first.arrays.joined().count : 0)
    }
}

extension RecurrentLayer {
    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let found = wayBack(input, gradient)
        return (found.input, found.parameters + (first.isTrained ? found.states.arrays : []))
    }

    func wayBack(_ input: [Double], _ gradient: [Double]) -> RecurrentWayBack { wayBack(input, gradient, cells: []) }

    var stateLetters: [String] { ["h"] }

    func lastState(of input: [Double]) -> RecurrentState { RecurrentState(hidden: Array(forward(input).suffix(units))) }

    func startSlopes(_ input: [Double], _ gradient: [Double]) -> [RecurrentState] {
        first.isGiven ? [wayBack(input, gradient).states] : []
    }

    /// The state before the first step, one number for each unit, into memory of zeros.
    func start(_ state: UnsafeMutablePointer<Double>, from numbers: [Double]?) {
        for (j, number) in (numbers ?? []).prefix(units).enumerated() { state[j] = number }
    }

    /// What has come back to before the first step.
    func states(_ hidden: UnsafePointer<Double>, _ cells: UnsafePointer<Double>? = nil) -> RecurrentState {
        func numbers(_ start: UnsafePointer<Double>) -> [Double] { Array(UnsafeBufferPointer(start: start, count: units)) }
        guard first.isGiven else { return RecurrentState(hidden: []) }
        return RecurrentState(hidden: numbers(hidden), cells: cells.map(numbers) ?? [])
    }

    /// What comes out: the states of all steps, or the last.
    func output(_ states: UnsafePointer<Double>, _ steps: Int) -> [Double] {
        returnsSequences
            ? Array(UnsafeBufferPointer(start: states, count: steps * units))
            : Array(UnsafeBufferPointer(start: states + max(0, steps - 1) * units, count: steps > 0 ? units : 0))
    }

    /// On the way back: adds what arrives at step `t` from the layer after to what came back from the step after, of which
    /// there is nothing yet at the last step.
    func add(_ gradient: [Double], at t: Int, of steps: Int, to arriving: UnsafeMutablePointer<Double>) {
        if returnsSequences {
            for j in 0..<units { arriving[j] += gradient[t * units + j] }
        } else if t == steps - 1 {
            for j in 0..<units { arriving[j] = gradient[j] }
        }
    }

    /// Whether slopes go on from step `t` to the one before, or to a first state that was given.
    func carriesBack(from t: Int, of steps: Int) -> Bool {
        t == 0 ? first.isGiven : !Truncation(length: truncation).cuts(before: t, of: steps)
    }
}
