extension Dataset {
    /// The same samples, each weighed by its class: Σ_j t_j · `weights`[j] for one-hot targets, and `weights`[t] where the target
    /// is one number, the class itself.
    ///
    /// A mean over a batch divides by the number of its samples, as in Keras; PyTorch's weighted losses divide by the sum of the
    /// weights.
    public func weighted(byClass weights: [Double]) -> Dataset {
        Dataset(
            samples.map { sample in
                var sample = sample
                sample.weight = Self.classes(of: sample.target).reduce(0) { sum, part in
                    sum + (part.place < weights.count ? part.share * weights[part.place] : part.share)
                }
                return sample
            })
    }

    /// The same samples, weighed so that all classes count alike: n / (K n_c) for a class of n_c among n samples of K classes
    /// (scikit-learn's "balanced").
    public var balanced: Dataset {
        var counts: [Int: Double] = [:]
        for sample in samples { for part in Self.classes(of: sample.target) { counts[part.place, default: 0] += part.share } }
        let present = counts.values.filter { $0 > 0 }.count
        let most = counts.keys.max() ?? -1
        return weighted(
            byClass: (0..<(most + 1)).map { place in
                guard let number = counts[place], number > 0 else { return 0 }
                return Double(count) / (Double(present) * number)
            })
    }

    private static func classes(of target: [Double]) -> [(place: Int, share: Double)] {
        guard target.count == 1 else { return target.enumerated().map { ($0.offset, $0.element) } }
        return [(Int(exactly: target[0].rounded()).map { max(0, $0) } ?? 0, 1)]
    }
}
