extension Dataset {
    /// The samples in a new order, drawn from a seed (Fisher and Yates).
    ///
    /// - SeeAlso: PyTorch `DataLoader(shuffle=True)`
    /// - Example: `show(Dataset.xor.shuffled(seed: 3))`
    public func shuffled(seed: UInt64 = 1) -> Dataset {
        var generator = SplitMix64(seed: seed)
        var order = samples
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, min(last, Int(generator.uniform() * Double(last + 1))))
        }
        return Dataset(order)
    }

    /// The first `fraction` of the samples and the rest: shuffle before, if their order means something.
    ///
    /// A fraction outside 0…1 ends the lesson at this call.
    ///
    /// - SeeAlso: scikit-learn `train_test_split`, PyTorch `random_split`
    public func split(
        _ fraction: Double, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> (training: Dataset, validation: Dataset) {
        stopping(file: file, line: line, column: column) {
            guard (0...1).contains(fraction) else {
                throw ArgumentError("\(fraction) is no share of the samples; give a number from 0 to 1, 0.8 for 80 %")
            }
        }
        let count = Int((fraction * Double(samples.count)).rounded())
        return (Dataset(Array(samples[..<count])), Dataset(Array(samples[count...])))
    }

    /// Each input minus its mean, over its standard deviation (with n, not n − 1). A constant input becomes 0.
    ///
    /// With `reference` the means and deviations are those of another set, as validation data need them. Samples that have other
    /// numbers of inputs than the first, or than the reference, end the lesson at this call.
    ///
    /// - SeeAlso: scikit-learn `StandardScaler`, Keras `layers.Normalization`
    /// - Example: `show(Dataset.xor.standardized())`
    public func standardized(
        like reference: Dataset? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        let columns = columns(like: reference, file, line, column)
        let (means, deviations) = Self.moments(of: columns)
        return mappingInputs { index, value in deviations[index] == 0 ? 0 : (value - means[index]) / deviations[index] }
    }

    /// Each input moved and scaled into 0…1 by its smallest and largest value. A constant input becomes 0.
    ///
    /// `reference` as in `standardized(like:)`.
    ///
    /// - SeeAlso: scikit-learn `MinMaxScaler`, Keras `layers.Rescaling`
    /// - Example: `show(Dataset.xor.minMaxScaled())`
    public func minMaxScaled(
        like reference: Dataset? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        let columns = columns(like: reference, file, line, column)
        let (low, high) = (columns.map { $0.min() ?? 0 }, columns.map { $0.max() ?? 0 })
        return mappingInputs { index, value in high[index] == low[index] ? 0 : (value - low[index]) / (high[index] - low[index])
        }
    }

    /// Mean and standard deviation of each input. Traps where samples have different numbers of inputs.
    public var moments: (means: [Double], deviations: [Double]) {
        do {
            return Self.moments(of: try columns())
        } catch {
            fatalError("\(error)")
        }
    }

    private static func moments(of columns: [[Double]]) -> (means: [Double], deviations: [Double]) {
        let means = columns.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
        let deviations = zip(columns, means).map { column, mean in
            (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, column.count))).squareRoot()
        }
        return (means, deviations)
    }

    /// The inputs one by one, each through all samples.
    private func columns() throws -> [[Double]] {
        let width = samples.first?.input.count ?? 0
        try checkInputs(width, "the first")
        return (0..<width).map { index in samples.map { $0.input[index] } }
    }

    /// Those of the reference, or one's own; the samples are known to fit them.
    private func columns(
        like reference: Dataset?, _ file: StaticString, _ line: UInt, _ column: UInt
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) {
            guard let reference else { return try columns() }
            guard count == 0 || reference.count > 0 else {
                throw DataError(line: nil, problem: "the reference has no samples whose inputs could be measured")
            }
            let columns = try reference.columns()
            if count > 0 { try checkInputs(columns.count, "the reference") }
            return columns
        }
    }

    private func checkInputs(_ width: Int, _ whose: String) throws {
        guard let odd = samples.firstIndex(where: { $0.input.count != width }) else { return }
        throw DataError(
            line: nil,
            problem: "sample \(odd + 1) has \(samples[odd].input.count) inputs, but \(whose) has \(width); "
                + "all must have as many")
    }

    private func mappingInputs(_ change: (Int, Double) -> Double) -> Dataset {
        Dataset(
            samples.map { sample in
                Sample(
                    input: sample.input.enumerated().map { change($0.offset, $0.element) }, target: sample.target,
                    weight: sample.weight)
            })
    }
}
