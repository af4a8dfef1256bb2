import Foundation

/// How the learning rate changes: a factor before the rate for every step, counted from 0.
public indirect enum Schedule: Hashable, Sendable {
    /// The rate stays as it is.
    ///
    /// - Example: `.constant`
    case constant
    /// The factor falls to `factor` times itself after every `steps` steps.
    ///
    /// - SeeAlso: PyTorch `StepLR`
    /// - Example: `.step(every: 5, factor: 0.5)`
    case step(every: Int, factor: Double)
    /// factor^(t / steps): an exponential decay that has fallen to `factor` after `steps` steps.
    ///
    /// - SeeAlso: Keras `ExponentialDecay`, PyTorch `ExponentialLR`
    /// - Example: `.exponential(factor: 0.5, over: 10)`
    case exponential(factor: Double, over: Int)
    /// ½ (1 + cos(π t / steps)): from 1 to 0 along half a cosine, 0 from then on. I. Loshchilov and F. Hutter, 2017.
    ///
    /// - SeeAlso: Keras `CosineDecay`, PyTorch `CosineAnnealingLR`
    /// - Example: `.cosine(over: 10)`
    case cosine(over: Int)
    /// (t + 1) / steps for the first `steps` steps, then 1.
    ///
    /// - SeeAlso: PyTorch `LinearLR`
    /// - Example: `.warmUp(over: 5)`
    case warmUp(over: Int)
    /// Any other: see `own(_:_:)`.
    @_documentation(visibility: internal)
    case function(StepFunction)
    /// One schedule for so many steps, then another, counted from 0 again.
    ///
    /// - Example: `.sequence(.warmUp(over: 5), steps: 5, then: .cosine(over: 10))`
    case sequence(Schedule, steps: Int, then: Schedule)

    /// This schedule for so many steps, then another, counted from 0 again: `.warmUp(over: 10).followed(by: .cosine(over: 90),
    /// after: 10)`.
    ///
    /// - Example: `.warmUp(over: 5).followed(by: .cosine(over: 10), after: 5)`
    public func followed(by next: Schedule, after steps: Int) -> Schedule { .sequence(self, steps: steps, then: next) }

    /// A schedule of the lesson's own: the factor of each step, counted from 0, under a name by which two are told apart.
    ///
    /// - SeeAlso: Keras `PiecewiseConstantDecay`, PyTorch `LambdaLR`, `MultiStepLR`
    /// - Example: `.own("half a step") { 1 / (1 + Double($0)) }`
    public static func own(_ name: String, _ factor: @escaping @Sendable (_ step: Int) -> Double) -> Schedule {
        .function(StepFunction(name: name, factor: factor))
    }

    /// A function of the step, compared by its name.
    public struct StepFunction: Hashable, Sendable {
        /// The name by which two are told apart.
        public let name: String
        let factor: @Sendable (Int) -> Double

        public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

        public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// What the rate is multiplied by at `step`, counted from 0.
    public func factor(at step: Int) -> Double {
        switch self {
        case .function(let function): return function.factor(step)
        case .constant: return 1
        case .step(let every, let factor):
            var result = 1.0
            for _ in 0..<max(0, step / max(1, every)) { result *= factor }
            return result
        case .exponential(let factor, let over): return pow(factor, Double(step) / Double(max(1, over)))
        case .cosine(let over):
            return step >= over ? 0 : 0.5 * (1 + cos(Double.pi * Double(step) / Double(max(1, over))))
        case .sequence(let first, let steps, let next):
            return step < steps ? first.factor(at: step) : next.factor(at: step - steps)
        case .warmUp(let over): return min(1, Double(step + 1) / Double(max(1, over)))
        }
    }
}
