import Networks

/// What a gate multiplies, or a recurrent layer without gates: one row for each unit, and one bias where it has any.
struct GateNumbers<Number> {
    /// Empty for a layer without gates.
    var letter = ""
    var input: [[Number]]
    var recurrent: [[Number]]
    var biases: [Number]

    func bias(_ unit: Int) -> [Number] { biases.isEmpty ? [] : [biases[unit]] }

    /// What the gate is called in sentences.
    var word: String {
        let words = ["i": "input gate", "f": "forget gate", "o": "output gate", "r": "reset gate", "z": "update gate"]
        return words[letter] ?? "candidate"
    }
}

extension ScalarBuilder {
    /// W x + U h + b of every unit.
    mutating func sums(_ gate: GateNumbers<Number>, _ x: [Number], _ last: [Number]) -> [Number] {
        gate.input.indices.map { weightedSum(gate.input[$0] + gate.recurrent[$0], x + last, plus: gate.bias($0)) }
    }

    /// f(W x + U h + b) of every unit of a gate.
    mutating func value(
        _ gate: GateNumbers<Number>, _ function: ScalarFunction, _ x: [Number], _ last: [Number], time: Int
    ) -> [Number] {
        let sums = sums(gate, x, last)
        return activated(sums, gate, function, time: time)
    }

    private mutating func activated(
        _ sums: [Number], _ gate: GateNumbers<Number>, _ function: ScalarFunction, time: Int
    ) -> [Number] {
        let named = nameStep(
            sums, "net", gate: gate.letter, time: time, "weighted sums of the \(gate.word) at time \(time)")
        return nameStep(each(function, named), gate.letter, time: time, "\(gate.word) at time \(time)")
    }

    /// a ⊙ b + c ⊙ d
    private mutating func mix(_ a: [Number], _ b: [Number], _ c: [Number], _ d: [Number]) -> [Number] {
        let (first, second) = (each(.product, a, b), each(.product, c, d))
        return each(.sum, first, second)
    }

    /// hₜ = f(W xₜ + U hₜ₋₁ + b).
    ///
    /// - Parameter letter: Of the sums.
    mutating func recurrentStep(
        _ weights: GateNumbers<Number>, _ x: [Number], _ last: [Number], time: Int, sums letter: String = "net",
        activation: (inout Self, [Number]) -> [Number]
    ) -> [Number] {
        let sums = nameStep(sums(weights, x, last), letter, time: time, "weighted sums at time \(time)")
        return nameStep(activation(&self, sums), "h", time: time, "states at time \(time)")
    }

    /// g = tanh(·), i, f, o = σ(·), cₜ = f ⊙ cₜ₋₁ + i ⊙ g, hₜ = o ⊙ tanh(cₜ).
    ///
    /// - Parameter gates: i, f, g, o.
    mutating func lstmStep(
        _ gates: [GateNumbers<Number>], _ x: [Number], hidden: [Number], cell: [Number], time: Int
    ) -> (hidden: [Number], cell: [Number]) {
        let values = gates.enumerated().map { value($1, $0 == 2 ? .tanh : .sigmoid, x, hidden, time: time) }
        let cells = nameStep(mix(values[1], cell, values[0], values[2]), "c", time: time, "cells at time \(time)")
        let curved = each(.tanh, cells)
        return (nameStep(each(.product, values[3], curved), "h", time: time, "states at time \(time)"), cells)
    }

    /// r, z = σ(·), n = tanh(W x + U (r ⊙ h) + b), hₜ = (1 − z) ⊙ n + z ⊙ hₜ₋₁; with `resetsAfter` n = tanh(W x + b + r ⊙ (U h + c)),
    /// with the update gate of Chung et al. hₜ = (1 − z) ⊙ hₜ₋₁ + z ⊙ n.
    ///
    /// - Parameters:
    ///   - gates: r, z, n.
    ///   - recurrentBiases: c; empty where there are none.
    mutating func gruStep(
        _ gates: [GateNumbers<Number>], recurrentBiases: [Number], resetsAfter: Bool, updateGate: GRU.UpdateGate,
        _ x: [Number], _ last: [Number], time: Int
    ) -> [Number] {
        let resets = value(gates[0], .sigmoid, x, last, time: time)
        let updates = value(gates[1], .sigmoid, x, last, time: time)
        let candidate = gates[2]
        let sums: [Number]
        if resetsAfter {
            let products = candidate.recurrent.enumerated().map { unit, row in
                weightedSum(row, last, plus: recurrentBiases.isEmpty ? [] : [recurrentBiases[unit]])
            }
            let named = nameStep(products, "v", time: time, "products with the old state at time \(time)")
            let own = candidate.input.indices.map { weightedSum(candidate.input[$0], x, plus: candidate.bias($0)) }
            let parts = each(.product, resets, named)
            sums = each(.sum, own, parts)
        } else {
            let kept = each(.product, resets, last)
            let named = nameStep(kept, "k", time: time, "what the reset leaves of the old state at time \(time)")
            sums = self.sums(candidate, x, named)
        }
        let candidates = activated(sums, candidate, .tanh, time: time)
        let one = constant(1)
        let shares = updates.map { result(.difference, [one, $0]) }
        let mixed =
            updateGate == .cho ? mix(shares, candidates, updates, last) : mix(shares, last, updates, candidates)
        return nameStep(mixed, "h", time: time, "states at time \(time)")
    }
}

extension SimpleRNN: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let rows = unrolling.addWeights(weights)
        let recurrent = unrolling.addMatrix(
            "u", recurrentWeights, "recurrent weights of the \(unrolling.place(unrolling.level))")
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let numbers = GateNumbers(input: rows, recurrent: recurrent, biases: biases)
        return unrolling.walk(inputs, rows, units: units, returnsSequences, truncation, starts: ["h"], given: given) {
            unrolling, time, x, before in
            [unrolling.recurrentStep(numbers, x, before[0], time: time) { $0.applied(activation, to: $1) }]
        }
    }
}

extension LSTM: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let gates = unrolling.addGates(["i", "f", "g", "o"], weights, recurrentWeights, biases)
        return unrolling.walk(
            inputs, gates[0].input, units: units, returnsSequences, truncation, starts: ["h", "c"], given: given
        ) {
            unrolling, time, x, before in
            let state = unrolling.lstmStep(gates, x, hidden: before[0], cell: before[1], time: time)
            return [state.hidden, state.cell]
        }
    }
}

extension GRU: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let gates = unrolling.addGates(["r", "z", "n"], weights, recurrentWeights, biases)
        let title = "recurrent biases of the \(unrolling.place(unrolling.level))"
        let own = recurrentBiases.isEmpty ? [] : unrolling.addGateBiases("c", recurrentBiases, gates: [""], title)
        return unrolling.walk(inputs, gates[0].input, units: units, returnsSequences, truncation, starts: ["h"], given: given) {
            unrolling, time, x, before in
            [
                unrolling.gruStep(
                    gates, recurrentBiases: own, resetsAfter: resetsAfter, updateGate: updateGate, x, before[0], time: time)
            ]
        }
    }
}

extension Unrolling {
    /// The parameters of a layer with gates, whose rows stand gate after gate.
    fileprivate mutating func addGates(
        _ letters: [String], _ weights: [[Double]], _ recurrent: [[Double]], _ biases: [Double]
    ) -> [GateNumbers<Int>] {
        let place = place(level)
        let input = addMatrix("w", weights, gates: letters, "weights into the \(place)")
        let recurrent = addMatrix("u", recurrent, gates: letters, "recurrent weights of the \(place)")
        let biases = biases.isEmpty ? [] : addGateBiases("b", biases, gates: letters, "biases of the \(place)")
        let units = input.count / letters.count
        return letters.enumerated().map { index, letter in
            let own = index * units..<(index + 1) * units
            return GateNumbers(
                letter: letter, input: Array(input[own]), recurrent: Array(recurrent[own]),
                biases: biases.isEmpty ? [] : Array(biases[own]))
        }
    }

    private static let firstStateTitle = "the state before the first step"

    /// Walks through a sequence: `step` makes the states after a time from its inputs and the states before.
    ///
    /// The first of the states is what the layer gives out. `given` are the states to start from, none for zeros. A cut hands on values without their history.
    fileprivate mutating func walk(
        _ inputs: [Int], _ rows: [[Int]], units: Int, _ returnsSequences: Bool, _ truncation: Int?, starts: [String],
        given: (states: [[Double]], isTrained: Bool),
        step: (inout Unrolling, _ time: Int, _ x: [Int], _ before: [[Int]]) -> [[Int]]
    ) -> [Int] {
        let width = max(1, rows.first?.count ?? 1)
        let steps = inputs.count / width
        var states = starts.enumerated().map { place, letter in
            let values = given.states.indices.contains(place) ? given.states[place] : Array(repeating: 0, count: units)
            if given.isTrained { return addFirstState(letter, values, Self.firstStateTitle) }
            return nameStep(values.map { constant($0) }, letter, time: 0, Self.firstStateTitle)
        }
        if !given.states.isEmpty { firstStates[layer] = states }
        var results: [Int] = []
        for time in 1...max(1, steps) where time <= steps {
            if let truncation, truncation > 0, time > 1, (steps - time + 1).isMultiple(of: truncation) {
                // Given numbers, through which no gradient passes.
                states = states.map { $0.map { constant(graph.values[$0]) } }
            }
            states = step(&self, time, Array(inputs[(time - 1) * width..<time * width]), states)
            results = returnsSequences ? results + states[0] : states[0]
        }
        return results
    }
}
