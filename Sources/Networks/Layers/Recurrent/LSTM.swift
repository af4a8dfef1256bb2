/// Long short-term memory: a cell state c that is carried along, and three gates that decide what is written, kept and read.
///
///     i_t = σ(W_i x_t + U_i h_{t−1} + b_i)      input gate
///     f_t = σ(W_f x_t + U_f h_{t−1} + b_f)      forget gate
///     g_t = tanh(W_g x_t + U_g h_{t−1} + b_g)   candidate, also written c̃_t
///     o_t = σ(W_o x_t + U_o h_{t−1} + b_o)      output gate
///     c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t
///     h_t = o_t ⊙ tanh(c_t)
///
/// Input `[time, features]`; output `[time, units]` with `returnsSequences`, otherwise h of the last step, `[units]`; both
/// states start at 0 unless the layer is given others by `starting(hidden:cells:)`. The gates stand in W (4·units×features),
/// U (4·units×units) and b in the order i, f, g, o, as in Keras and PyTorch. Gradients come from backpropagation through time.
///
/// A pass names the numbers of each step: `h_3,1` is the state of unit 1 after step 3, `h_3` in a layer of one unit, so that
/// `pass.gradient(of: "h_1,1")` is the gradient through time.
///
/// Weights that are not given are drawn: W from the uniform Glorot distribution of each gate, ±√(6 / (features + units)), U as
/// a random orthogonal matrix for each gate; b starts at 0, that of the forget gate at `forgetBias`. Keras counts the four
/// gates together in its limit and stores the matrices transposed; PyTorch draws everything from ±1/√units, and has a second
/// bias beside U, which adds nothing.
///
/// S. Hochreiter and J. Schmidhuber, *Long short-term memory*, Neural Computation 9, 1997; the forget gate by F. Gers,
/// J. Schmidhuber and F. Cummins, 2000; its bias of 1 after R. Jozefowicz, W. Zaremba and I. Sutskever, 2015.
///
/// - SeeAlso: Keras `layers.LSTM`, PyTorch `nn.LSTM`
/// - Example: `Network(inputs: [steps, inputs]) { LSTM(units) }`
public struct LSTM: RecurrentLayer {
    /// How many numbers come out.
    public let units: Int
    /// Whether the state h of every step comes out, or only the last.
    public let returnsSequences: Bool
    /// After how many steps the gradient is cut off, counted from the end of the sequence; nil for never.
    public let truncation: Int?
    var stack: GateWeights
    var first = FirstStates()

    static let letters = ["i", "f", "g", "o"]

    /// Drawn weights; `forgetBias` is added to what `biasInitializer` draws for the forget gate.
    public init(
        _ units: Int, returnsSequences: Bool = false, usesBias: Bool = true, forgetBias: Double = 1, truncation: Int? = nil,
        initializer: Initializer = .glorotUniform, recurrentInitializer: Initializer = .orthogonal(),
        biasInitializer: Initializer = .zeros
    ) {
        var stack = GateWeights(
            units: units, letters: Self.letters, usesBias: usesBias, startingBiases: [0, forgetBias, 0, 0])
        (stack.initializer, stack.recurrentInitializer) = (initializer, recurrentInitializer)
        stack.biasInitializer = biasInitializer
        self.init(stack, returnsSequences, truncation)
    }

    /// Given weights W, recurrent weights U and biases b of all gates, in the order i, f, g, o; without biases when these are
    /// left out.
    public init(
        _ units: Int, weights: [[Double]], recurrent: [[Double]], biases: [Double]? = nil, returnsSequences: Bool = false,
        truncation: Int? = nil
    ) {
        let given = Gate(weights: weights, recurrent: recurrent, biases: biases)
        let stack = GateWeights(units: units, letters: Self.letters, given: given, usesBias: biases != nil)
        self.init(stack, returnsSequences, truncation)
    }

    /// Given weights, gate by gate.
    public init(
        _ units: Int, input: Gate, forget: Gate, candidate: Gate, output: Gate, returnsSequences: Bool = false,
        truncation: Int? = nil
    ) {
        let stack = GateWeights(units: units, letters: Self.letters, gates: [input, forget, candidate, output])
        self.init(stack, returnsSequences, truncation)
    }

    private init(_ stack: GateWeights, _ returnsSequences: Bool, _ truncation: Int?) {
        units = stack.units
        self.returnsSequences = returnsSequences
        self.truncation = truncation
        self.stack = stack
    }

    /// W, one row for each unit of each gate; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { stack.input.rows(of: stack.inputs) }
    /// U, one row for each unit of each gate.
    public var recurrentWeights: [[Double]] { stack.recurrent.rows(of: units) }
    /// b; empty where there are none.
    public var biases: [Double] { stack.biases }
}
