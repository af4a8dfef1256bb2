extension Network {
    /// The confusion matrix on `data`. One output is read as a probability of class 1, which must exceed `threshold`; of
    /// several outputs the largest counts (of equal ones the first), and a target of one number is then the class itself. Of
    /// outputs at several positions, [time, classes] or [height, width, classes], each position is an answer by itself.
    ///
    /// Ends the lesson at this call where there is nothing to measure: no samples, samples or targets that don't fit the
    /// network, an output that is not a number. So do all metrics.
    ///
    /// - SeeAlso: scikit-learn `confusion_matrix`, `classification_report`
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `show(network.confusion(on: .or))`
    public func confusion(
        on data: Dataset, threshold: Double = 0.5, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> ConfusionMatrix {
        stopping(file: file, line: line, column: column) { try confusionMatrix(on: data, threshold: threshold) }
    }

    /// The share of samples of `data` that are answered rightly, and of their positions where a sample has several.
    ///
    /// - SeeAlso: Keras `evaluate`, scikit-learn `score`, `accuracy_score`
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `show(Table(["accuracy"], rows: [[network.accuracy(on: .or)]]))`
    public func accuracy(
        on data: Dataset, threshold: Double = 0.5, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try confusionMatrix(on: data, threshold: threshold).accuracy }
    }

    /// The share of samples whose true class is among the `k` largest outputs; of equal outputs the first counts as larger, so
    /// that the top 1 are what `accuracy` counts. One output p stands for two classes, 1 − p and p.
    ///
    /// - SeeAlso: Keras `TopKCategoricalAccuracy`
    public func topAccuracy(
        _ k: Int, on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try share(amongTheFirst: k, on: data) }
    }

    /// The mean of |t − o| over all samples and outputs, each sample's times its weight.
    public func meanAbsoluteError(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        loss(on: data, minimizing: .meanAbsoluteError, file: file, line: line, column: column)
    }

    /// The share of the targets' variance that the answers explain, 1 − Σ(t − o)² / Σ(t − t̄)², of a network with one output.
    ///
    /// There is none where all targets are equal.
    public func r2(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try explainedShare(on: data) }
    }
}

extension Network {
    func confusionMatrix(on data: Dataset, threshold: Double = 0.5) throws -> ConfusionMatrix {
        guard threshold.isFinite else { throw ArgumentError("a threshold can't be \(threshold); give a finite number") }
        let answered = try answers(on: data)
        let answers = answered.map { answer in
            answer.output.count == 1 ? (answer.output[0] > threshold ? 1 : 0) : Self.place(ofLargest: answer.output)
        }
        return try ConfusionMatrix(of: answered.map(\.truth), answeredWith: answers, classes: max(2, outputShape.features))
    }

    func share(amongTheFirst k: Int, on data: Dataset) throws -> Double {
        guard k > 0 else { throw ArgumentError("the top \(k) outputs are none; give a number from 1 up") }
        let answered = try answers(on: data)
        let hits = answered.count { answer in
            // Class 1 of two must exceed ½, as in `confusion`.
            let outputs = answer.output.count == 1 ? [1 - answer.output[0], answer.output[0]] : answer.output
            let own = outputs[answer.truth]
            return outputs.enumerated().count { $1 > own || $1 == own && $0 < answer.truth } < k
        }
        return Double(hits) / Double(answered.count)
    }

    func explainedShare(on data: Dataset) throws -> Double {
        guard outputs == 1 else {
            throw ArgumentError("R² is defined over one output, but this network has \(outputs)")
        }
        try checkSamples(of: data, for: .meanSquaredError)
        let targets = data.samples.map { $0.target[0] }
        let mean = targets.reduce(0, +) / Double(targets.count)
        let variation = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard targets.contains(where: { $0 != targets[0] }), variation > 0 else {
            throw DataError(
                line: nil, problem: "all \(data.count) targets are \(targets[0]), so there is no variance that R² could explain"
            )
        }
        let residual = try data.samples.enumerated().reduce(0.0) { sum, sample in
            let distance = sample.element.target[0] - (try output(for: sample.element.input, sample.offset))[0]
            return sum + distance * distance
        }
        return 1 - residual / variation
    }

    /// For each position of each sample its true class and the network's outputs there.
    func answers(on data: Dataset) throws -> [(truth: Int, output: [Double])] {
        guard data.count > 0 else { throw Self.nothing }
        let shape = outputShape
        return try data.samples.enumerated().flatMap { index, sample in
            try checkInput(sample.input)
            let truths = try truths(of: sample, index, in: shape)
            let output = try output(for: sample.input, index)
            return truths.enumerated().map { position, truth in
                (truth, Array(output[position * shape.features..<(position + 1) * shape.features]))
            }
        }
    }

    /// The true classes of a sample, one for each position: of one output there, whether the target exceeds ½; of several, the
    /// class that the target names by its number, as sparse losses take it, or its largest number.
    private func truths(of sample: Dataset.Sample, _ index: Int, in shape: Shape) throws -> [Int] {
        let (target, classes, positions) = (sample.target, shape.features, shape.positions)
        let whole = target.count == shape.count
        guard whole || target.count == positions, target.allSatisfy(\.isFinite) else {
            let given = positions == 1 ? "\(outputs) outputs" : "outputs of \(shape), \(positions) positions of \(classes)"
            throw DataError(
                line: nil,
                problem: "the target of sample \(index + 1) is \(Self.excerpt(target)), but this network has \(given); give "
                    + (shape.count == 1 ? "one number" : "one number for each, or the class's number")
                    + (positions == 1 || classes == 1 ? "" : " for each position"))
        }
        if classes == 1 { return target.map { $0 > 0.5 ? 1 : 0 } }
        guard !whole else {
            return (0..<positions).map { Self.place(ofLargest: Array(target[$0 * classes..<($0 + 1) * classes])) }
        }
        return try target.map { number in
            guard let label = Int(exactly: number), (0..<classes).contains(label) else {
                throw DataError(
                    line: nil,
                    problem: "the target of sample \(index + 1) is \(number), which is none of the classes 0 to \(classes - 1)")
            }
            return label
        }
    }

    /// So much of a target as a message can show.
    private static func excerpt(_ target: [Double]) -> String {
        target.count <= 8 ? "\(target)" : "\(target.count) numbers"
    }

    private func output(for input: [Double], _ index: Int) throws -> [Double] {
        let output = passed(input)[layers.count]
        guard !output.contains(where: \.isNaN) else {
            throw DataError(
                line: nil, problem: "the answer to sample \(index + 1) is not a number, so it is neither right nor wrong")
        }
        return output
    }

    private static func place(ofLargest numbers: [Double]) -> Int { numbers.indices.max { numbers[$0] < numbers[$1] } ?? 0 }

    static let nothing = DataError(line: nil, problem: "there is nothing to measure: the data set has no samples")
}
