import Networks

extension Unrolling {
    mutating func addInputs(_ input: [Double]) -> [Int] {
        let nodes = input.map { graph.add($0, .input) }
        name(range(nodes), "the inputs") { Self.input($0 + 1) }
        return nodes
    }

    /// Names results of the sample being unrolled.
    mutating func name(_ nodes: Range<Int>, _ title: String, _ symbol: @escaping @Sendable (Int) -> Symbol) {
        guard let sample else { return graph.name(nodes, title, symbol) }
        graph.name(nodes, title) { symbol($0).inSample(sample) }
    }

    /// The next parameter array of this layer, when an earlier sample has added it.
    mutating func known() -> [Int]? {
        guard position.met < parameters[layer].count else { return nil }
        position.met += 1
        return parameters[layer][position.met - 1]
    }

    /// Remembers a parameter array of the layer being unrolled.
    mutating func remember(_ nodes: [Int]) {
        parameters[layer].append(nodes)
        position.met += 1
    }

    func range(_ nodes: [Int]) -> Range<Int> {
        guard let first = nodes.first, let last = nodes.last else { return 0..<0 }
        return first..<(last + 1)
    }

    /// Weights as given numbers, row by row, one row for each unit.
    mutating func addWeights(_ rows: [[Double]]) -> [[Int]] {
        if let known = known() {
            let width = max(1, rows.first?.count ?? 1)
            return rows.indices.map { Array(known[$0 * width..<($0 + 1) * width]) }
        }
        let start = graph.nodes.count
        let nodes = rows.map { row in row.map { graph.add($0, .parameter) } }
        let (offset, level, columns) = (weights, level, rows.first?.count ?? 1)
        graph.name(start..<graph.nodes.count, "weights into the \(place(level))") { index in
            Self.weight(offset + index + 1, from: index % columns + 1, to: index / columns + 1, level: level)
        }
        weights += graph.nodes.count - start
        remember(nodes.flatMap { $0 })
        return nodes
    }

    /// Biases as given numbers; one when it is shared.
    mutating func addBiases(_ values: [Double], shared: Bool) -> [Int] {
        if let known = known() { return known }
        let nodes = values.map { graph.add($0, .parameter) }
        let (offset, level) = (biases, level)
        graph.name(range(nodes), "biases of the \(place(level))") { index in
            Self.bias(offset + index + 1, unit: shared ? nil : index + 1, level: level)
        }
        biases += nodes.count
        remember(nodes)
        return nodes
    }

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

    /// Applies one operation to each node and names the results out_{h1}….
    mutating func activate(_ inputs: [Int], _ operation: (Int) -> (Operation, [Int])) -> [Int] {
        let results = inputs.indices.map { index in
            let (operation, operands) = operation(index)
            return graph.add(operation, operands)
        }
        nameOutputs(results)
        return results
    }

    mutating func nameOutputs(_ nodes: [Int]) {
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
                    "a_{\(index + 1)}\(prime)^{(\(level))}")
        }
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
                let pairs = zip(row, inputs[start..<start + width]).flatMap { [$0, $1] }
                let last = biases.isEmpty ? [] : [biases.count == 1 ? biases[0] : biases[unit]]
                return unrolling.graph.add(.weightedSum(pairs: row.count), pairs + last)
            }
        }
        unrolling.nameSums(sums)
        return sums
    }
}

extension Softmax: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let first = unrolling.graph.nodes.count
        let width = max(1, width ?? inputs.count)
        return unrolling.activate(inputs) { index in
            let start = index / width * width
            return (.softmax(index: index - start, first: first + start), Array(inputs[start..<start + width]))
        }
    }
}

/// An activation with a formula that derivations know.
protocol KnownActivation: GraphLayer {
    var function: ScalarFunction { get }
}

extension KnownActivation {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        unrolling.activate(inputs) { (.function(function), [inputs[$0]]) }
    }
}

extension Sigmoid: KnownActivation { var function: ScalarFunction { .sigmoid } }
extension Tanh: KnownActivation { var function: ScalarFunction { .tanh } }
extension ReLU: KnownActivation { var function: ScalarFunction { .relu } }
extension Linear: KnownActivation { var function: ScalarFunction { .identity } }
extension LeakyReLU: KnownActivation { var function: ScalarFunction { .leakyReLU(slope: slope) } }
extension ELU: KnownActivation { var function: ScalarFunction { .elu(alpha: alpha) } }
extension SiLU: KnownActivation { var function: ScalarFunction { .silu } }
extension Softplus: KnownActivation { var function: ScalarFunction { .softplus } }
extension GELU: KnownActivation { var function: ScalarFunction { form == .exact ? .gelu : .geluTanh } }
