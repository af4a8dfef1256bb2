extension Dataset {
    /// The samples in a new order, drawn from a seed (Fisher and Yates).
    public func shuffled(seed: UInt64 = 1) -> Dataset {
        var generator = SplitMix64(seed: seed)
        var order = samples
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, min(last, Int(generator.uniform() * Double(last + 1))))
        }
        return Dataset(order)
    }

    /// The first `fraction` of the samples and the rest: shuffle before, if their order means something.
    public func split(_ fraction: Double) -> (training: Dataset, validation: Dataset) {
        let count = min(samples.count, max(0, Int((fraction * Double(samples.count)).rounded())))
        return (Dataset(Array(samples[..<count])), Dataset(Array(samples[count...])))
    }

    /// Each input minus its mean, over its standard deviation (with n, not n − 1). A constant input becomes 0.
    ///
    /// With `reference` the means and deviations are those of another set, as validation data need them.
    public func standardized(like reference: Dataset? = nil) -> Dataset {
        let (means, deviations) = (reference ?? self).moments
        return mappingInputs { index, value in deviations[index] == 0 ? 0 : (value - means[index]) / deviations[index] }
    }

    /// Each input moved and scaled into 0…1 by its smallest and largest value. A constant input becomes 0.
    public func minMaxScaled(like reference: Dataset? = nil) -> Dataset {
        let columns = (reference ?? self).columns
        let (low, high) = (columns.map { $0.min() ?? 0 }, columns.map { $0.max() ?? 0 })
        return mappingInputs { index, value in high[index] == low[index] ? 0 : (value - low[index]) / (high[index] - low[index])
        }
    }

    /// Mean and standard deviation of each input.
    public var moments: (means: [Double], deviations: [Double]) {
        let means = columns.map { $0.reduce(0, +) / Double(max(1, count)) }
        let deviations = zip(columns, means).map { column, mean in
            (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, count))).squareRoot()
        }
        return (means, deviations)
    }

    private var columns: [[Double]] {
        (0..<(samples.first?.input.count ?? 0)).map { index in samples.map { $0.input[index] } }
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
