extension OtherWay {
    /// Optimisers, schedules, callbacks and metrics.
    static let training = [
        OtherWay(
            "Keras `optimizers.Ftrl`, `optimizers.Adafactor`, `optimizers.Lamb`, `optimizers.Muon`, PyTorch `optim.RAdam`, "
                + "`optim.Rprop`, `optim.LBFGS`, `optim.ASGD`, `optim.SparseAdam`",
            "an optimiser of your own is an `UpdateMethod`; of those that are there one mostly begins with",
            "Optimizer.adam(rate: 0.001)", see: "UpdateMethod"),
        OtherWay(
            "Keras `callbacks.EarlyStopping`",
            "the training stops by itself when the validation loss hasn't fallen for some epochs",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 500, validating: data, patience: 5)",
            see: "Network.trained"),
        OtherWay(
            "Keras `callbacks.ModelCheckpoint`", "the training keeps a checkpoint every so many epochs",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 50, checkpointEvery: 10)",
            see: "TrainingRun.Checkpoint"),
        OtherWay(
            "Keras `callbacks.LearningRateScheduler`", "the optimiser has a schedule",
            "Optimizer.adam(rate: 0.01).scheduled(.step(every: 100, factor: 0.5))", see: "schedule"),
        OtherWay(
            "Keras `callbacks.ReduceLROnPlateau`, PyTorch `lr_scheduler.ReduceLROnPlateau`",
            "a schedule follows the step and not the loss",
            "Optimizer.adam(rate: 0.01).scheduled(.step(every: 100, factor: 0.5))", see: "schedule"),
        OtherWay(
            "PyTorch `lr_scheduler.MultiStepLR`, `lr_scheduler.OneCycleLR`, `lr_scheduler.CyclicLR`, "
                + "`lr_scheduler.CosineAnnealingWarmRestarts`, `lr_scheduler.PolynomialLR`, Keras `schedules.PolynomialDecay`, "
                + "`schedules.InverseTimeDecay`",
            "a schedule of your own gives the factor of every step", "Schedule.own(\"1/t\") { 1 / Double(1 + $0) }",
            see: "Schedule.own"),
        OtherWay(
            "Keras `callbacks.TensorBoard`, `callbacks.CSVLogger`, PyTorch `SummaryWriter`",
            "the training's result has its losses, to be tabulated and drawn",
            "plot(net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 5).losses)",
            see: "TrainingRun"),
        OtherWay(
            "Keras `metrics.MeanIoU`, `metrics.BinaryIoU`, `metrics.SensitivityAtSpecificity`",
            "a metric of your own is a number for a network and data",
            "Metric(name: \"largest answer\") { network, data in data.samples.map { network($0.input)[0] }.max() ?? 0 }",
            see: "Metric"),
        OtherWay(
            "PyTorch `DataLoader`, `TensorDataset`", "the training makes the batches",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 5, batchSize: 32, shuffleSeed: 1)",
            see: "Network.trained"),
    ]
}
