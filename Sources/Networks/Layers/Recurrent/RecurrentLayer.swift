/// What the layers that walk through time share: sequences in, states out, weights gate by gate.
protocol RecurrentLayer: Layer {
    var units: Int { get }
    var returnsSequences: Bool { get }
    var truncation: Int? { get }
    var stack: GateWeights { get set }
}

extension RecurrentLayer {
    public var name: String { "\(Self.self)" }

    /// As the lesson writes it, for messages.
    var title: String { "\(name)(\(units))" }

    public var parameters: [Parameter] {
        get { stack.parameters }
        set { stack.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        var layer = self
        layer.stack = try stack.connected(to: inputs, layer: title, drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        returnsSequences ? inputs.replacing(features: units) : Shape(units)
    }

    public func parameterCount(for inputs: Shape) -> Int { stack.parameterCount(for: inputs) }
}

extension RecurrentLayer {
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

    /// Whether slopes go on from step `t` to the one before.
    func carriesBack(from t: Int, of steps: Int) -> Bool {
        t > 0 && !Truncation(length: truncation).cuts(before: t, of: steps)
    }
}
