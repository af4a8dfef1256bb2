/// What a gate or a recurrent layer multiplies: weights for the inputs, weights for its own last outputs, and biases.
///
/// Every unit has one row in each.
public struct RecurrentWeights: Sendable {
    public var input: [[Scalar]]
    public var recurrent: [[Scalar]]
    public var biases: [Scalar]

    /// Named by a letter for the gate: W_i_1_1 (input), U_i_1_1 (recurrent), b_i_1; without a letter W_1_1, U_1_1, b_1.
    public init(_ letter: String = "", input: [[Double]], recurrent: [[Double]], biases: [Double]) {
        let gate = letter.isEmpty ? "" : "_\(letter)"
        self.input = variables("W\(gate)", input)
        self.recurrent = variables("U\(gate)", recurrent)
        self.biases = variables("b\(gate)", biases)
    }

    var units: Int { biases.count }

    /// W x + U h + b of one unit.
    func sum(_ unit: Int, _ inputs: [Scalar], _ last: [Scalar]) -> Scalar {
        weightedSum(input[unit] + recurrent[unit], inputs + last, bias: biases[unit])
    }
}

/// hₜ = tanh(W xₜ + U hₜ₋₁ + b): Elman's recurrent layer, one step. Names: a_t (the sum), h_t, with the unit when there are several.
public func recurrentStep(
    _ inputs: [Scalar], last: [Scalar], weights: RecurrentWeights, time: Int, activation: ScalarFunction = .tanh
) -> [Scalar] {
    (0..<weights.units).map { unit in
        let net = stepName(weights.sum(unit, inputs, last), "a", time, unit, of: weights.units)
        return stepName(Scalar(.function(activation), [net]), "h", time, unit, of: weights.units)
    }
}

/// What an LSTM hands from one step to the next.
public struct LSTMState: Sendable {
    public var hidden: [Scalar]
    public var cell: [Scalar]

    public init(hidden: [Scalar], cell: [Scalar]) {
        self.hidden = hidden
        self.cell = cell
    }

    /// All zeros.
    public init(units: Int) {
        let zeros = Array(repeating: Scalar(constant: 0), count: units)
        self.init(hidden: zeros, cell: zeros)
    }
}

/// Long short-term memory, one step: g = tanh(·), i, f, o = σ(·), cₜ = f cₜ₋₁ + i g, hₜ = o tanh(cₜ).
/// S. Hochreiter and J. Schmidhuber, *Long Short-Term Memory*, 1997, with the forget gate of Gers et al., 2000.
public struct LSTMWeights: Sendable {
    public var candidate: RecurrentWeights
    public var input: RecurrentWeights
    public var forget: RecurrentWeights
    public var output: RecurrentWeights

    public init(candidate: RecurrentWeights, input: RecurrentWeights, forget: RecurrentWeights, output: RecurrentWeights) {
        self.candidate = candidate
        self.input = input
        self.forget = forget
        self.output = output
    }
}

public func lstmStep(_ inputs: [Scalar], last: LSTMState, weights: LSTMWeights, time: Int) -> LSTMState {
    let units = weights.candidate.units
    let steps = (0..<units).map { unit -> (hidden: Scalar, cell: Scalar) in
        func gate(_ parameters: RecurrentWeights, _ letter: String, _ function: ScalarFunction) -> Scalar {
            let net = stepName(parameters.sum(unit, inputs, last.hidden), "net_\(letter)", time, unit, of: units)
            return stepName(Scalar(.function(function), [net]), letter, time, unit, of: units)
        }
        let g = gate(weights.candidate, "g", .tanh)
        let i = gate(weights.input, "i", .sigmoid)
        let f = gate(weights.forget, "f", .sigmoid)
        let o = gate(weights.output, "o", .sigmoid)
        let cell = stepName(f * last.cell[unit] + i * g, "c", time, unit, of: units)
        return (stepName(o * tanh(cell), "h", time, unit, of: units), cell)
    }
    return LSTMState(hidden: steps.map(\.hidden), cell: steps.map(\.cell))
}

/// The weights of a gated recurrent unit.
public struct GRUWeights: Sendable {
    public var reset: RecurrentWeights
    public var update: RecurrentWeights
    public var candidate: RecurrentWeights
    /// With `true` the reset gate multiplies U h, with a bias of its own, as PyTorch does; with `false` it multiplies h,
    /// as in Cho et al., 2014.
    public var resetsAfter: Bool
    /// The bias beside U h where `resetsAfter`; one for each unit.
    public var recurrentBiases: [Scalar]

    public init(
        reset: RecurrentWeights, update: RecurrentWeights, candidate: RecurrentWeights, resetsAfter: Bool = false,
        recurrentBiases: [Double] = []
    ) {
        self.reset = reset
        self.update = update
        self.candidate = candidate
        self.resetsAfter = resetsAfter
        self.recurrentBiases = variables("c", recurrentBiases)
    }
}

/// Gated recurrent unit, one step: r, z = σ(·), n = tanh(W x + U (r ⊙ h) + b), hₜ = (1 − z) n + z hₜ₋₁.
public func gruStep(_ inputs: [Scalar], last: [Scalar], weights: GRUWeights, time: Int) -> [Scalar] {
    let units = weights.reset.units
    func gate(_ parameters: RecurrentWeights, _ letter: String, _ unit: Int) -> Scalar {
        let net = stepName(parameters.sum(unit, inputs, last), "net_\(letter)", time, unit, of: units)
        return stepName(sigmoid(net), letter, time, unit, of: units)
    }
    let resets = (0..<units).map { gate(weights.reset, "r", $0) }
    let updates = (0..<units).map { gate(weights.update, "z", $0) }
    return (0..<units).map { unit in
        let own = weights.candidate
        let sum: Scalar
        if weights.resetsAfter {
            let back = weightedSum(
                own.recurrent[unit], last, bias: weights.recurrentBiases.isEmpty ? nil : weights.recurrentBiases[unit])
            let named = stepName(back, "u", time, unit, of: units)
            sum = weightedSum(own.input[unit], inputs, bias: own.biases[unit]) + resets[unit] * named
        } else {
            let kept = zip(resets, last).enumerated().map { stepName($1.0 * $1.1, "k", time, $0, of: units) }
            sum = own.sum(unit, inputs, kept)
        }
        let candidate = stepName(tanh(stepName(sum, "net_n", time, unit, of: units)), "n", time, unit, of: units)
        let z = updates[unit]
        return stepName((1 - z) * candidate + z * last[unit], "h", time, unit, of: units)
    }
}

private func stepName(_ scalar: Scalar, _ letter: String, _ time: Int, _ unit: Int, of units: Int) -> Scalar {
    units == 1 ? scalar.named(letter, time) : scalar.named(letter, time, unit + 1)
}
