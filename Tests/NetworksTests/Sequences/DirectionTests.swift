import NetworkCases
import Networks
import Testing

/// Recurrent layers in both directions and one step of them on its own, against PyTorch; `Tests/References/recurrence.py` made the
/// numbers.
struct DirectionTests {
    typealias Case = RecurrenceReferenceTests.Case
    static let both = RecurrenceReferenceTests.all.filter { $0.name == "both" }
    static let steps = RecurrenceReferenceTests.all.filter { $0.name == "step" }

    /// One direction of a case, whose parameters begin at `start`.
    private static func parameters(_ given: Case, from start: Int) -> (w: [[Double]], u: [[Double]], b: [Double], c: [Double]?)
    {
        let p = Array(given.parameters[start...])
        return (
            SequenceReferenceTests.rows(p[0], given.features), SequenceReferenceTests.rows(p[1], given.units), p[2],
            given.kind == "gru" ? p[3] : nil
        )
    }

    static func bidirectional(_ given: Case) -> Bidirectional {
        let half = given.parameters.count / 2
        let (there, back) = (parameters(given, from: 0), parameters(given, from: half))
        func rnn(_ p: (w: [[Double]], u: [[Double]], b: [Double], c: [Double]?)) -> SimpleRNN {
            SimpleRNN(given.units, weights: p.w, recurrent: p.u, biases: p.b, returnsSequences: given.full)
        }
        func lstm(_ p: (w: [[Double]], u: [[Double]], b: [Double], c: [Double]?)) -> LSTM {
            LSTM(given.units, weights: p.w, recurrent: p.u, biases: p.b, returnsSequences: given.full)
        }
        func gru(_ p: (w: [[Double]], u: [[Double]], b: [Double], c: [Double]?)) -> GRU {
            GRU(given.units, weights: p.w, recurrent: p.u, biases: p.b, recurrentBiases: p.c, returnsSequences: given.full)
        }
        return switch given.kind {
        case "lstm": Bidirectional(forward: lstm(there), backward: lstm(back))
        case "gru": Bidirectional(forward: gru(there), backward: gru(back))
        default: Bidirectional(forward: rnn(there), backward: rnn(back))
        }
    }

    static func cell(_ given: Case) -> RecurrentCell {
        let p = parameters(given, from: 0)
        return switch given.kind {
        case "lstm": RecurrentCell(LSTM(given.units, weights: p.w, recurrent: p.u, biases: p.b))
        case "gru":
            RecurrentCell(GRU(given.units, weights: p.w, recurrent: p.u, biases: p.b, recurrentBiases: p.c))
        default: RecurrentCell(SimpleRNN(given.units, weights: p.w, recurrent: p.u, biases: p.b))
        }
    }

    private static func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
        #expect(ours.count == theirs.count, "\(what)")
        for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-13 * max(1, abs(b)), "\(what)") }
    }

    @Test func `there are reference values of every layer in both directions, whole and last states, and of every step`() {
        for full in [false, true] {
            #expect(Set(Self.both.filter { $0.full == full }.map(\.kind)) == ["rnn", "lstm", "gru"])
        }
        #expect(Set(Self.steps.map(\.kind)) == ["rnn", "lstm", "gru"])
    }

    @Test(arguments: both.indices)
    func `both directions give PyTorch's outputs and slopes`(index: Int) throws {
        let given = Self.both[index]
        let network = try Network(inputs: [given.steps, given.features], layers: [Self.bidirectional(given)])
        let pass = try network.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
        Self.near(pass.output, given.output, "output \(index)")
        Self.near([pass.loss], [given.loss], "loss \(index)")
        Self.near(pass.inputGradient, given.inputGradient, "input \(index)")
        #expect(pass.gradients[0].count == given.gradients.count)
        for (ours, theirs) in zip(pass.gradients[0], given.gradients) { Self.near(ours, theirs, "parameters \(index)") }
    }

    @Test(arguments: steps.indices)
    func `one step gives PyTorch's states and slopes, those by the states it came from too`(index: Int) throws {
        let given = Self.steps[index]
        let cell = Self.cell(given)
        let network = try Network(inputs: Shape(given.features + given.states.joined().count), layers: [cell])
        let pass = try network.backpropagation(
            of: given.input + given.states.flatMap(\.self), toward: given.target, minimizing: .halfSquaredError)
        Self.near(pass.output, given.output, "output \(index)")
        Self.near([pass.loss], [given.loss], "loss \(index)")
        let slopes = cell.parts(of: pass.inputGradient)
        Self.near(slopes.input, given.inputGradient, "input \(index)")
        Self.near(slopes.state.hidden, given.stateGradients[0], "h \(index)")
        Self.near(slopes.state.cells, given.stateGradients.count > 1 ? given.stateGradients[1] : [], "c \(index)")
        #expect(pass.gradients[0].count == given.gradients.count)
        for (ours, theirs) in zip(pass.gradients[0], given.gradients) { Self.near(ours, theirs, "parameters \(index)") }
        let state = RecurrentState(hidden: given.states[0], cells: given.states.count > 1 ? given.states[1] : [])
        let next = cell.step(given.input, from: state)
        #expect(next.hidden + next.cells == pass.output)
    }

    @Test func `steps one after the other are the layer's walk through the sequence`() throws {
        let network = try Network(inputs: [3, 2], seed: 4, layers: [LSTM(2, returnsSequences: true)])
        let (layer, input) = (network.layer(LSTM.self), [0.5, -1, 2, 0.25, -0.75, 1])
        let cell = RecurrentCell(layer)
        var state = RecurrentState(hidden: [0, 0], cells: [0, 0])
        for (time, walked) in layer.states(for: input).enumerated() {
            state = cell.step(Array(input[2 * time..<2 * time + 2]), from: state)
            #expect(state.hidden == walked.hidden && state.cells == walked.cell)
        }
    }

    @Test func `a sum of both directions is what the halves side by side add up to`() throws {
        for full in [false, true] {
            let layer = GRU(2, returnsSequences: full)
            let networks = try Bidirectional.Merge.allCases.map {
                try Network(inputs: [3, 1], seed: 6, layers: [Bidirectional(layer, merging: $0)])
            }
            let (halves, sums) = (networks[0].prediction(for: [1, -2, 0.5]), networks[1].prediction(for: [1, -2, 0.5]))
            var added: [Double] = []
            for start in stride(from: 0, to: halves.count, by: 4) {
                added += [halves[start] + halves[start + 2], halves[start + 1] + halves[start + 3]]
            }
            #expect(sums == added)
        }
    }

    @Test func `the backward direction of a sequence is the forward one of the sequence turned round`() throws {
        let layer = SimpleRNN(1, weights: [[0.7]], recurrent: [[-0.4]], biases: [0.1], returnsSequences: true)
        let network = try Network(inputs: [4, 1], layers: [Bidirectional(layer)])
        let input = [1, -2, 0.5, 3]
        let alone = try Network(inputs: [4, 1], layers: [layer])
        let output = network.prediction(for: input)
        #expect(stride(from: 0, to: 8, by: 2).map { output[$0] } == alone.prediction(for: input))
        #expect(stride(from: 1, to: 8, by: 2).map { output[$0] } == alone.prediction(for: input.reversed()).reversed())
    }

    @Test func `slopes by first states inside blocks are central differences`() throws {
        func network(_ h: [Double]) throws -> Network {
            try Network(
                inputs: [3, 2], seed: 9,
                layers: [
                    Residual {
                        GRU(2, returnsSequences: true).starting(hidden: [h[0], h[1]])
                        Dense(2)
                        Bidirectional(
                            forward: SimpleRNN(1, returnsSequences: true),
                            backward: SimpleRNN(1, returnsSequences: true).starting(hidden: [h[2]]))
                    } shortcut: {
                        LSTM(2, returnsSequences: true).starting(hidden: [h[3], 0.2], cells: [h[4], -0.1])
                    }
                ])
        }
        let (input, target, h) = ([0.5, -1, 2, 0.25, -0.75, 1], [1, 0, -1, 0.5, 0.2, 0.1], [0.3, -0.8, 0.5, 0.1, 0.9])
        func loss(_ h: [Double]) throws -> Double {
            try network(h).backpropagation(of: input, toward: target, minimizing: .halfSquaredError).loss
        }
        let pass = try network(h).backpropagation(of: input, toward: target, minimizing: .halfSquaredError)
        let found = (1...3).map { pass.firstStateGradients(of: 1, within: $0) }
        let slopes = found[0].hidden + found[1].hidden + [found[2].hidden[0], found[2].cells[0]]
        for (k, slope) in slopes.enumerated() {
            var (up, down) = (h, h)
            up[k] += 1e-5
            down[k] -= 1e-5
            #expect(abs((try loss(up) - loss(down)) / 2e-5 - slope) < 1e-9, "\(k)")
        }
    }

    @Test func `the slopes of one step are central differences with every loss, by weights and by what comes in`() throws {
        var random = SplitMix64(seed: 12)
        let cells: [(inputs: Int, cell: RecurrentCell)] = [
            (2, RecurrentCell(SimpleRNN(1, activation: SiLU()))), (4, RecurrentCell(SimpleRNN(3, usesBias: false))),
            (6, RecurrentCell(LSTM(2))), (3, RecurrentCell(LSTM(1, usesBias: false))), (5, RecurrentCell(GRU(2))),
            (3, RecurrentCell(GRU(1, resetsAfter: false, updateGate: .chung))),
        ]
        for given in LossCase.all {
            for (inputs, cell) in cells {
                let network = try Network(inputs: Shape(inputs), seed: 5, layers: [cell, Dense(2), given.output])
                let input = (0..<inputs).map { _ in 2 * random.uniform() - 1 }
                let target = given.target(network.outputs)
                let pass = try network.backpropagation(of: input, toward: target, minimizing: given.loss)
                let numeric = network.centralDifferences(of: input, toward: target, minimizing: given.loss, step: 1e-5)
                for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
                    #expect(!LossCase.differ(a, n), "\(given), \(inputs)")
                }
                for k in input.indices {
                    var (up, down) = (input, input)
                    up[k] += 1e-5
                    down[k] -= 1e-5
                    let n =
                        (given.loss.value(network.prediction(for: up), target)
                            - given.loss.value(network.prediction(for: down), target)) / (up[k] - down[k])
                    #expect(!LossCase.differ(pass.inputGradient[k], n), "\(given), \(inputs), input")
                }
            }
        }
    }

    @Test func `a training step of such layers is the step along their gradients`() throws {
        let layers: [(Shape, any Layer)] = [
            ([3, 2], Bidirectional(GRU(2))), ([2, 3], Bidirectional(LSTM(1).starting(hidden: [1], cells: [2], trained: true))),
            (5, RecurrentCell(LSTM(2))), (3, RecurrentCell(SimpleRNN(1))),
        ]
        for (inputs, layer) in layers {
            let network = try Network(inputs: inputs, seed: 3, layers: [layer, Dense(1)])
            let input = (0..<network.inputs).map { 0.3 * Double($0) - 0.5 }
            let pass = try network.backpropagation(of: input, toward: [1], minimizing: .halfSquaredError)
            let optimizer = Optimizer.adam(rate: 0.05)
            let trained = try network.training(
                on: Dataset([.init(input: input, target: [1])]), minimizing: .halfSquaredError, by: optimizer,
                plan: TrainingPlan(epochs: 1)
            ).network
            let next = network.updated(along: pass.gradients, by: optimizer)
            #expect(trained.layers.map { $0.parameters } == next.layers.map { $0.parameters })
            #expect(trained.layers[0].parameters != network.layers[0].parameters)
        }
    }

    @Test func `what doesn't fit together is refused with what to write`() {
        let mixed = Bidirectional(forward: LSTM(1, returnsSequences: true), backward: LSTM(1))
        let unequal = Bidirectional(forward: GRU(1), backward: GRU(2), merging: .sum)
        let short = RecurrentCell(LSTM(2))
        let started = RecurrentCell(SimpleRNN(1).starting(hidden: [0]))
        let refused: [(Shape, any Layer, String)] = [
            ([2, 1], mixed, "both or neither"), ([2, 1], unequal, "as many units"), (4, short, "features + 4 numbers"),
            ([2, 3], short, "in one vector"), (3, started, "leave out starting"), (2, Bidirectional(GRU(1)), "forward"),
        ]
        for (inputs, layer, words) in refused {
            let error = #expect(throws: ShapeError.self) { try Network(inputs: inputs, layers: [layer]) }
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        }
    }
}
