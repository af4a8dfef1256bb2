import Networks

extension LogSoftmax: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let width = max(1, width ?? inputs.count)
        let probabilities = stride(from: 0, to: inputs.count, by: width).flatMap {
            unrolling.softmax(Array(inputs[$0..<$0 + width]))
        }
        unrolling.nameQuantity(probabilities, .init("p"), "probabilities") { [$0 + 1] }
        return unrolling.nameOutputs(unrolling.each(.log, probabilities))
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
        let gates = each(gate, pairs.map(\.1))
        nameQuantity(gates, .init("g"), "gates") { [$0 + 1] }
        return nameOutputs(each(.product, pairs.map(\.0), gates))
    }
}
