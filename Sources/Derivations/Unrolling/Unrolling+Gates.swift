import Networks

extension LogSoftmax: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let first = unrolling.graph.nodes.count
        let width = max(1, width ?? inputs.count)
        let probabilities = inputs.indices.map { index in
            let start = index / width * width
            return unrolling.graph.add(
                .softmax(index: index - start, first: first + start), Array(inputs[start..<start + width]))
        }
        unrolling.nameQuantity(probabilities, .init("p"), "probabilities") { [$0 + 1] }
        return unrolling.activate(probabilities) { (.function(.log), [probabilities[$0]]) }
    }
}

extension GLU: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] { unrolling.gated(inputs, width, by: .sigmoid) }
}

extension SwiGLU: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] { unrolling.gated(inputs, width, by: .silu) }
}

extension Unrolling {
    /// The first half of each row times the second half behind a gate.
    fileprivate mutating func gated(_ inputs: [Int], _ width: Int?, by gate: ScalarFunction) -> [Int] {
        let width = max(2, width ?? inputs.count)
        let pairs = stride(from: 0, to: inputs.count, by: width).flatMap { start in
            (start..<start + width / 2).map { (inputs[$0], inputs[$0 + width / 2]) }
        }
        let gates = pairs.map { graph.add(.function(gate), [$0.1]) }
        nameQuantity(gates, .init("g"), "gates") { [$0 + 1] }
        return activate(gates) { (.product, [pairs[$0].0, gates[$0]]) }
    }
}
