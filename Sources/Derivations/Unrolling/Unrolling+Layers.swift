import Networks

extension Unrolling {
    /// Names the neurons' sums net_{h1}…, or out_{h1}… when no activation follows them.
    mutating func nameSums(_ nodes: [Int]) {
        let (level, levels, ends) = (level, hiddenLevels, endsLevel)
        if ends { position.activated = level }
        let title = ends ? "outputs of the \(place(level))" : "weighted sums of the \(place(level))"
        name(range(nodes), title) { index in
            let neuron = Unrolling.neuron(index + 1, level: level, hiddenLevels: levels)
            return ends
                ? Self.out(neuron, index + 1, level: level) : Self.net(neuron, index + 1, level: level)
        }
    }

    /// Names what an activation makes of a level's sums: out_{h1}….
    @discardableResult
    mutating func nameOutputs(_ nodes: [Int]) -> [Int] {
        let (level, levels) = (level, hiddenLevels)
        if position.activated == level {
            position.primes += 1
        } else {
            (position.activated, position.primes) = (level, 0)
        }
        let title = "outputs of the \(place(level))"
        if let map = position.map { return nameMap(nodes, Letter("out", indexed: "a"), title, shape: map) }
        let prime = String(repeating: "'", count: position.primes)
        name(range(nodes), prime.isEmpty ? title : "") { index in
            let neuron = Unrolling.neuron(index + 1, level: level, hiddenLevels: levels)
            return prime.isEmpty
                ? Self.out(neuron, index + 1, level: level)
                : Symbol(
                    "out\(prime)_\(neuron)", "out\(prime)_{\(neuron)}", indexed: "a\(prime)_\(index + 1)^(\(level))",
                    TeXName("a_{\(index + 1)}\(prime)", raised: "(\(level))"))
        }
        return nodes
    }
}

extension Dense: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let rows = unrolling.addWeights(weights)
        let biases: [Int] =
            switch bias {
            case .none: []
            case .shared(let value): unrolling.addBiases([value], shared: true)
            case .perUnit(let values): unrolling.addBiases(values, shared: false)
            }
        let width = max(1, rows.first?.count ?? 1)
        let sums = stride(from: 0, to: inputs.count, by: width).flatMap { start in
            rows.enumerated().map { unit, row in
                let last = biases.isEmpty ? [] : [biases.count == 1 ? biases[0] : biases[unit]]
                return unrolling.weightedSum(row, inputs[start..<start + width], plus: last)
            }
        }
        unrolling.nameSums(sums)
        return sums
    }
}

extension Softmax: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let width = max(1, width ?? inputs.count)
        return unrolling.nameOutputs(
            stride(from: 0, to: inputs.count, by: width).flatMap { unrolling.softmax(Array(inputs[$0..<$0 + width])) })
    }
}

/// An activation with a formula that derivations know.
protocol KnownActivation: GraphLayer {
    var function: ScalarFunction { get }
}

extension KnownActivation {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        unrolling.nameOutputs(unrolling.each(function, inputs))
    }
}

extension Sigmoid: KnownActivation { var function: ScalarFunction { .sigmoid } }
extension Tanh: KnownActivation { var function: ScalarFunction { .tanh } }
extension ReLU: KnownActivation { var function: ScalarFunction { .relu } }
extension Identity: KnownActivation { var function: ScalarFunction { .identity } }
extension LeakyReLU: KnownActivation { var function: ScalarFunction { .leakyReLU(slope: slope) } }
extension ELU: KnownActivation { var function: ScalarFunction { .elu(alpha: alpha) } }
extension SiLU: KnownActivation { var function: ScalarFunction { .silu } }
extension Softplus: KnownActivation { var function: ScalarFunction { .softplus } }
extension GELU: KnownActivation { var function: ScalarFunction { form == .exact ? .gelu : .geluTanh } }
