import Networks

/// A recurrent layer taken apart: its parameters, and what one step makes of them.
protocol UnrolledRecurrence: GraphLayer {
    var units: Int { get }
    var returnsSequences: Bool { get }
    var truncation: Int? { get }
    /// What a step hands on to the next, h first.
    var starts: [String] { get }
    /// The states to start from, none for zeros.
    var given: (states: [[Double]], isTrained: Bool) { get }
    /// Adds the parameters; returns how many features a step has, and the step.
    func addStep(to unrolling: inout Unrolling) -> (features: Int, step: RecurrentStep)
}

/// Makes the states after a time from its inputs and the states before.
typealias RecurrentStep = (_ unrolling: inout Unrolling, _ time: Int, _ x: [Int], _ before: [[Int]]) -> [[Int]]

extension UnrolledRecurrence {
    var starts: [String] { ["h"] }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] { unrolling.walk(self, inputs, backward: false) }
}

extension SimpleRNN: UnrolledRecurrence {
    func addStep(to unrolling: inout Unrolling) -> (features: Int, step: RecurrentStep) {
        let rows = unrolling.addWeights(weights)
        let recurrent = unrolling.addMatrix(
            "u", recurrentWeights, "recurrent weights of the \(unrolling.place(unrolling.level))")
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let numbers = GateNumbers(input: rows, recurrent: recurrent, biases: biases)
        return (
            numbers.features,
            { unrolling, time, x, before in
                [unrolling.recurrentStep(numbers, x, before[0], time: time) { $0.applied(activation, to: $1) }]
            }
        )
    }
}

extension LSTM: UnrolledRecurrence {
    var starts: [String] { ["h", "c"] }

    func addStep(to unrolling: inout Unrolling) -> (features: Int, step: RecurrentStep) {
        let gates = unrolling.addGates(["i", "f", "g", "o"], weights, recurrentWeights, biases)
        return (
            gates[0].features,
            { unrolling, time, x, before in
                let state = unrolling.lstmStep(gates, x, hidden: before[0], cell: before[1], time: time)
                return [state.hidden, state.cell]
            }
        )
    }
}

extension GRU: UnrolledRecurrence {
    func addStep(to unrolling: inout Unrolling) -> (features: Int, step: RecurrentStep) {
        let gates = unrolling.addGates(["r", "z", "n"], weights, recurrentWeights, biases)
        let title = "recurrent biases of the \(unrolling.place(unrolling.level))"
        let own = recurrentBiases.isEmpty ? [] : unrolling.addGateBiases("c", recurrentBiases, gates: [""], title)
        return (
            gates[0].features,
            { unrolling, time, x, before in
                [
                    unrolling.gruStep(
                        gates, recurrentBiases: own, resetsAfter: resetsAfter, updateGate: updateGate, x, before[0], time: time)
                ]
            }
        )
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

    /// Walks through a sequence from its first step on, or backward from its last, where the state to start from has the time
    /// behind it. What comes out stands in the order of time. A cut hands on values without their history.
    mutating func walk(_ layer: some UnrolledRecurrence, _ inputs: [Int], backward: Bool) -> [Int] {
        let (width, step) = layer.addStep(to: &self)
        let steps = inputs.count / width
        var states = firstStates(of: layer, time: backward ? steps + 1 : 0)
        var results: [[Int]] = []
        for walked in 0..<steps {
            if let truncation = layer.truncation, truncation > 0, walked > 0, (steps - walked).isMultiple(of: truncation) {
                // Given numbers, through which no gradient passes.
                states = states.map { $0.map { constant(graph.values[$0]) } }
            }
            let place = backward ? steps - 1 - walked : walked
            states = step(&self, place + 1, Array(inputs[place * width..<(place + 1) * width]), states)
            if layer.returnsSequences { results.append(states[0]) } else { results = [states[0]] }
        }
        return (backward ? results.reversed() : results).flatMap(\.self)
    }

    /// What a layer starts from: parameters, given numbers or zeros.
    private mutating func firstStates(of layer: some UnrolledRecurrence, time: Int) -> [[Int]] {
        let (given, isTrained) = layer.given
        let title = time > 0 ? "the state behind the last step" : "the state before the first step"
        let states = layer.starts.enumerated().map { place, letter in
            let values = given.indices.contains(place) ? given[place] : Array(repeating: 0, count: layer.units)
            if isTrained { return addFirstState(letter, values, time: time, title) }
            let numbers = values.map { constant($0) }
            let symbol = stepSymbol(letter, gate: "", time: time, several: layer.units > 1)
            name(range(numbers), title) { symbol($0) }
            return numbers
        }
        if !given.isEmpty { firstStates[self.layer, default: []] += states }
        return states
    }
}
