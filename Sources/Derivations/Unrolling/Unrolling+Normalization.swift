import Networks

extension Unrolling {
    /// x̂ = (x − μ)/√(v + ε), y = γ x̂ + β for numbers that share a mean, group by group.
    ///
    /// - Parameters:
    ///   - groups: Indices into `inputs`; every group has one μ and one v.
    ///   - place: How μ, v and s of a group are numbered.
    /// - Returns: y for every input, in the order of the inputs.
    fileprivate mutating func normalize(
        _ inputs: [Int], groups: [[Int]], epsilon: Double, scale: [Int], shift: [Int],
        place: @escaping @Sendable (Int) -> [Int]
    ) -> [Int] {
        let means = means(groups.map { $0.map { inputs[$0] } })
        nameQuantity(means, Letter("mu", "\\mu"), "means", place)
        let squares = zip(groups, means).map { group, mean in
            group.map { graph.add(.power(2), [graph.add(.difference, [inputs[$0], mean])]) }
        }
        let variances = self.means(squares)
        nameQuantity(variances, Letter("v"), "variances", place)
        return standardize(inputs, groups, means, variances, epsilon, scale, shift, place)
    }

    /// The second half, with means and variances at hand.
    fileprivate mutating func standardize(
        _ inputs: [Int], _ groups: [[Int]], _ means: [Int], _ variances: [Int], _ epsilon: Double, _ scale: [Int],
        _ shift: [Int], _ place: @escaping @Sendable (Int) -> [Int]
    ) -> [Int] {
        let small = graph.add(epsilon, .constant)
        let inner = variances.map { graph.add(.sum, [$0, small]) }
        let deviations = inner.map { graph.add(.function(.sqrt), [$0]) }
        nameQuantity(deviations, Letter("s"), "standard deviations", place)
        var group = [Int](repeating: 0, count: inputs.count)
        for (number, members) in groups.enumerated() { for index in members { group[index] = number } }
        let distances = inputs.indices.map { graph.add(.difference, [inputs[$0], means[group[$0]]]) }
        let hats = inputs.indices.map { graph.add(.quotient, [distances[$0], deviations[group[$0]]]) }
        // Numbers of several samples side by side are named sample by sample.
        let size = shape.count
        let width = scale.count
        let scaled = hats.indices.map { graph.add(.product, [scale[$0 % width], hats[$0]]) }
        let results = scaled.indices.map { graph.add(.sum, [scaled[$0], shift[$0 % width]]) }
        let numbers = samples
        let saved = sample
        for start in stride(from: 0, to: inputs.count, by: max(1, size)) {
            sample = inputs.count > size ? numbers[start / size] : saved
            let own = start..<min(start + size, inputs.count)
            nameMap(Array(hats[own]), Letter("xhat", "\\hat{x}"), "normalised numbers", shape: shape)
            nameMap(
                Array(results[own]), Letter("y", indexed: "ztilde", "\\tilde{z}"), "scaled and shifted numbers", shape: shape)
        }
        sample = saved
        return results
    }
}

/// A layer that normalises each sample by itself, in groups; which these are is worked out apart from the engine.
struct UnrolledNormalization: GraphLayer {
    let normalization: SampleNormalization
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let scale = unrolling.addFeatures("gamma", normalization.affine.scale, "scales")
        let shift = unrolling.addFeatures("beta", normalization.affine.shift, "shifts")
        let width = max(1, scale.count)
        let groups = Dictionary(grouping: inputs.indices) { index in
            switch normalization.span {
            case .eachPlace: index / width
            case .groups(let groups): index % width * groups / width
            case .eachFeature: index % width
            }
        }.sorted { $0.key < $1.key }.map(\.value)
        let rows = Shape(unrolling.shape.dimensions.dropLast() + [1])
        let (isSingle, isByPlace) = (groups.count == 1, normalization.span == .eachPlace)
        return unrolling.normalize(inputs, groups: groups, epsilon: normalization.epsilon, scale: scale, shift: shift) {
            isSingle ? [] : isByPlace ? Unrolling.place($0, in: rows) : [$0 + 1]
        }
    }
}

extension BatchNorm: GraphLayer {
    var isLevel: Bool { false }

    /// In use: by the running averages, which are given numbers.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let scale = unrolling.addFeatures("gamma", scale, "scales")
        let shift = unrolling.addFeatures("beta", shift, "shifts")
        let means = runningMean.map { unrolling.graph.add($0, .constant) }
        unrolling.nameQuantity(means, Unrolling.Letter("mu", "\\mu"), "running means") { [$0 + 1] }
        let variances = runningVariance.map { unrolling.graph.add($0, .constant) }
        unrolling.nameQuantity(variances, Unrolling.Letter("v"), "running variances") { [$0 + 1] }
        return unrolling.standardize(
            inputs, groups(inputs.count), means, variances, epsilon, scale, shift, { [$0 + 1] })
    }

    /// In training: by the batch's own means and variances.
    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]] {
        guard unrolling.generator != nil else {
            return unrolling.eachSample(batch) { unrolling, _, nodes in unroll(nodes, into: &unrolling) }
        }
        let scale = unrolling.addFeatures("gamma", scale, "scales")
        let shift = unrolling.addFeatures("beta", shift, "shifts")
        let all = batch.flatMap { $0 }
        unrolling.sample = nil
        let results = unrolling.normalize(
            all, groups: groups(all.count), epsilon: epsilon, scale: scale, shift: shift
        ) { [$0 + 1] }
        let size = unrolling.shape.count
        return batch.indices.map { Array(results[$0 * size..<($0 + 1) * size]) }
    }

    /// The numbers of each feature.
    private func groups(_ count: Int) -> [[Int]] {
        scale.indices.map { Array(stride(from: $0, to: count, by: scale.count)) }
    }
}
