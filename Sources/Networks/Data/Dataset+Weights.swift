extension Dataset {
    /// The same samples, each weighed by its class: Σ_j t_j · `weights`[j] for one-hot targets, and `weights`[t] where the target
    /// is one number, the class itself; −1 counts as class 0.
    ///
    /// A mean over a batch divides by the number of its samples, as in Keras; PyTorch's weighted losses divide by the sum of the
    /// weights. A target that names no class, or one without a weight, ends the lesson at this call.
    ///
    /// - SeeAlso: Keras `class_weight`, `sample_weight`
    public func weighted(
        byClass weights: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try ArgumentError.check(finite: weights.map { ("the weight of a class", $0) })
            return try weighted { place in
                guard weights.indices.contains(place) else {
                    throw ArgumentError("there are weights for \(weights.count) classes, but none for class \(place)")
                }
                return weights[place]
            }
        }
    }

    /// The same samples, weighed so that all classes count alike: n / (K n_c) for a class of n_c among n samples of K classes
    /// (scikit-learn's "balanced"). Traps where a target names no class.
    public var balanced: Dataset {
        do {
            var counts: [Int: Double] = [:]
            for index in samples.indices {
                for part in try classes(of: index) { counts[part.place, default: 0] += part.share }
            }
            let present = counts.values.filter { $0 > 0 }.count
            return try weighted { place in
                guard let number = counts[place], number > 0 else { return 0 }
                return Double(count) / (Double(present) * number)
            }
        } catch {
            fatalError("\(error)")
        }
    }

    private func weighted(by weight: (_ place: Int) throws -> Double) throws -> Dataset {
        var data = self
        for index in samples.indices {
            data.samples[index].weight = try classes(of: index).reduce(0) { try $0 + $1.share * weight($1.place) }
        }
        return data
    }

    /// The classes of a sample's target, each with its share.
    private func classes(of index: Int) throws -> [(place: Int, share: Double)] {
        let target = samples[index].target
        guard target.count == 1 else {
            guard target.allSatisfy(\.isFinite) else { throw noClass(index) }
            return target.enumerated().map { ($0.offset, $0.element) }
        }
        guard let number = Int(exactly: target[0]), number >= -1 else { throw noClass(index) }
        return [(max(0, number), 1)]
    }

    private func noClass(_ index: Int) -> DataError {
        DataError(
            line: nil,
            problem: "the target of sample \(index + 1) is \(samples[index].target), which names no class; "
                + "give a whole number from 0 up, or a number for each class")
    }
}
