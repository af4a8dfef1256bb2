import Networks

extension SimpleRNN: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let rows = unrolling.addWeights(weights)
        let recurrent = unrolling.addMatrix(
            "u", recurrentWeights, "recurrent weights of the \(unrolling.place(unrolling.level))")
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let activation = activation
        return unrolling.walk(inputs, rows, units: units, returnsSequences, truncation, starts: ["h"]) {
            unrolling, time, x, before in
            let sums = rows.indices.map { unit in
                unrolling.weightedSum(
                    rows[unit] + recurrent[unit], x + before[0], plus: biases.isEmpty ? [] : [biases[unit]])
            }
            unrolling.nameStep(sums, "net", time: time, "weighted sums at time \(time)")
            let states = unrolling.applied(activation, to: sums)
            unrolling.nameStep(states, "h", time: time, "states at time \(time)")
            return [states]
        }
    }
}

extension LSTM: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let letters = ["i", "f", "g", "o"]
        let gates = GateNodes(letters, weights, recurrentWeights, biases, in: &unrolling)
        return unrolling.walk(inputs, gates.rows, units: units, returnsSequences, truncation, starts: ["h", "c"]) {
            unrolling, time, x, before in
            let values = letters.indices.map { index in
                gates.value(index, index == 2 ? .tanh : .sigmoid, x, before[0], time: time, in: &unrolling)
            }
            let cells = unrolling.mix(values[1], before[1], values[0], values[2])
            unrolling.nameStep(cells, "c", time: time, "cells at time \(time)")
            let curved = cells.map { unrolling.graph.add(.function(.tanh), [$0]) }
            let states = zip(values[3], curved).map { unrolling.graph.add(.product, [$0, $1]) }
            unrolling.nameStep(states, "h", time: time, "states at time \(time)")
            return [states, cells]
        }
    }
}

extension GRU: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let letters = ["r", "z", "n"]
        let gates = GateNodes(letters, weights, recurrentWeights, biases, in: &unrolling)
        let place = unrolling.place(unrolling.level)
        let extra =
            recurrentBiases.isEmpty
            ? [] : unrolling.addGateBiases("c", recurrentBiases, gates: [""], "recurrent biases of the \(place)")
        let (units, resetsAfter) = (units, resetsAfter)
        return unrolling.walk(inputs, gates.rows, units: units, returnsSequences, truncation, starts: ["h"]) {
            unrolling, time, x, before in
            let last = before[0]
            let resets = gates.value(0, .sigmoid, x, last, time: time, in: &unrolling)
            let updates = gates.value(1, .sigmoid, x, last, time: time, in: &unrolling)
            let sums: [Int]
            if resetsAfter {
                let products = (0..<units).map { unit in
                    unrolling.weightedSum(gates.recurrent[2 * units + unit], last, plus: extra.isEmpty ? [] : [extra[unit]])
                }
                unrolling.nameStep(products, "v", time: time, "products with the old state at time \(time)")
                let own = (0..<units).map { unit in
                    unrolling.weightedSum(gates.rows[2 * units + unit], x, plus: gates.bias(2 * units + unit))
                }
                let parts = zip(resets, products).map { unrolling.graph.add(.product, [$0, $1]) }
                sums = zip(own, parts).map { unrolling.graph.add(.sum, [$0, $1]) }
            } else {
                let kept = zip(resets, last).map { unrolling.graph.add(.product, [$0, $1]) }
                unrolling.nameStep(kept, "k", time: time, "what the reset leaves of the old state at time \(time)")
                sums = (0..<units).map { gates.sum(2 * units + $0, x, kept, in: &unrolling) }
            }
            let candidates = gates.activated(sums, 2, .tanh, time: time, in: &unrolling)
            let one = unrolling.graph.add(1, .constant)
            let shares = updates.map { unrolling.graph.add(.difference, [one, $0]) }
            let states = unrolling.mix(shares, candidates, updates, last)
            unrolling.nameStep(states, "h", time: time, "states at time \(time)")
            return [states]
        }
    }
}

/// The parameters of a layer with gates, as nodes.
private struct GateNodes {
    let letters: [String]
    let rows: [[Int]]
    let recurrent: [[Int]]
    let biases: [Int]

    init(
        _ letters: [String], _ weights: [[Double]], _ recurrent: [[Double]], _ biases: [Double], in unrolling: inout Unrolling
    ) {
        let place = unrolling.place(unrolling.level)
        self.letters = letters
        rows = unrolling.addMatrix("w", weights, gates: letters, "weights into the \(place)")
        self.recurrent = unrolling.addMatrix("u", recurrent, gates: letters, "recurrent weights of the \(place)")
        self.biases = biases.isEmpty ? [] : unrolling.addGateBiases("b", biases, gates: letters, "biases of the \(place)")
    }

    func bias(_ row: Int) -> [Int] { biases.isEmpty ? [] : [biases[row]] }

    /// W x + U h + b of one row.
    func sum(_ row: Int, _ x: [Int], _ last: [Int], in unrolling: inout Unrolling) -> Int {
        unrolling.weightedSum(rows[row] + recurrent[row], x + last, plus: bias(row))
    }

    /// All units of one gate at one time.
    func value(
        _ gate: Int, _ function: ScalarFunction, _ x: [Int], _ last: [Int], time: Int, in unrolling: inout Unrolling
    ) -> [Int] {
        let units = rows.count / letters.count
        let sums = (0..<units).map { sum(gate * units + $0, x, last, in: &unrolling) }
        return activated(sums, gate, function, time: time, in: &unrolling)
    }

    /// Names a gate's sums, applies its function and names the results.
    func activated(
        _ sums: [Int], _ gate: Int, _ function: ScalarFunction, time: Int, in unrolling: inout Unrolling
    ) -> [Int] {
        let words = ["i": "input gate", "f": "forget gate", "o": "output gate", "r": "reset gate", "z": "update gate"]
        let word = words[letters[gate]] ?? "candidate"
        unrolling.nameStep(sums, "net", gate: letters[gate], time: time, "weighted sums of the \(word) at time \(time)")
        let results = sums.map { unrolling.graph.add(.function(function), [$0]) }
        unrolling.nameStep(results, letters[gate], time: time, "\(word) at time \(time)")
        return results
    }
}

extension Unrolling {
    /// Walks through a sequence: `step` makes the states after a time from its inputs and the states before.
    ///
    /// The first of the states is what the layer gives out. A cut hands on values without their history.
    fileprivate mutating func walk(
        _ inputs: [Int], _ rows: [[Int]], units: Int, _ returnsSequences: Bool, _ truncation: Int?, starts: [String],
        step: (inout Unrolling, _ time: Int, _ x: [Int], _ before: [[Int]]) -> [[Int]]
    ) -> [Int] {
        let width = max(1, rows.first?.count ?? 1)
        let steps = inputs.count / width
        var states = starts.map { addStart($0, units) }
        var results: [Int] = []
        for time in 1...max(1, steps) where time <= steps {
            if let truncation, truncation > 0, time > 1, (steps - time + 1).isMultiple(of: truncation) {
                states = states.map { detached($0) }
            }
            states = step(&self, time, Array(inputs[(time - 1) * width..<time * width]), states)
            results = returnsSequences ? results + states[0] : states[0]
        }
        return results
    }
}
