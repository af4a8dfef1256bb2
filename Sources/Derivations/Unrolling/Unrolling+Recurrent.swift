import Networks

/// What a gate multiplies, or a recurrent layer without gates: one row for each unit, and one bias where it has any.
struct GateNumbers<Number> {
    /// Empty for a layer without gates.
    var letter = ""
    var input: [[Number]]
    var recurrent: [[Number]]
    var biases: [Number]

    func bias(_ unit: Int) -> [Number] { biases.isEmpty ? [] : [biases[unit]] }

    /// Numbers that come in at each step.
    var features: Int { max(1, input.first?.count ?? 1) }

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
