/// Elman's recurrent layer: h_t = f(W x_t + U h_{t−1} + b), with h_0 = 0 unless the layer is given one by `starting(hidden:)`.
///
/// Input `[time, features]`; output `[time, units]` with `returnsSequences`, otherwise the last state, `[units]`.
/// W is units×features, U units×units, b one number for each unit. Gradients come from backpropagation through time; the
/// weights are shared by all steps, so theirs are sums over the steps.
///
/// Weights that are not given are drawn: W from the uniform Glorot distribution, ±√(6 / (features + units)), U as a random
/// orthogonal matrix; b starts at 0. Keras does the same and stores both matrices transposed; PyTorch draws everything from
/// ±1/√units, and has a second bias beside U, which adds nothing.
///
/// J. Elman, *Finding structure in time*, Cognitive Science 14, 1990.
///
/// - SeeAlso: Keras `layers.SimpleRNN`, PyTorch `nn.RNN`
/// - Example: `Network(inputs: [steps, inputs]) { SimpleRNN(units) }`
public struct SimpleRNN: RecurrentLayer {
    /// How many numbers come out.
    public let units: Int
    /// f, the hyperbolic tangent unless chosen otherwise.
    public let activation: any Activation
    /// Whether the state of every step comes out, or only the last.
    public let returnsSequences: Bool
    /// After how many steps the gradient is cut off, counted from the end of the sequence; nil for never.
    public let truncation: Int?
    var stack: GateWeights
    var first = FirstStates()

    /// Drawn weights.
    public init(
        _ units: Int, activation: any Activation = Tanh(), returnsSequences: Bool = false, usesBias: Bool = true,
        truncation: Int? = nil, initializer: Initializer = .glorotUniform,
        recurrentInitializer: Initializer = .orthogonal(), biasInitializer: Initializer = .zeros
    ) {
        self.units = units
        self.activation = activation
        self.returnsSequences = returnsSequences
        self.truncation = truncation
        stack = GateWeights(units: units, letters: [""], usesBias: usesBias, startingBiases: [0])
        (stack.initializer, stack.recurrentInitializer) = (initializer, recurrentInitializer)
        stack.biasInitializer = biasInitializer
    }

    /// Given weights W, recurrent weights U and biases b; without biases when these are left out.
    public init(
        _ units: Int, activation: any Activation = Tanh(), weights: [[Double]], recurrent: [[Double]],
        biases: [Double]? = nil, returnsSequences: Bool = false, truncation: Int? = nil
    ) {
        self.units = units
        self.activation = activation
        self.returnsSequences = returnsSequences
        self.truncation = truncation
        let given = Gate(weights: weights, recurrent: recurrent, biases: biases)
        stack = GateWeights(units: units, letters: [""], given: given, usesBias: biases != nil)
    }

    /// W, one row for each unit; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { stack.input.rows(of: stack.inputs) }
    /// U, one row for each unit.
    public var recurrentWeights: [[Double]] { stack.recurrent.rows(of: units) }
    /// b; empty where there are none.
    public var biases: [Double] { stack.biases }
}
