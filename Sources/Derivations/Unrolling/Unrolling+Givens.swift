import Networks

/// What a network is given: inputs and parameters.
extension Unrolling {
    /// The inputs of a network: i_1, i_2, …; x_{t} or x_{t,j} where a sample is a sequence, x_{r,c} where it is a picture.
    /// Of a network that begins with one step of a recurrent layer x_{1} or x_{1,j} and the states before it, h_{0} and c_{0}.
    mutating func addInputs(_ input: [Double], shape: Shape, to first: (any Layer)?) -> [Int] {
        guard let cell = first as? RecurrentCell else { return addInputs(input, shape: shape) }
        let width = cell.parts(of: input).input.count
        let nodes = addInputs(Array(input[..<width]), shape: [1, width])
        // They belong to the level that the cell will be.
        level += 1
        defer { level -= 1 }
        var states: [Int] = []
        for (place, letter) in cell.starts.enumerated() {
            let own = (0..<cell.units).map { graph.add(input[width + place * cell.units + $0], .input) }
            let symbol = stepSymbol(letter, gate: "", time: 0, several: own.count > 1)
            name(range(own), "the state before the step") { symbol($0) }
            states += own
        }
        return nodes + states
    }

    private mutating func addInputs(_ input: [Double], shape: Shape) -> [Int] {
        let nodes = input.map { graph.add($0, .input) }
        let features = shape.features
        switch shape.rank {
        case ...1: name(range(nodes), "the inputs") { Self.input($0 + 1) }
        case 2:
            name(range(nodes), "the inputs") { index in
                let (time, feature) = (index / features + 1, features > 1 ? [index % features + 1] : [])
                let place = ([time] + feature).map(String.init).joined(separator: ",")
                return Symbol(
                    "x_\(place)", "x_{\(place)}", indexed: "x\(feature.map { "_\($0)" }.joined())⟨\(time)⟩",
                    TeXName("x\(feature.map { "_{\($0)}" }.joined())", raised: "\\langle \(time)\\rangle"))
            }
        default:
            position.map = shape
            name(range(nodes), "the inputs") { index in
                let numbers = Self.place(index, in: shape)
                let (place, short) = (numbers.map(String.init).joined(separator: ","), Self.indices(numbers))
                return Symbol("x_\(place)", "x_{\(place)}", indexed: "x_\(short)", "x_{\(short)}")
            }
        }
        return nodes
    }

    /// An array of the layer's parameters, added and named when the first sample meets it.
    ///
    /// - Parameters:
    ///   - letter: The parameters under one letter are numbered through all layers; of gates, which share the array, each by itself.
    ///   - symbol: The name for a number among all under the letter, its gate, and its index there, from 0.
    private mutating func add(
        _ values: [Double], _ kind: Parameter.Kind, _ letter: String, gates: [String] = [""], _ title: String,
        _ symbol: @escaping @Sendable (_ number: Int, _ gate: String, _ index: Int) -> Symbol
    ) -> [Int] {
        defer { position.met += 1 }
        if position.met < parameters[layer].count { return parameters[layer][position.met] }
        let nodes = values.map { graph.add($0, .parameter) }
        let size = nodes.count / max(1, gates.count)
        for (place, gate) in gates.enumerated() {
            let offset = counters["\(letter) \(gate)", default: 0]
            counters["\(letter) \(gate)"] = offset + size
            let own = range(Array(nodes[place * size..<(place + 1) * size]))
            graph.name(own, title, .parameter(kind), layer: layer) { symbol(offset + $0 + 1, gate, $0) }
        }
        parameters[layer].append(nodes)
        return nodes
    }

    /// The nodes of a matrix, row by row.
    private func rows(_ nodes: [Int], like rows: [[Double]]) -> [[Int]] {
        var start = 0
        return rows.map { row in
            defer { start += row.count }
            return Array(nodes[start..<start + row.count])
        }
    }

    /// Weights as given numbers, row by row, one row for each unit.
    mutating func addWeights(_ weights: [[Double]]) -> [[Int]] {
        let (level, columns) = (level, max(1, weights.first?.count ?? 1))
        let nodes = add(weights.flatMap { $0 }, .weight, "w", "weights into the \(place(level))") { number, _, index in
            Self.weight(number, from: index % columns + 1, to: index / columns + 1, level: level)
        }
        return rows(nodes, like: weights)
    }

    /// Biases as given numbers; one when it is shared.
    mutating func addBiases(_ values: [Double], shared: Bool) -> [Int] {
        let level = level
        return add(values, .bias, "b", "biases of the \(place(level))") { number, _, index in
            Self.bias(number, unit: shared ? nil : index + 1, level: level)
        }
    }

    /// A parameter of each feature, γ or β, numbered through all layers: `gamma1`, γ_1^{(l)}.
    mutating func addFeatures(_ kind: Parameter.Kind, _ values: [Double]) -> [Int] {
        let letter = kind == .scale ? "gamma" : "beta"
        let (level, prime) = (level, primes(letter))
        return add(values, kind, letter, kind == .scale ? "scales" : "shifts") { number, _, index in
            Symbol(
                "\(letter)\(number)", "\\\(letter)_{\(number)}", indexed: "\(letter)\(prime)_\(index + 1)^(\(level))",
                TeXName("\\\(letter)_{\(index + 1)}\(prime)", raised: "(\(level))"))
        }
    }

    /// The kernels of a convolution, one row for each filter: w_1…, in indices filter, row, column, channel, where there are several.
    mutating func addKernels(_ kernels: [[Double]], size: Shape) -> [[Int]] {
        let (taps, level, several, prime) = (max(1, size.count), level, kernels.count > 1, primes("w"))
        let nodes = add(kernels.flatMap { $0 }, .weight, "w", "kernels of the \(place(level))") { number, _, index in
            let short = Self.indices((several ? [index / taps + 1] : []) + Self.place(index % taps, in: size))
            return Symbol(
                "w\(number)", "w_{\(number)}", indexed: "w\(prime)_\(short)^(\(level))",
                TeXName("w_{\(short)}\(prime)", raised: "(\(level))"))
        }
        return rows(nodes, like: kernels)
    }

    /// A matrix whose rows belong to gates, as many rows each: u_1… or, of gate i, u_{i,1}…; in indices from the column's unit to
    /// the row's, or with `fromRows` the other way round.
    mutating func addMatrix(
        _ letter: String, _ matrix: [[Double]], gates: [String] = [""], _ title: String, fromRows: Bool = false
    ) -> [[Int]] {
        let (level, columns) = (level, max(1, matrix.first?.count ?? 1))
        let nodes = add(matrix.flatMap { $0 }, .weight, letter, gates: gates, title) { number, gate, index in
            let (row, column) = (index / columns + 1, index % columns + 1)
            return Self.entry(letter, gate, number, Self.indices(fromRows ? [row, column] : [column, row]), level)
        }
        return rows(nodes, like: matrix)
    }

    /// The biases of gates, as many each: b_{i,1}….
    mutating func addGateBiases(_ letter: String, _ values: [Double], gates: [String], _ title: String) -> [Int] {
        let level = level
        return add(values, .bias, letter, gates: gates, title) { Self.entry(letter, $1, $0, "\($2 + 1)", level) }
    }

    /// What a recurrent layer starts from, where training changes it: named as the states after it are.
    mutating func addFirstState(_ letter: String, _ values: [Double], time: Int, _ title: String) -> [Int] {
        let symbol = stepSymbol(letter, gate: "", time: time, several: values.count > 1)
        return add(values, .state, "\(letter)_\(time)", title) { symbol($2) }
    }

    /// An entry of a parameter array: u_3 or u_{i,3}; in indices u_{12}^{(l)} or u_{i,12}^{(l)}.
    private static func entry(_ letter: String, _ gate: String, _ number: Int, _ pair: String, _ level: Int) -> Symbol {
        let (own, below) = (gate.isEmpty ? "" : "_\(gate)", gate.isEmpty ? "" : "\(gate),")
        return Symbol(
            "\(letter)\(own)\(number)", "\(letter)_{\(below)\(number)}", indexed: "\(letter)_\(below)\(pair)^(\(level))",
            TeXName("\(letter)_{\(below)\(pair)}", raised: "(\(level))"))
    }
}
