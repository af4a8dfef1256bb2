/// What a training left behind: the trained network and the loss before every epoch, with the final loss last.
///
/// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
///   `let run = network.trained(on: .xor, minimizing: .meanSquaredError, by: .adam(rate: 0.1), epochs: 200)`
///   `show(run.table(every: 50))`
public struct TrainingRun: Sendable {
    /// The network after the last step; where early stopping ended the run, that of the epoch with the lowest validation loss.
    public let network: Network
    /// `losses[k]` is the mean loss over the training data after k epochs, so there are `epochs + 1` of them; with
    /// `TrainingPlan.Measure.duringEpochs` and more than one batch it is the mean over the batches of epoch k + 1, and there
    /// are `epochs`.
    public let losses: [Double]
    /// The same over the validation data; empty without any.
    public let validationLosses: [Double]
    /// The Euclidean norm of the mean gradient of each epoch's last batch, before its step; empty unless asked for.
    public let gradientNorms: [Double]
    /// How many seconds each epoch took, with all that was measured after it; empty unless asked for, and where there is no
    /// clock: see `TrainingMonitor`. They differ from run to run, so a page that shows them differs, too.
    public let seconds: [Double]
    /// What was tracked besides the losses.
    let metrics: MetricHistories
    /// The networks after every so many epochs, beginning with the untrained one, when checkpoints were asked for.
    public let checkpoints: [Checkpoint]
    /// The epoch after which early stopping ended the run, if it did.
    public let stoppedEarly: Int?
    /// What was trained and how, so that the run can be repeated in another way.
    public internal(set) var origin: Origin?

    /// A training as it stood after some epochs, from which it can be taken up again.
    public struct Checkpoint: Sendable {
        /// How many epochs were run when it was taken.
        public let epoch: Int
        /// The network at that moment.
        public let network: Network
        let memory: OptimizerState.Memory
        /// The order in which the samples were visited last, and what the next is drawn from.
        let order: [Int]
        let generator: SplitMix64?
    }

    /// How many epochs were run, those before a checkpoint it was taken up from included.
    public let epochs: Int

    /// Where a run began.
    public struct Origin: Sendable {
        /// The network before the first step.
        public let network: Network
        /// What it was trained on.
        public let data: Dataset
        /// What was minimised.
        public let loss: Loss
        /// By which rule.
        public let optimizer: Optimizer
        /// How it went through the data.
        public let plan: TrainingPlan
    }

    /// A metric over the training data after 0, 1, 2… epochs, `epochs + 1` values in all; empty when the training wasn't
    /// `tracking` it.
    public func history(of metric: Metric) -> [Double] { metrics.training[metric.name] ?? [] }

    /// The same over the validation data; empty without any.
    public func validationHistory(of metric: Metric) -> [Double] { metrics.validation[metric.name] ?? [] }

    /// What was tracked, in the order it was asked for.
    public var trackedMetrics: [Metric] { metrics.metrics }
}

/// A training that ran away: which epoch, what became of the loss, and what to try.
public struct DivergenceError: Error, Hashable, CustomStringConvertible {
    /// The epoch in which a number was no longer finite.
    public let epoch: Int
    /// The first parameter that was no longer finite; nil when only the loss was.
    public let parameter: String?

    public var description: String {
        let place = parameter.map { "; the largest parameters are in \($0)" } ?? ""
        return "the training diverged: after \(epoch) epochs the loss is not a finite number\(place); try a smaller rate, "
            + "gradient clipping, or inputs scaled to about ±1"
    }
}
