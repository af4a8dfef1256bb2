/// A recurrent network drawn once for every step of a sequence: what goes in, the state that is handed on, what comes out.
public struct UnrolledNetwork: Codable, Hashable, Sendable {
    /// One step of the sequence.
    public struct Step: Codable, Hashable, Sendable {
        /// What goes in.
        public var input: [Double]
        /// The state after the step.
        public var state: [Double]
        /// The derivative of the loss with respect to each number of the state; empty where it isn't known.
        public var gradient: [Double]
        /// Empty where the step answers nothing.
        public var output: [Double]

        /// What goes in at one step, the state after it, its gradient and what comes out.
        public init(input: [Double], state: [Double], gradient: [Double] = [], output: [Double] = []) {
            self.input = input
            self.state = state
            self.gradient = gradient
            self.output = output
        }
    }

    /// What stands above.
    public var title: String?
    /// The steps from first to last.
    public var steps: [Step]
    /// The names of the weights that all steps share: from the input and from the state before.
    public var inputWeights: String
    /// The name of the weights from state to state.
    public var stateWeights: String

    /// The steps from first to last; the weights' names stand at the arrows.
    public init(title: String? = nil, steps: [Step], inputWeights: String = "W", stateWeights: String = "U") {
        self.title = title
        self.steps = steps
        self.inputWeights = inputWeights
        self.stateWeights = stateWeights
    }
}
