/// How a training goes through its data.
public struct TrainingPlan: Hashable, Sendable {
    /// When the loss of an epoch is measured.
    public enum Measure: String, Hashable, Sendable {
        /// Over all data with the parameters as they are after each epoch: one more forward pass for each.
        case afterEpochs
        /// The mean of the losses of the epoch's batches, each before its step, as Keras prints it: no further pass.
        case duringEpochs
    }

    /// How often each sample is visited.
    public var epochs: Int
    /// Samples to a step; nil takes all of them. The last batch of an epoch may be smaller; its gradient is its own mean.
    public var batchSize: Int?
    /// Visits the samples in a new order in every epoch, drawn from this seed; nil keeps the order of the data.
    public var shuffleSeed: UInt64?
    /// Keeps the network after every so many epochs.
    public var checkpointEvery: Int?
    /// When the losses of the run are measured.
    public var measure = Measure.afterEpochs
    /// Keeps the norm of each epoch's last gradient.
    public var recordsGradientNorms = false
    /// Keeps how long each epoch took, by the clock of the `TrainingMonitor`.
    public var recordsSeconds = false
    /// Ends the run when the validation loss hasn't been lower for so many epochs, and goes back to where it was lowest.
    public var patience: Int?

    /// So many epochs, in batches, with what is kept on the way.
    public init(
        epochs: Int, batchSize: Int? = nil, shuffleSeed: UInt64? = nil, checkpointEvery: Int? = nil, patience: Int? = nil
    ) {
        self.epochs = epochs
        self.batchSize = batchSize
        self.shuffleSeed = shuffleSeed
        self.checkpointEvery = checkpointEvery
        self.patience = patience
    }

    /// Throws when a number makes no sense or would be ignored.
    func check(validates: Bool) throws {
        guard epochs >= 0 else { throw ArgumentError("a training can't have \(epochs) epochs; give a number from 0 up") }
        let others = [("batchSize", batchSize), ("checkpointEvery", checkpointEvery), ("patience", patience)]
        for (name, number) in others {
            if let number, number < 1 { throw ArgumentError("\(name) is \(number); give a number from 1 up, or leave it out") }
        }
        guard patience == nil || validates else {
            throw ArgumentError(
                "patience waits for the validation loss, and there is none; give samples to validate with: validating: …")
        }
    }
}

extension Network {
    /// The network trained on `data`: in every epoch each batch gives one step along its mean gradient.
    ///
    /// Layers such as `BatchNorm` and `Dropout` train on whole batches, with draws from the network's seed; the losses of the
    /// run are those of the network as it is used afterwards.
    ///
    /// With `resuming` it goes on from a checkpoint of a run of the same plan, with all the optimiser remembered, to `plan.epochs`
    /// epochs in all: the numbers are those of a run without the break. The network itself then only has to have the same layers.
    ///
    /// Metrics to be tracked are measured after every epoch, over the training and over the validation data.
    ///
    /// A long training reports to `TrainingMonitor.current`, if there is one.
    ///
    /// - Throws: `ShapeError` when a sample doesn't fit or the data are empty, `ArgumentError` for a plan that can't be followed,
    ///   `DivergenceError` when the loss stops being finite.
    /// - SeeAlso: Keras `fit`
    public func training(
        on data: Dataset, minimizing loss: Loss, by optimizer: Optimizer, plan: TrainingPlan, validating: Dataset? = nil,
        tracking metrics: [Metric] = [], resuming checkpoint: TrainingRun.Checkpoint? = nil
    ) throws -> TrainingRun {
        try check(data, for: loss)
        if let validating { try check(validating, for: loss) }
        try plan.check(validates: validating != nil)
        let batch = min(plan.batchSize ?? data.count, data.count)
        for count in [batch, data.count % batch] where count > 0 { try check(batchOf: count) }
        var session = TrainingSession(
            network: checkpoint?.network ?? self, loss: loss, optimizer: optimizer, data: data, validating: validating,
            batch: plan.batchSize, tracking: metrics)
        var run: TrainingRun
        do {
            run = try session.run(plan, from: checkpoint)
        } catch let error as DivergenceError {
            // Whether it was wrong from the start: no rate would help.
            try loss.checkAnswers(of: self, on: data)
            throw error
        }
        run.origin = TrainingRun.Origin(network: self, data: data, loss: loss, optimizer: optimizer, plan: plan)
        return run
    }

    /// The network trained on data: in every epoch all samples are gone through, batch by batch, with one step of the optimiser
    /// along each batch's gradient.
    ///
    /// What comes back is a run: its `network` is the one after training, its `losses` those after 0, 1, 2… epochs. Data that don't
    /// fit, or a training that diverges, end the lesson at the line of this call.
    ///
    /// - Parameters:
    ///   - data: The samples to learn from.
    ///   - loss: What is to become small.
    ///   - optimizer: How parameters follow the gradient, and at which rate.
    ///   - epochs: How many times all samples are gone through.
    ///   - batchSize: Samples for one step; all of them unless given.
    ///   - shuffleSeed: Shuffles the samples before every epoch; unless given they keep their order.
    ///   - validating: Data that aren't learnt from, whose loss is measured after every epoch.
    ///   - checkpointEvery: Keeps the network every so many epochs.
    ///   - patience: Early stopping: ends the training when the validation loss hasn't been lower for so many epochs, and goes back
    ///     to the network for which it was lowest. Needs `validating`.
    ///   - metrics: What else is measured after every epoch, such as `[.accuracy]`.
    ///   - recordsGradientNorms: Whether the length of each epoch's last gradient is kept.
    ///   - recordsSeconds: Whether it is kept how long each epoch took.
    ///   - checkpoint: Goes on from a checkpoint of a run of the same plan.
    /// - SeeAlso: Keras `fit`, `compile`, PyTorch `optimizer.step`, scikit-learn `partial_fit`
    /// - Example: `let start = Network(inputs: 2, seed: 1) { Dense(3); Tanh(); Dense(1); Sigmoid() }`
    ///   `let run = start.trained(`
    ///   `    on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), epochs: 200, batchSize: 2,`
    ///   `    tracking: [.accuracy])`
    ///   `show(run.table(every: 50))`
    public func trained(
        on data: Dataset, minimizing loss: Loss, by optimizer: Optimizer, epochs: Int, batchSize: Int? = nil,
        shuffleSeed: UInt64? = nil, validating: Dataset? = nil, checkpointEvery: Int? = nil, patience: Int? = nil,
        tracking metrics: [Metric] = [], recordsGradientNorms: Bool = false, recordsSeconds: Bool = false,
        resuming checkpoint: TrainingRun.Checkpoint? = nil, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> TrainingRun {
        stopping(file: file, line: line, column: column) {
            var plan = TrainingPlan(
                epochs: epochs, batchSize: batchSize, shuffleSeed: shuffleSeed, checkpointEvery: checkpointEvery,
                patience: patience)
            plan.recordsGradientNorms = recordsGradientNorms
            plan.recordsSeconds = recordsSeconds
            return try training(
                on: data, minimizing: loss, by: optimizer, plan: plan, validating: validating, tracking: metrics,
                resuming: checkpoint)
        }
    }

    /// The mean loss over all samples, each times its weight, or their sum where the loss says so.
    ///
    /// No samples, or some that don't fit the network and the loss, end the lesson at this call.
    ///
    /// - SeeAlso: Keras `evaluate`
    public func loss(
        on data: Dataset, minimizing loss: Loss, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try meanLoss(on: data, loss) }
    }

    /// What `loss(on:minimizing:)` was called.
    @available(*, deprecated, renamed: "loss(on:minimizing:)")
    @_documentation(visibility: internal)
    public func loss(
        on data: Dataset, _ loss: Loss, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        self.loss(on: data, minimizing: loss, file: file, line: line, column: column)
    }

    func meanLoss(on data: Dataset, _ loss: Loss) throws -> Double {
        try checkSamples(of: data, for: loss)
        let mean = meanLoss(onFitting: data, loss)
        if mean.isNaN { try loss.checkAnswers(of: self, on: data) }
        return mean
    }

    /// The same for data that are known to fit; 0 where there are none.
    func meanLoss(onFitting data: Dataset, _ loss: Loss) -> Double {
        let objective = objective(loss)
        let sum = data.samples.reduce(0) { $0 + $1.weight * objective.value(passed($1.input), $1.target) }
        return sum / loss.divisor(max(1, data.count))
    }

    func check(_ data: Dataset, for loss: Loss) throws {
        guard data.count > 0 else { throw ShapeError("there is nothing to train on: the data set has no samples") }
        try checkSamples(of: data, for: loss)
    }

    /// Throws when there are no samples, or some that don't fit.
    func checkSamples(of data: Dataset, for loss: Loss) throws {
        guard data.count > 0 else { throw Self.nothing }
        let shape = outputShape
        try loss.check(outputs: shape)
        for (index, sample) in data.samples.enumerated() {
            let fits =
                loss.takesClass
                ? (try? loss.check(sample.target, outputs: shape)) != nil
                : sample.target.count == loss.targets(for: outputs)
            guard sample.input.count == inputs, fits else {
                throw ShapeError(
                    "sample \(index + 1) has \(sample.input.count) inputs and \(sample.target.count) targets, but this "
                        + "network takes \(inputs) and gives \(outputs)"
                        + (loss.takesClass ? "; \(loss.name) takes one target, a class from 0 to \(outputs - 1)" : ""))
            }
            try (layers.first as? any SampleChecking)?.check(sample.input)
        }
    }
}
