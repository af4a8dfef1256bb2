import Networks

/// What a gate or a recurrent layer multiplies: weights for the inputs, weights for its own last outputs, and biases.
///
/// Every unit has one row in each.
public struct RecurrentWeights: Sendable {
    /// W, one row for each unit.
    public var input: [[Scalar]]
    /// U, one row for each unit.
    public var recurrent: [[Scalar]]
    /// b, one for each unit.
    public var biases: [Scalar]

    /// Named by a letter for the gate: W_i_1_1 (input), U_i_1_1 (recurrent), b_i_1; without a letter W_1_1, U_1_1, b_1.
    public init(_ letter: String = "", input: [[Double]], recurrent: [[Double]], biases: [Double]) {
        let gate = letter.isEmpty ? "" : "_\(letter)"
        self.input = variables("W\(gate)", input)
        self.recurrent = variables("U\(gate)", recurrent)
        self.biases = variables("b\(gate)", biases)
    }

    fileprivate func gate(_ letter: String) -> GateNumbers<Scalar> {
        GateNumbers(letter: letter, input: input, recurrent: recurrent, biases: biases)
    }
}

/// hₜ = tanh(W xₜ + U hₜ₋₁ + b): Elman's recurrent layer, one step. Names: a_t (the sum), h_t, with the unit when there are several.
public func recurrentStep(
    _ inputs: [Scalar], last: [Scalar], weights: RecurrentWeights, time: Int, activation: ScalarFunction = .tanh
) -> [Scalar] {
    var builder = Expressions()
    return builder.recurrentStep(weights.gate(""), inputs, last, time: time, sums: "a") { $0.each(activation, $1) }
}

/// What an LSTM hands from one step to the next.
public struct LSTMState: Sendable {
    /// h, which comes out.
    public var hidden: [Scalar]
    /// c, which is carried along.
    public var cell: [Scalar]

    /// Given states.
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
    /// Weights of the candidate g.
    public var candidate: RecurrentWeights
    /// Weights of the input gate i.
    public var input: RecurrentWeights
    /// Weights of the forget gate f.
    public var forget: RecurrentWeights
    /// Weights of the output gate o.
    public var output: RecurrentWeights

    /// The weights of the four gates.
    public init(candidate: RecurrentWeights, input: RecurrentWeights, forget: RecurrentWeights, output: RecurrentWeights) {
        self.candidate = candidate
        self.input = input
        self.forget = forget
        self.output = output
    }
}

/// One step of an LSTM. Names: net_i_t, i_t and so on for the gates, c_t, h_t, with the unit when there are several.
public func lstmStep(_ inputs: [Scalar], last: LSTMState, weights: LSTMWeights, time: Int) -> LSTMState {
    var builder = Expressions()
    let gates = [
        weights.input.gate("i"), weights.forget.gate("f"), weights.candidate.gate("g"), weights.output.gate("o"),
    ]
    let state = builder.lstmStep(gates, inputs, hidden: last.hidden, cell: last.cell, time: time)
    return LSTMState(hidden: state.hidden, cell: state.cell)
}

/// The weights of a gated recurrent unit.
public struct GRUWeights: Sendable {
    /// Weights of the reset gate r.
    public var reset: RecurrentWeights
    /// Weights of the update gate z.
    public var update: RecurrentWeights
    /// Weights of the candidate state.
    public var candidate: RecurrentWeights
    /// With `true` the reset gate multiplies U h, with a bias of its own, as PyTorch does; with `false` it multiplies h,
    /// as in Cho et al., 2014.
    public var resetsAfter: Bool
    /// The bias beside U h where `resetsAfter`; one for each unit.
    public var recurrentBiases: [Scalar]
    /// Whether z says how much of the old state is kept (Cho et al., 2014) or replaced (Chung et al., 2014).
    public var updateGate: GRU.UpdateGate

    /// The weights of all gates; `recurrentBiases` is the candidate's second bias, inside the reset, where `resetsAfter`.
    public init(
        reset: RecurrentWeights, update: RecurrentWeights, candidate: RecurrentWeights, resetsAfter: Bool = false,
        updateGate: GRU.UpdateGate = .cho, recurrentBiases: [Double] = []
    ) {
        self.reset = reset
        self.update = update
        self.candidate = candidate
        self.resetsAfter = resetsAfter
        self.updateGate = updateGate
        self.recurrentBiases = variables("c", recurrentBiases)
    }
}

/// Gated recurrent unit, one step: r, z = σ(·), n = tanh(W x + U (r ⊙ h) + b), hₜ = (1 − z) n + z hₜ₋₁, or with the
/// update gate of Chung et al. hₜ = (1 − z) hₜ₋₁ + z n. Names: net_r_t, r_t and so
/// on for the gates, k_t = r h or v_t = U h, h_t, with the unit when there are several.
public func gruStep(_ inputs: [Scalar], last: [Scalar], weights: GRUWeights, time: Int) -> [Scalar] {
    var builder = Expressions()
    return builder.gruStep(
        [weights.reset.gate("r"), weights.update.gate("z"), weights.candidate.gate("n")],
        recurrentBiases: weights.recurrentBiases, resetsAfter: weights.resetsAfter,
        updateGate: weights.updateGate, inputs, last, time: time)
}
