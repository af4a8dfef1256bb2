/// An optimiser on its way with some numbers: where they are, what it remembers, how many steps it has taken. Each step gives a
/// new one.
///
///     let start = Optimizer.adam(rate: 0.1).starting(at: [5])
///     let after = start.stepping(along: [10]).stepping(along: [9.8])
///     after.numbers; after.moments[0].first   // m
///
/// - Example: `.adam(rate: 0.1)`
public struct OptimizerProgress: Sendable {
    /// The optimiser that moves the numbers.
    public let optimizer: Optimizer
    /// The numbers after `steps` steps.
    public private(set) var numbers: [Double]
    /// How many steps have been taken.
    public private(set) var steps: Int
    private var memory: OptimizerState.Memory

    /// What is remembered of each number: v of a momentum in `first`; s of AdaGrad and RMSProp in `second`; m and v of Adam in both.
    public var moments: [Moments] { state.moments(of: numbers.count) }

    private var state: OptimizerState {
        var state = OptimizerState(optimizer, for: ParameterLayout(count: numbers.count))
        state.memory = memory
        return state
    }

    init(_ optimizer: Optimizer, numbers: [Double], moments: [Moments]?, steps: Int) throws {
        if let moments, moments.count != numbers.count {
            throw ShapeError("there are \(numbers.count) numbers, but moments of \(moments.count)")
        }
        guard steps >= 0 else { throw ArgumentError("an optimiser can't have taken \(steps) steps; give a number from 0 up") }
        self.optimizer = optimizer
        self.numbers = numbers
        self.steps = steps
        var state = OptimizerState(optimizer, for: ParameterLayout(count: numbers.count))
        if let moments { state.take(moments) }
        state.skip(steps)
        memory = state.memory
    }

    /// One step along one gradient for each number. Too many or too few end the lesson at this call.
    public func stepping(
        along gradients: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> OptimizerProgress {
        stopping(file: file, line: line, column: column) { try stepped(along: gradients) }
    }

    /// A step along each of these gradients, one after the other: all that is on the way, the start first.
    public func path(
        along gradients: [[Double]], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [OptimizerProgress] {
        stopping(file: file, line: line, column: column) {
            try gradients.reduce(into: [self]) { path, gradient in
                path.append(try path[path.count - 1].stepped(along: gradient))
            }
        }
    }

    private func stepped(along gradients: [Double]) throws -> OptimizerProgress {
        guard gradients.count == numbers.count else {
            throw ShapeError("there are \(numbers.count) numbers, but \(gradients.count) gradients")
        }
        var (next, state) = (self, state)
        next.numbers.withUnsafeMutableBufferPointer { w in
            gradients.withUnsafeBufferPointer { g in
                guard let w = w.baseAddress, let g = g.baseAddress else { return }
                state.step(w, along: g)
            }
        }
        next.memory = state.memory
        next.steps += 1
        return next
    }
}

extension Optimizer {
    /// The optimiser at work on numbers that count as weights, from a given state: what it remembers of each, and how many steps it
    /// has taken, which bias corrections and schedules count from.
    public func starting(
        at numbers: [Double], moments: [Moments]? = nil, after steps: Int = 0, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> OptimizerProgress {
        stopping(file: file, line: line, column: column) {
            try OptimizerProgress(self, numbers: numbers, moments: moments, steps: steps)
        }
    }
}
