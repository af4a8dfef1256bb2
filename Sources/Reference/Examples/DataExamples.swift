extension Examples {
    /// Data, generators of numbers, and metrics.
    static let data = #"""
        // Dataset, Dataset.Sample
        // A file beside the lesson, points.csv, has the lines x,y and 1,2 and 3,4.
        let data: Dataset = [[0, 0]: [0], [1, 2]: [1], [3, 4]: [1], [5, 6]: [1]]
        let read = try Dataset(csv: "x,y,class\n1,2,a\n3,4,b\n", inputs: ["x", "y"], target: "class", classes: ["a", "b"])
        let made = Dataset([Dataset.Sample(input: [1], target: [0], weight: 2)])

        (data.count, data.samples[1].input, data.samples[1].target) // (4, [1, 2], [1])
        (made.samples[0].weight, read.samples[1].target) // (2, [0, 1])
        data.moments // ([2.25, 3], [1.92029, 2.23607])
        (data.split(0.5).training.count, data.split(0.5).validation.count) // (2, 2)
        data.balanced.samples.map(\.weight) // [2, 0.666667, 0.666667, 0.666667]
        data.weighted(byClass: [3, 1]).samples.map(\.weight) // [3, 1, 1, 1]
        Dataset.oneHot(1, of: 3) // [0, 1, 0]
        Dataset.windows(of: [1, 2, 3, 4], length: 2).samples.map(\.target) // [[3], [4]]
        try Dataset.column("y", csv: "x,y\n1,2\n3,4\n") // [2, 4]
        Dataset.column("x", contentsOf: "points.csv") // [1, 3]
        Dataset(contentsOf: "points.csv", inputs: ["x"], target: "y").count // 2

        // NumPyGenerator
        var numpy = NumPyGenerator(seed: 0)

        (numpy.random(), numpy.normal()) // (0.548814, 0.741592)
        (numpy.rand(2), numpy.randn(2)) // ([0.544883, 0.423655], [1.55291, -0.842724])
        (numpy.rand(1, 2), numpy.randn(1, 2)) // ([[0.891773, 0.963663]], [[1.96992, 1.26612]])
        (numpy.uniform(0, 10, 2), numpy.permutation(4)) // ([5.28895, 5.68045], [0, 2, 3, 1])

        // PyTorchGenerator, PyTorchGenerator.Precision
        var torch = PyTorchGenerator(seed: 0, precision: .double)
        var single = PyTorchGenerator(seed: 0)

        (torch.precision == .double, single.precision == .single) // (true, true)
        (torch.random(), torch.rand(2), torch.randn(2)) // (0.970053, [0.70782, 0.459383], [1.26446, -0.687426])
        (torch.rand(1, 2), torch.randn(1, 2)) // ([[0.791148, 0.178606]], [[-0.783064, 1.06217]])
        (single.uniform(0, 10, 2), single.randperm(4)) // ([4.96257, 7.68222], [1, 0, 3, 2])

        // SplitMix64
        var generator = SplitMix64(seed: 1)

        generator.next() // 10451216379200822465
        (generator.uniform(), generator.normal()) // (0.745782, -2.50007)

        // ConfusionMatrix
        let matrix = ConfusionMatrix(truths: [0, 0, 1, 1], answers: [0, 1, 1, 1], classes: 2)

        (matrix.counts, matrix.total, matrix.accuracy) // ([[1, 1], [0, 2]], 4, 0.75)
        (matrix.precision(of: 1), matrix.recall(of: 1), matrix.f1(of: 1)) // (0.666667, 1, 0.8)
        show(matrix.figure(classes: ["no", "yes"]))

        // Metric
        let net = Network(inputs: 2) { Dense(1, weights: [[2, 1]], bias: -1.4); Sigmoid() }
        let own = Metric(name: "largest error") { network, data in
            data.samples.map { abs(network($0.input)[0] - $0.target[0]) }.max() ?? 0
        }

        (Metric.accuracy.name, Metric.accuracy.value(net, .or)) // ("accuracy", 0.75)
        (own.name, own.value(net, .or)) // ("largest error", 0.598688)

        // Interval, wilsonInterval
        let interval = Interval(low: 1, high: 3)

        (interval.low, interval.high, interval.width) // (1, 3, 2)
        (interval.contains(2), interval.overlaps(Interval(low: 3.5, high: 4))) // (true, false)
        wilsonInterval(8, of: 10) // Interval(low: 0.4901624715366417, high: 0.9433178485456246)

        // ScoredAnswers, ROCPoint, PrecisionRecallPoint, ReliabilityBin
        let answers = ScoredAnswers(scores: [0.9, 0.6, 0.4, 0.2], truths: [true, false, true, false])
        let (corner, point) = (answers.roc[1], answers.precisionRecall[0])
        let bin = answers.reliability(bins: 2)[0]

        (answers.areaUnderROC, answers.averagePrecision, answers.calibrationError(bins: 2)) // (0.75, 0.833333, 0.225)
        (corner.threshold, corner.truePositiveRate, corner.falsePositiveRate) // (0.9, 0.5, 0)
        (point.threshold, point.precision, point.recall) // (0.9, 1, 0.5)
        (bin.low, bin.high, bin.count, bin.said, bin.was) // (0, 0.5, 2, 0.3, 0.5)
        (bin.interval.low, bin.interval.high) // (0.0945312, 0.905469)
        show(answers.rocFigure(caption: "ROC"))
        show(answers.precisionRecallFigure())
        show(answers.reliabilityFigure(bins: 2))

        // Repetition, repeated
        let one = repeated(seeds: 1...4) { seed in Double(seed * seed) }
        let other = Repetition([2, 3, 10, 11])

        (one.values, one.count, one.mean, one.median) // ([1, 4, 9, 16], 4, 7.5, 6.5)
        (one.smallest, one.largest, one.standardDeviation, one.quantile(0.25)) // (1, 16, 6.55744, 3.25)
        one.count { $0 > 3 } // 3
        (one.wins(against: other), one.signTest(against: other)) // (2, 1)
        """#
}
