/// A recurrent network drawn once for every step of a sequence: what goes in, the state that is handed on, what comes out.
public struct UnrolledNetwork: Codable, Hashable, Sendable {
    public struct Step: Codable, Hashable, Sendable {
        public var input: [Double]
        public var state: [Double]
        /// The derivative of the loss with respect to each number of the state; empty where it isn't known.
        public var gradient: [Double]
        /// Empty where the step answers nothing.
        public var output: [Double]

        public init(input: [Double], state: [Double], gradient: [Double] = [], output: [Double] = []) {
            self.input = input
            self.state = state
            self.gradient = gradient
            self.output = output
        }
    }

    public var title: String?
    public var steps: [Step]
    /// The names of the weights that all steps share: from the input and from the state before.
    public var inputWeights: String
    public var stateWeights: String

    public init(title: String? = nil, steps: [Step], inputWeights: String = "W", stateWeights: String = "U") {
        self.title = title
        self.steps = steps
        self.inputWeights = inputWeights
        self.stateWeights = stateWeights
    }
}
