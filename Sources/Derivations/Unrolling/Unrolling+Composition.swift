import Networks

extension Flatten: GraphLayer {
    var isLevel: Bool { false }
    var isPassThrough: Bool { true }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        unrolling.position.map = nil
        return inputs
    }
}

extension Reshape: GraphLayer {
    var isLevel: Bool { false }
    var isPassThrough: Bool { true }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let output = outputShape(for: unrolling.shape)
        unrolling.position.map = output.rank > 2 ? output : nil
        return inputs
    }
}

extension Dropout: GraphLayer {
    var isLevel: Bool { false }
    var isPassThrough: Bool { true }

    /// In use: nothing happens, unless use is what is scaled.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        guard scaling == .classic else { return inputs }
        let factor = unrolling.constant(1 - rate)
        let results = inputs.map { unrolling.result(.product, [factor, $0]) }
        return unrolling.nameMap(results, Letter("d"), "what dropout leaves on average", shape: unrolling.shape)
    }

    /// In training: each number times its mask.
    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]] {
        guard var generator = unrolling.generator else {
            return unrolling.eachSample(batch) { unrolling, _, nodes in unroll(nodes, into: &unrolling) }
        }
        let values = batch.map { $0.map { unrolling.graph.values[$0] } }
        let masks = masks(for: values, drawingFrom: &generator)
        unrolling.generator = generator
        return unrolling.eachSample(batch) { unrolling, index, nodes in
            let factors = masks[index].map { unrolling.constant($0) }
            let results = unrolling.each(.product, factors, nodes)
            return unrolling.nameMap(results, Letter("d"), "what dropout leaves", shape: unrolling.shape)
        }
    }
}

extension Embedding: GraphLayer {
    /// Words stand for the rows of weights themselves: no new numbers.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let rows = unrolling.addWeights(weights)
        return inputs.flatMap { rows[Int(unrolling.graph.values[$0])] }
    }
}

extension Residual: GraphLayer {
    var isLevel: Bool { false }
    var continuesLevel: Bool { false }
    var isOwn: Bool { (layers + shortcut).contains { Unrolling.part(of: $0).isOwn } }
    var levelCount: Int { (layers + shortcut).reduce(0) { $0 + Unrolling.part(of: $1).levelCount } }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] { unroll(batch: [inputs], into: &unrolling)[0] }

    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]] {
        let shape = unrolling.shape
        let own = unrolling.part
        let inner = unrolling.walk(layers.map(Unrolling.part), layers, batch, from: shape)
        let outer = unrolling.walk(shortcut.map(Unrolling.part), shortcut, batch, from: shape)
        let last = unrolling.part
        let output = outputShape(for: shape)
        unrolling.part = own
        let results = unrolling.eachSample(inner) { unrolling, index, nodes in
            let sums = unrolling.each(.sum, outer[index], nodes)
            return unrolling.nameMap(sums, Letter("r"), "sums with the shortcut", shape: output)
        }
        unrolling.part = last
        unrolling.position.map = output.rank > 2 ? output : nil
        return results
    }
}
