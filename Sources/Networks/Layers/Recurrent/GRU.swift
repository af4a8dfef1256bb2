/// Gated recurrent unit: one state h, a gate that resets it and a gate that decides how much of it is kept.
///
///     r_t = σ(W_r x_t + U_r h_{t−1} + b_r)                reset gate
///     z_t = σ(W_z x_t + U_z h_{t−1} + b_z)                update gate
///     n_t = tanh(W_n x_t + U_n (r_t ⊙ h_{t−1}) + b_n)     candidate, the reset before the product: Cho et al.
///     n_t = tanh(W_n x_t + b_n + r_t ⊙ (U_n h_{t−1} + c)) candidate, the reset after the product: `resetsAfter`
///     h_t = (1 − z_t) ⊙ n_t + z_t ⊙ h_{t−1}             z keeps: Cho et al., Keras, PyTorch
///     h_t = (1 − z_t) ⊙ h_{t−1} + z_t ⊙ n_t             z replaces: Chung et al., `updateGate: .chung`
///
/// Input `[time, features]`; output `[time, units]` with `returnsSequences`, otherwise the last state, `[units]`; h_0 = 0 unless
/// the layer is given one by `starting(hidden:)`.
/// The gates stand in W (3·units×features), U (3·units×units) and b in the order r, z, n, as in PyTorch; Keras has z first.
/// PyTorch always resets after the product, Keras does unless `reset_after=False`. Both then have a second bias for each gate;
/// those of r and z add nothing, so only that of the candidate, c, is here. The two meanings of z are one layer with other
/// signs: σ(−s) = 1 − σ(s), so W_z, U_z and b_z of one negated are those of the other. Gradients come from backpropagation
/// through time.
///
/// Weights that are not given are drawn as for `LSTM`; all biases start at 0.
///
/// K. Cho et al., *Learning phrase representations using RNN encoder–decoder for statistical machine translation*, 2014;
/// J. Chung et al., *Empirical evaluation of gated recurrent neural networks on sequence modeling*, 2014.
///
/// - SeeAlso: Keras `layers.GRU`, PyTorch `nn.GRU`
/// - Example: `Network(inputs: [steps, inputs]) { GRU(units) }`
public struct GRU: RecurrentLayer {
    /// How many numbers come out.
    public let units: Int
    /// Whether the reset gate multiplies U_n h, or h itself.
    public let resetsAfter: Bool
    /// Whether z says how much of the old state is kept, or how much of it is replaced.
    public let updateGate: UpdateGate
    /// Whether the state of every step comes out, or only the last.
    public let returnsSequences: Bool
    /// After how many steps the gradient is cut off, counted from the end of the sequence; nil for never.
    public let truncation: Int?
    var stack: GateWeights
    var first = FirstStates()
    /// Whether there is c.
    let usesRecurrentBias: Bool
    /// c, the bias beside U_n h, one number for each unit; empty where there is none, and where it isn't given until the layer is
    /// connected.
    public private(set) var recurrentBiases: [Double]

    static let letters = ["r", "z", "n"]

    /// The two published meanings of z.
    public enum UpdateGate: String, Hashable, Sendable {
        /// h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}: z is how much of the old state is kept. K. Cho et al., 2014; Keras, PyTorch.
        case cho
        /// h_t = (1 − z) ⊙ h_{t−1} + z ⊙ n: z is how much of it is replaced. J. Chung et al., 2014.
        case chung
    }

    /// Drawn weights.
    public init(
        _ units: Int, resetsAfter: Bool = true, updateGate: UpdateGate = .cho, returnsSequences: Bool = false,
        usesBias: Bool = true, truncation: Int? = nil, initializer: Initializer = .glorotUniform,
        recurrentInitializer: Initializer = .orthogonal(), biasInitializer: Initializer = .zeros
    ) {
        self.init(
            units, resetsAfter: resetsAfter, updateGate: updateGate, returnsSequences: returnsSequences, usesBias: usesBias,
            usesRecurrentBias: usesBias && resetsAfter, truncation: truncation)
        (stack.initializer, stack.recurrentInitializer) = (initializer, recurrentInitializer)
        stack.biasInitializer = biasInitializer
    }

    /// Drawn weights, with or without c whether the gates have biases or not.
    init(
        _ units: Int, resetsAfter: Bool, updateGate: UpdateGate, returnsSequences: Bool, usesBias: Bool,
        usesRecurrentBias: Bool, truncation: Int?
    ) {
        let stack = GateWeights(units: units, letters: Self.letters, usesBias: usesBias, startingBiases: [0, 0, 0])
        self.init(stack, nil, resetsAfter, updateGate, returnsSequences, truncation, usesRecurrentBias: usesRecurrentBias)
    }

    /// Given weights W, recurrent weights U and biases b of all gates, in the order r, z, n, and c where the reset comes after
    /// the product; without biases when these are left out.
    public init(
        _ units: Int, weights: [[Double]], recurrent: [[Double]], biases: [Double]? = nil, recurrentBiases: [Double]? = nil,
        resetsAfter: Bool = true, updateGate: UpdateGate = .cho, returnsSequences: Bool = false, truncation: Int? = nil
    ) {
        let given = Gate(weights: weights, recurrent: recurrent, biases: biases)
        let usesBias = biases != nil || recurrentBiases != nil
        let stack = GateWeights(units: units, letters: Self.letters, given: given, usesBias: usesBias)
        self.init(stack, recurrentBiases, resetsAfter, updateGate, returnsSequences, truncation)
    }

    /// Given weights, gate by gate, and c where the reset comes after the product.
    public init(
        _ units: Int, reset: Gate, update: Gate, candidate: Gate, recurrentBiases: [Double]? = nil, resetsAfter: Bool = true,
        updateGate: UpdateGate = .cho, returnsSequences: Bool = false, truncation: Int? = nil
    ) {
        let stack = GateWeights(units: units, letters: Self.letters, gates: [reset, update, candidate])
        self.init(stack, recurrentBiases, resetsAfter, updateGate, returnsSequences, truncation)
    }

    private init(
        _ stack: GateWeights, _ recurrentBiases: [Double]?, _ resetsAfter: Bool, _ updateGate: UpdateGate,
        _ returnsSequences: Bool, _ truncation: Int?, usesRecurrentBias: Bool? = nil
    ) {
        units = stack.units
        self.resetsAfter = resetsAfter
        self.updateGate = updateGate
        self.returnsSequences = returnsSequences
        self.truncation = truncation
        self.stack = stack
        self.usesRecurrentBias = usesRecurrentBias ?? (recurrentBiases.map { !$0.isEmpty } ?? (resetsAfter && stack.usesBias))
        self.recurrentBiases = recurrentBiases ?? []
    }

    /// W, U and, where there are any, b, c and a trained h₀.
    public var parameters: [Parameter] {
        get {
            stack.parameters
                + (recurrentBiases.isEmpty ? [] : [Parameter(.bias, recurrentBiases, rows: units, columns: 1)])
                + first.parameters
        }
        set {
            stack.parameters = newValue
            let rest = newValue.dropLast(first.parameters.count)
            if !recurrentBiases.isEmpty, let last = rest.last { recurrentBiases = last.values }
            first.parameters = newValue.suffix(first.parameters.count)
        }
    }

    /// W, one row for each unit of each gate; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { stack.input.rows(of: stack.inputs) }
    /// U, one row for each unit of each gate.
    public var recurrentWeights: [[Double]] { stack.recurrent.rows(of: units) }
    /// b; empty where there are none.
    public var biases: [Double] { stack.biases }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> GRU {
        var layer = self
        try first.check(units: units, layer: title)
        layer.stack = try stack.connected(to: inputs, layer: title, drawingFrom: &generator)
        guard !usesRecurrentBias || resetsAfter else {
            throw ShapeError("\(title) resets before the product, where there is no recurrent bias; leave it out")
        }
        if usesRecurrentBias, recurrentBiases.isEmpty { layer.recurrentBiases = Array(repeating: 0, count: units) }
        guard recurrentBiases.isEmpty || recurrentBiases.count == units else {
            throw ShapeError("\(title) got \(recurrentBiases.count) recurrent biases; give one for each of its \(units) units")
        }
        return layer
    }

    public func parameterCount(for inputs: Shape) -> Int {
        stack.parameterCount(for: inputs).plus(usesRecurrentBias ? units : 0)
            .plus(first.isTrained ? first.arrays.joined().count : 0)
    }
}
