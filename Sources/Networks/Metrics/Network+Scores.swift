extension Network {
    /// The area under the receiver operating characteristic of a network with one output: how often a sample of class 1 has a
    /// larger output than one of class 0, equal outputs counting half (H. Mann and D. Whitney, 1947). `roc_auc_score` in
    /// scikit-learn, Keras' `AUC`, which approximates it by thresholds.
    ///
    /// - SeeAlso: Keras `metrics.AUC`, scikit-learn `roc_auc_score`
    public func auc(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try areaUnderCurve(on: data) }
    }

    /// √ of the mean of (t − o)² over all samples and outputs, each sample's times its weight.
    ///
    /// - SeeAlso: Keras `metrics.RootMeanSquaredError`, `rmse`
    public func rootMeanSquaredError(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        loss(on: data, minimizing: .meanSquaredError, file: file, line: line, column: column).squareRoot()
    }

    /// 1 − Var(t − o) / Var(t) of a network with one output: R² but for a constant error. `explained_variance_score` in
    /// scikit-learn. There is none where all targets are equal.
    ///
    /// - SeeAlso: scikit-learn `explained_variance_score`
    public func explainedVariance(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try explainedVarianceShare(on: data) }
    }

    /// The expected calibration error Σ_b n_b/n |accuracy_b − confidence_b| over bins of equal width between 0 and 1, by the
    /// probability that the network gives its own answer. C. Guo et al., *On Calibration of Modern Neural Networks*, 2017.
    public func calibrationError(
        on data: Dataset, bins: Int = 15, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try expectedCalibrationError(on: data, bins: bins) }
    }
}

extension Metric {
    /// `Network.auc(on:)`.
    ///
    /// - Example: `.auc`
    /// - SeeAlso: Keras `metrics.AUC`, scikit-learn `roc_auc_score`
    public static let auc = Metric(name: "AUC") { try $0.areaUnderCurve(on: $1) }

    /// `Network.rootMeanSquaredError(on:)`.
    ///
    /// - Example: `.rootMeanSquaredError`
    /// - SeeAlso: Keras `metrics.RootMeanSquaredError`, `rmse`
    public static let rootMeanSquaredError = Metric(name: "root mean squared error") {
        try $0.meanLoss(on: $1, .meanSquaredError).squareRoot()
    }

    /// `Network.explainedVariance(on:)`.
    ///
    /// - Example: `.explainedVariance`
    /// - SeeAlso: scikit-learn `explained_variance_score`
    public static let explainedVariance = Metric(name: "explained variance") { try $0.explainedVarianceShare(on: $1) }

    /// `Network.calibrationError(on:bins:)`.
    ///
    /// - Example: `.calibrationError(bins: 5)`
    public static func calibrationError(bins: Int = 15) -> Metric {
        Metric(name: "calibration error") { try $0.expectedCalibrationError(on: $1, bins: bins) }
    }
}

extension Network {
    func areaUnderCurve(on data: Dataset) throws -> Double {
        guard outputs == 1 else {
            throw ArgumentError("the area under the curve is defined over one output, but this network has \(outputs)")
        }
        let answers = try answers(on: data).map { (isOne: $0.truth == 1, score: $0.output[0]) }.sorted { $0.score < $1.score }
        let ones = answers.count(where: \.isOne)
        let zeros = answers.count - ones
        guard ones > 0, zeros > 0 else {
            throw DataError(line: nil, problem: "all samples are of one class, so there are no pairs that the area could count")
        }
        var (pairs, below, start) = (0.0, 0, 0)
        while start < answers.count {
            let tie = answers[start...].prefix { $0.score == answers[start].score }
            let tiedZeros = tie.count { !$0.isOne }
            pairs += Double(tie.count - tiedZeros) * (Double(below) + 0.5 * Double(tiedZeros))
            below += tiedZeros
            start = tie.endIndex
        }
        return pairs / (Double(ones) * Double(zeros))
    }

    func explainedVarianceShare(on data: Dataset) throws -> Double {
        let r2 = try explainedShare(on: data)
        let count = Double(data.count)
        let targets = data.samples.map { $0.target[0] }
        let residuals = data.samples.map { $0.target[0] - passed($0.input)[layers.count][0] }
        let (mean, bias) = (targets.reduce(0, +) / count, residuals.reduce(0, +) / count)
        let variation = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return r2 + bias * bias * count / variation
    }

    func expectedCalibrationError(on data: Dataset, bins: Int) throws -> Double {
        guard (1...1_000_000).contains(bins) else {
            throw ArgumentError("there can't be \(bins) bins; give a number from 1 up, such as 15")
        }
        var (right, confidence) = ([Double](repeating: 0, count: bins), [Double](repeating: 0, count: bins))
        let answered = try answers(on: data)
        for (index, answer) in answered.enumerated() {
            let shares = answer.output.count == 1 ? [1 - answer.output[0], answer.output[0]] : answer.output
            let largest = shares.max() ?? 0
            guard largest >= 0, largest <= 1 else {
                throw DataError(
                    line: nil,
                    problem: "answer \(index + 1) is \(largest), which is no probability; end the network with "
                        + "Sigmoid() or Softmax()")
            }
            let bin = min(bins - 1, max(0, Int((largest * Double(bins)).rounded(.up)) - 1))
            confidence[bin] += largest
            if shares.firstIndex(of: largest) == answer.truth { right[bin] += 1 }
        }
        return zip(right, confidence).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(answered.count)
    }
}
