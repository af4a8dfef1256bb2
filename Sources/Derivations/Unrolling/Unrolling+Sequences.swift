import Networks

extension Unrolling {
    /// The inputs of a network: x_{t} or x_{t,j} where a sample is a sequence, else i_1, i_2, ….
    mutating func addInputs(_ input: [Double], shape: Shape) -> [Int] {
        guard shape.rank > 1 else { return addInputs(input) }
        let nodes = input.map { graph.add($0, .input) }
        guard shape.rank == 2 else {
            position.map = shape
            name(range(nodes), "the inputs") { index in
                let numbers = Self.place(index, in: shape)
                let place = numbers.map(String.init).joined(separator: ",")
                let short = numbers.map(String.init).joined(separator: numbers.allSatisfy { $0 < 10 } ? "" : ",")
                return Symbol("x_\(place)", "x_{\(place)}", indexed: "x_\(short)", "x_{\(short)}")
            }
            return nodes
        }
        let features = shape.features
        name(range(nodes), "the inputs") { index in
            let (time, feature) = (index / features + 1, features > 1 ? index % features + 1 : nil)
            let place = Self.place(time, feature)
            let below = feature.map { "_\($0)" } ?? ""
            return Symbol(
                "x_\(place)", "x_{\(place)}", indexed: "x\(below)⟨\(time)⟩",
                "x\(feature.map { "_{\($0)}" } ?? "")^{\\langle \(time)\\rangle}")
        }
        return nodes
    }

    /// A parameter matrix whose rows belong to gates, as many rows each: u_1… or, of gate i, u_{i,1}….
    ///
    /// Numbered row by row within its letter and gate; in indices from the column's unit to the row's, or with `fromRows` the
    /// other way round.
    mutating func addMatrix(
        _ letter: String, _ rows: [[Double]], gates: [String] = [""], _ title: String, fromRows: Bool = false
    ) -> [[Int]] {
        let columns = max(1, rows.first?.count ?? 1)
        if let known = known() { return rows.indices.map { Array(known[$0 * columns..<($0 + 1) * columns]) } }
        let nodes = rows.map { row in row.map { graph.add($0, .parameter) } }
        let (level, units) = (level, rows.count / max(1, gates.count))
        for (index, gate) in gates.enumerated() {
            let own = nodes[index * units..<(index + 1) * units].flatMap { $0 }
            let offset = counters["\(letter) \(gate)", default: 0]
            counters["\(letter) \(gate)"] = offset + own.count
            graph.name(range(own), title) { place in
                let (row, column) = (place / columns + 1, place % columns + 1)
                let pair = fromRows ? Self.indices(row, column) : Self.indices(column, row)
                return Self.entry(letter, gate, number: offset + place + 1, pair: pair, level: level)
            }
        }
        remember(nodes.flatMap { $0 })
        return nodes
    }

    /// The biases of gates, as many each: b_{i,1}….
    mutating func addGateBiases(_ letter: String, _ values: [Double], gates: [String], _ title: String) -> [Int] {
        if let known = known() { return known }
        let nodes = values.map { graph.add($0, .parameter) }
        let (level, units) = (level, values.count / max(1, gates.count))
        for (index, gate) in gates.enumerated() {
            let own = Array(nodes[index * units..<(index + 1) * units])
            let offset = counters["\(letter) \(gate)", default: 0]
            counters["\(letter) \(gate)"] = offset + own.count
            graph.name(range(own), title) { place in
                Self.entry(letter, gate, number: offset + place + 1, pair: "\(place + 1)", level: level)
            }
        }
        remember(nodes)
        return nodes
    }

    /// Names what all units compute at one time: h_{t} or h_{t,j}, net_{i,t,j} of gate i; in indices h_j^{⟨t⟩}, z_{i,j}^{⟨t⟩}.
    ///
    /// The unit is left out where there is only one, and the level but for a second layer with the same letters.
    mutating func nameStep(_ nodes: [Int], _ letter: String, gate: String = "", time: Int, _ title: String) {
        let several = nodes.count > 1
        let indexed = letter == "net" ? "z" : letter
        let (mark, indexedMark) = (mark(letter + gate), mark("\(indexed)\(gate) in indices"))
        name(range(nodes), title) { index in
            let place = (gate.isEmpty ? "" : gate + ",") + Self.place(time, several ? index + 1 : nil)
            let below = [gate, several ? "\(index + 1)" : ""].filter { !$0.isEmpty }.joined(separator: ",")
            return Symbol(
                "\(letter)_\(place)\(mark)", "\(letter)_{\(place)}\(mark.isEmpty ? "" : "^{\(mark.dropFirst())}")",
                indexed: "\(indexed)\(below.isEmpty ? "" : "_\(below)")\(indexedMark)⟨\(time)⟩",
                "\(indexed)\(below.isEmpty ? "" : "_{\(below)}")^{\(indexedMark.dropFirst())\\langle \(time)\\rangle}")
        }
    }

    /// Names numbers by a list of indices: q_{1,2}; in indices q_{12}^{(l)}.
    mutating func nameEntries(_ nodes: [Int], _ letter: String, _ title: String, _ indices: @escaping @Sendable (Int) -> [Int])
    {
        let (level, mark) = (level, mark(letter))
        name(range(nodes), title) { index in
            let numbers = indices(index)
            let place = numbers.map(String.init).joined(separator: ",")
            let short = numbers.map(String.init).joined(separator: numbers.allSatisfy { $0 < 10 } ? "" : ",")
            return Symbol(
                "\(letter)_\(place)\(mark)", "\(letter)_{\(place)}\(mark.isEmpty ? "" : "^{\(mark.dropFirst())}")",
                indexed: "\(letter)_\(short)^(\(level))", "\(letter)_{\(short)}^{(\(level))}")
        }
    }

    /// What a recurrent layer starts from: zeros, named h_0 or c_0.
    mutating func addStart(_ letter: String, _ units: Int) -> [Int] {
        let nodes = (0..<units).map { _ in graph.add(0, .constant) }
        nameStep(nodes, letter, time: 0, "the state before the first step")
        return nodes
    }

    /// The values of nodes as given numbers, through which no gradient passes.
    mutating func detached(_ nodes: [Int]) -> [Int] { nodes.map { graph.add(graph.values[$0], .constant) } }

    /// Σ wₖxₖ of one row, the second row's products after it, then the biases.
    mutating func weightedSum(_ weights: [Int], _ values: some Sequence<Int>, plus biases: [Int] = []) -> Int {
        let pairs = zip(weights, values).flatMap { [$0, $1] }
        return graph.add(.weightedSum(pairs: pairs.count / 2), pairs + biases)
    }

    /// a ⊙ b + c ⊙ d for all units, the sums side by side.
    mutating func mix(_ a: [Int], _ b: [Int], _ c: [Int], _ d: [Int]) -> [Int] {
        let first = zip(a, b).map { graph.add(.product, [$0, $1]) }
        let second = zip(c, d).map { graph.add(.product, [$0, $1]) }
        return zip(first, second).map { graph.add(.sum, [$0, $1]) }
    }

    /// Nothing for the first level that uses a letter; `^(2)` for another one, so that names stay apart.
    mutating func mark(_ letter: String) -> String {
        let first = firstLevels[letter] ?? level
        firstLevels[letter] = first
        return first == level ? "" : "^(\(level))"
    }

    private static func place(_ time: Int, _ unit: Int?) -> String { unit.map { "\(time),\($0)" } ?? "\(time)" }

    /// An entry of a parameter array: u_3 or u_{i,3}; in indices u_{12}^{(l)} or u_{i,12}^{(l)}.
    private static func entry(_ letter: String, _ gate: String, number: Int, pair: String, level: Int) -> Symbol {
        guard !gate.isEmpty else {
            return Symbol(
                "\(letter)\(number)", "\(letter)_{\(number)}", indexed: "\(letter)_\(pair)^(\(level))",
                "\(letter)_{\(pair)}^{(\(level))}")
        }
        return Symbol(
            "\(letter)_\(gate)\(number)", "\(letter)_{\(gate),\(number)}", indexed: "\(letter)_\(gate),\(pair)^(\(level))",
            "\(letter)_{\(gate),\(pair)}^{(\(level))}")
    }
}
