import Networks

extension ScalarBuilder {
    /// x̂ = (x − μ)/√(v + ε), y = γ x̂ + β for numbers that share a mean, group by group.
    ///
    /// - Parameters:
    ///   - groups: Indices into `inputs`; every group has one μ and one v.
    ///   - place: How μ, v and s of a group are numbered.
    ///   - name: Names x̂ and y, one for each input.
    /// - Returns: y for every input, in the order of the inputs.
    mutating func normalize(
        _ inputs: [Number], groups: [[Int]], epsilon: Double, scale: [Number], shift: [Number],
        place: @escaping @Sendable (Int) -> [Int],
        name: (inout Self, _ numbers: [Number], Letter, _ title: String) -> [Number]
    ) -> [Number] {
        let means = nameQuantity(means(groups.map { $0.map { inputs[$0] } }), Letter("mu", "\\mu"), "means", place)
        let squares = zip(groups, means).map { group, mean in
            group.map { result(.power(2), [result(.difference, [inputs[$0], mean])]) }
        }
        let variances = nameQuantity(self.means(squares), Letter("v"), "variances", place)
        return standardize(inputs, groups, means, variances, epsilon, scale, shift, place: place, name: name)
    }

    /// The second half, with means and variances at hand.
    mutating func standardize(
        _ inputs: [Number], _ groups: [[Int]], _ means: [Number], _ variances: [Number], _ epsilon: Double, _ scale: [Number],
        _ shift: [Number], place: @escaping @Sendable (Int) -> [Int],
        name: (inout Self, _ numbers: [Number], Letter, _ title: String) -> [Number]
    ) -> [Number] {
        let small = constant(epsilon)
        let inner = variances.map { result(.sum, [$0, small]) }
        let deviations = nameQuantity(each(.sqrt, inner), Letter("s"), "standard deviations", place)
        var group = [Int](repeating: 0, count: inputs.count)
        for (number, members) in groups.enumerated() { for index in members { group[index] = number } }
        let distances = inputs.indices.map { result(.difference, [inputs[$0], means[group[$0]]]) }
        let quotients = inputs.indices.map { result(.quotient, [distances[$0], deviations[group[$0]]]) }
        let hats = name(&self, quotients, Letter("xhat", "\\hat{x}"), "normalised numbers")
        let scaled = hats.indices.map { result(.product, [scale[$0 % scale.count], hats[$0]]) }
        let results = scaled.indices.map { result(.sum, [scaled[$0], shift[$0 % shift.count]]) }
        return name(&self, results, Letter("y", indexed: "ztilde", "\\tilde{z}"), "scaled and shifted numbers")
    }
}

extension Unrolling {
    /// Names numbers by their places; those of several samples side by side sample by sample.
    fileprivate mutating func nameSamples(_ nodes: [Int], _ letter: Letter, _ title: String) -> [Int] {
        let (size, saved) = (max(1, shape.count), sample)
        for start in stride(from: 0, to: nodes.count, by: size) {
            if nodes.count > size { sample = samples[start / size] }
            nameMap(Array(nodes[start..<min(start + size, nodes.count)]), letter, title, shape: shape)
        }
        sample = saved
        return nodes
    }
}

/// A layer that normalises each sample by itself, in groups; which these are is worked out apart from the engine.
struct UnrolledNormalization: GraphLayer {
    let normalization: SampleNormalization
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let scale = unrolling.addFeatures(.scale, normalization.affine.scale)
        let shift = unrolling.addFeatures(.shift, normalization.affine.shift)
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
        return unrolling.normalize(
            inputs, groups: groups, epsilon: normalization.epsilon, scale: scale, shift: shift,
            place: { isSingle ? [] : isByPlace ? Unrolling.place($0, in: rows) : [$0 + 1] }
        ) { $0.nameSamples($1, $2, $3) }
    }
}

extension BatchNorm: GraphLayer {
    var isLevel: Bool { false }

    /// In use: by the running averages, which are given numbers.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let scale = unrolling.addFeatures(.scale, scale)
        let shift = unrolling.addFeatures(.shift, shift)
        let means = runningMean.map { unrolling.constant($0) }
        unrolling.nameQuantity(means, Letter("mu", "\\mu"), "running means") { [$0 + 1] }
        let variances = runningVariance.map { unrolling.constant($0) }
        unrolling.nameQuantity(variances, Letter("v"), "running variances") { [$0 + 1] }
        return unrolling.standardize(
            inputs, groups(inputs.count), means, variances, epsilon, scale, shift, place: { [$0 + 1] }
        ) { $0.nameSamples($1, $2, $3) }
    }

    /// In training: by the batch's own means and variances.
    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]] {
        guard unrolling.generator != nil else {
            return unrolling.eachSample(batch) { unrolling, _, nodes in unroll(nodes, into: &unrolling) }
        }
        let scale = unrolling.addFeatures(.scale, scale)
        let shift = unrolling.addFeatures(.shift, shift)
        let all = batch.flatMap { $0 }
        unrolling.sample = nil
        let results = unrolling.normalize(
            all, groups: groups(all.count), epsilon: epsilon, scale: scale, shift: shift, place: { [$0 + 1] }
        ) { $0.nameSamples($1, $2, $3) }
        let size = unrolling.shape.count
        return batch.indices.map { Array(results[$0 * size..<($0 + 1) * size]) }
    }

    /// The numbers of each feature.
    private func groups(_ count: Int) -> [[Int]] {
        scale.indices.map { Array(stride(from: $0, to: count, by: scale.count)) }
    }
}
