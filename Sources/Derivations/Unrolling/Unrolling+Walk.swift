import Networks

extension Network {
    /// The network on one sample with its loss, as named scalars, computed without the engine.
    func unrolled(_ input: [Double], toward target: [Double], minimizing loss: Loss) -> Unrolling {
        unrolled([Dataset.Sample(input: input, target: target)], minimizing: loss, trainingWith: nil)
    }

    /// A pass over samples as named scalars, from the loss or the given slopes that it began with.
    func unrolled(_ samples: [Dataset.Sample], from start: WayBackStart, trainingWith dropoutSeed: UInt64?) -> Unrolling {
        switch start {
        case .loss(let loss, _, _): return unrolled(samples, minimizing: loss, trainingWith: dropoutSeed)
        case .given(let slopes):
            var outputs: [[Int]] = []
            var unrolling = unrolled(samples, isNumbered: samples.count > 1, trainingWith: dropoutSeed) { _, nodes, _ in
                outputs.append(nodes)
            }
            unrolling.add(slopes: slopes, of: outputs)
            unrolling.graph.arrangeNames()
            return unrolling
        }
    }

    /// The network on one sample or on several, with the mean of their losses.
    ///
    /// - Parameter dropoutSeed: In training, what dropout draws from; batch normalisation takes the batch's own statistics then.
    ///   Nil for the network in use.
    func unrolled(_ samples: [Dataset.Sample], minimizing loss: Loss, trainingWith dropoutSeed: UInt64? = 1) -> Unrolling {
        var losses: [Int] = []
        let weights = samples.map(\.weight)
        let isMean = samples.count > 1 || weights.contains { $0 != 1 }
        var unrolling = unrolled(samples, isNumbered: isMean, trainingWith: dropoutSeed) { unrolling, nodes, sample in
            unrolling.add(loss, of: nodes, toward: sample.target)
            losses.append(unrolling.graph.root)
        }
        if isMean { unrolling.reduce(losses, weights, loss.overSamples) }
        unrolling.graph.arrangeNames()
        return unrolling
    }

    /// The network on samples, numbered in names if they are several.
    ///
    /// - Parameter end: Gets the outputs of each sample, in order.
    private func unrolled(
        _ samples: [Dataset.Sample], isNumbered: Bool, trainingWith dropoutSeed: UInt64?,
        end: (_ unrolling: inout Unrolling, _ outputs: [Int], _ sample: Dataset.Sample) -> Void
    ) -> Unrolling {
        var unrolling = Unrolling()
        let parts = layers.map(Unrolling.part)
        unrolling.parameters = layers.map { _ in [] }
        unrolling.generator = dropoutSeed.map(SplitMix64.init)
        unrolling.hiddenLevels = max(0, parts.reduce(0) { $0 + $1.levelCount } - 1)
        // Sample by sample, as a person would; but what depends on the batch needs all samples of a layer at once.
        let together = dropoutSeed != nil && layers.contains { $0 is any BatchLayer }
        let groups = together ? [Array(samples.indices)] : samples.indices.map { [$0] }
        for group in groups {
            unrolling.start(group.map { isNumbered ? $0 + 1 : nil })
            let inputs = unrolling.eachSample(group.map { _ in [] }) { unrolling, index, _ in
                unrolling.addInputs(samples[group[index]].input, shape: inputShape, to: layers.first)
            }
            var activations = inputs.map { [$0] }
            let outputs = unrolling.walk(parts, layers, inputs, from: inputShape) { index, nodes in
                for sample in nodes.indices { activations[sample].append(nodes[sample]) }
                return index + 1
            }
            unrolling.isWalking = false
            _ = unrolling.eachSample(outputs) { unrolling, index, nodes in
                end(&unrolling, nodes, samples[group[index]])
                return nodes
            }
            unrolling.activations = activations.last ?? []
            unrolling.activationsBySample += activations
        }
        return unrolling
    }
}

extension Unrolling {
    static func part(of layer: any Layer) -> any GraphLayer {
        switch layer {
        case let layer as any GraphLayer: layer
        case let layer as any SampleNormalizing: UnrolledNormalization(normalization: layer.normalization)
        case let activation as any Activation: OwnActivation(activation: activation)
        default: OwnLayer(layer: layer)
        }
    }

    /// Begins with the samples of these numbers; nil for a single one.
    mutating func start(_ samples: [Int?]) {
        self.samples = samples
        level = 0
        part = 0
        layer = 0
        firstStates = [:]
        position = Position()
    }

    /// Layers one after the other, each on all samples of the group.
    ///
    /// - Parameter visit: Gets each layer's results and says which layer of the network comes next.
    mutating func walk(
        _ parts: [any GraphLayer], _ layers: [any Layer], _ batch: [[Int]], from inputs: Shape,
        visit: (_ index: Int, _ nodes: [[Int]]) -> Int? = { _, _ in nil }
    ) -> [[Int]] {
        var (nodes, shape) = (batch, inputs)
        isWalking = true
        for (index, part) in parts.enumerated() {
            self.part += 1
            self.shape = shape
            if part.isLevel {
                level += 1
                position.map = nil
            }
            let next = parts[(index + 1)...].first { !$0.isPassThrough }
            endsLevel = !(next?.continuesLevel ?? false)
            nodes = part.unroll(batch: nodes, into: &self)
            shape = layers[index].outputShape(for: shape)
            if let next = visit(index, nodes) {
                layer = next
                position.met = 0
            }
        }
        return nodes
    }

    /// Does the same for each sample of the group, from the same state.
    mutating func eachSample(
        _ batch: [[Int]], _ body: (inout Unrolling, _ index: Int, _ nodes: [Int]) -> [Int]
    ) -> [[Int]] {
        let start = position
        return batch.indices.map { index in
            sample = samples[index]
            position = start
            return body(&self, index, batch[index])
        }
    }
}
