import Foundation
import Networks
import Testing

/// Recurrent layers from given first states, and the GRU's other update gate, against PyTorch; `Tests/References/recurrence.py` made
/// the numbers.
struct RecurrenceReferenceTests {
    struct Case: Decodable {
        var name: String
        var kind: String
        var steps: Int
        var features: Int
        var units: Int
        var full: Bool
        var after: Bool?
        var input: [Double]
        var target: [Double]
        var parameters: [[Double]]
        var states: [[Double]]
        var output: [Double]
        var loss: Double
        var inputGradient: [Double]
        var gradients: [[Double]]
        var stateGradients: [[Double]]
    }

    static let all: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/recurrence.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()
    static let cases = all.filter { ["started", "chung"].contains($0.name) }

    /// The layer of a case.
    static func layer(_ given: Case, trained: Bool) -> any Layer {
        let (units, p) = (given.units, given.parameters)
        let (w, u) = (SequenceReferenceTests.rows(p[0], given.features), SequenceReferenceTests.rows(p[1], units))
        switch given.kind {
        case "lstm":
            return LSTM(units, weights: w, recurrent: u, biases: p[2], returnsSequences: given.full)
                .starting(hidden: given.states[0], cells: given.states[1], trained: trained)
        case "gru":
            let layer = GRU(
                units, weights: w, recurrent: u, biases: p[2], recurrentBiases: p.count > 3 ? p[3] : nil,
                resetsAfter: given.after ?? true, updateGate: given.name == "chung" ? .chung : .cho,
                returnsSequences: given.full)
            return given.states.isEmpty ? layer : layer.starting(hidden: given.states[0], trained: trained)
        default:
            return SimpleRNN(units, weights: w, recurrent: u, biases: p[2], returnsSequences: given.full)
                .starting(hidden: given.states[0], trained: trained)
        }
    }

    @Test func `there are reference values for every layer from first states and for both resets of the other update gate`() {
        #expect(Set(Self.cases.filter { $0.name == "started" }.map(\.kind)) == ["rnn", "lstm", "gru"])
        #expect(Set(Self.cases.filter { $0.name == "chung" }.map(\.after)) == [false, true])
        #expect(Set(Self.cases.filter { $0.name == "chung" }.map(\.states.isEmpty)) == [false, true])
    }

    @Test(arguments: cases.indices, [false, true])
    func `outputs and the slopes by parameters and first states are PyTorch's, trained or not`(index: Int, trained: Bool) throws
    {
        let given = Self.cases[index]
        let layer = Self.layer(given, trained: trained)
        let network = try Network(inputs: [given.steps, given.features], layers: [layer])
        let pass = try network.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
        func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
            #expect(ours.count == theirs.count, "\(given.name) \(index): \(what)")
            for (a, b) in zip(ours, theirs) {
                #expect(abs(a - b) <= 1e-13 * max(1, abs(b)), "\(given.name) \(index): \(what)")
            }
        }
        near(pass.output, given.output, "output")
        near([pass.loss], [given.loss], "loss")
        near(pass.inputGradient, given.inputGradient, "gradient of the input")
        let expected = given.gradients + (trained ? given.stateGradients : [])
        #expect(pass.gradients[0].count == expected.count)
        for (number, pair) in zip(pass.gradients[0], expected).enumerated() {
            near(pair.0, pair.1, "gradient of parameter \(number + 1)")
        }
        guard !given.states.isEmpty else { return }
        let found = pass.firstStateGradients(of: 1)
        near(found.hidden, given.stateGradients[0], "gradient of h")
        near(found.cells, given.stateGradients.count > 1 ? given.stateGradients[1] : [], "gradient of c")
    }

    @Test func `the two meanings of the update gate are one layer whose gate has the other sign`() throws {
        let (w, u, b) = ([[0.3], [-0.8], [0.5]], [[0.2], [0.7], [-0.4]], [0.1, -0.3, 0.6])
        let cho = GRU(1, weights: w, recurrent: u, biases: b)
        let chung = GRU(
            1, weights: [[0.3], [0.8], [0.5]], recurrent: [[0.2], [-0.7], [-0.4]], biases: [0.1, 0.3, 0.6], updateGate: .chung)
        let outputs = try [cho, chung].map {
            try Network(inputs: [4, 1], layers: [$0]).prediction(for: [1, -0.5, 0.25, 2])[0]
        }
        #expect(abs(outputs[0] - outputs[1]) < 1e-15)
    }

    @Test func `a layer from zeros that were given is the layer without`() throws {
        let input = [0.4, -0.9, 0.1, 1.2]
        let pairs: [(any Layer, any Layer)] = [
            (SimpleRNN(2), SimpleRNN(2).starting(hidden: [0, 0])), (GRU(2), GRU(2).starting(hidden: [0, 0])),
            (LSTM(2), LSTM(2).starting(hidden: [0, 0], cells: [0, 0])),
        ]
        for (plain, started) in pairs {
            let passes = try [plain, started].map {
                try Network(inputs: [2, 2], seed: 5, layers: [$0]).backpropagation(
                    of: input, toward: [1, -1], minimizing: .halfSquaredError)
            }
            #expect(passes[0].output == passes[1].output && passes[0].gradients == passes[1].gradients)
        }
    }

    @Test func `a first state of another length than the units is refused`() {
        let layers: [any Layer] = [
            SimpleRNN(2).starting(hidden: [1]), GRU(2).starting(hidden: []),
            LSTM(2).starting(hidden: [1, 2], cells: [1, 2, 3]),
        ]
        for layer in layers {
            #expect(throws: ShapeError.self) { try Network(inputs: [2, 1], layers: [layer]) }
        }
    }

    @Test func `training moves a first state only where it is to be trained`() throws {
        for trained in [false, true] {
            let layer = LSTM(1).starting(hidden: [0.3], cells: [-0.4], trained: trained)
            let network = try Network(inputs: [2, 1], seed: 3, layers: [layer])
            let pass = try network.backpropagation(of: [0.5, -0.2], toward: [0.7], minimizing: .halfSquaredError)
            let next = network.updated(along: pass.gradients, by: .gradientDescent(rate: 0.5))
            let counts = next.layers[0].parameters.map(\.values.count)
            #expect(counts == (trained ? [4, 4, 4, 1, 1] : [4, 4, 4]))
            let again = try next.backpropagation(of: [0.5, -0.2], toward: [0.7], minimizing: .halfSquaredError)
            #expect(again.loss < pass.loss)
            guard trained else { continue }
            let slopes = pass.firstStateGradients(of: 1)
            #expect(next.layers[0].parameters[3].values == [0.3 - 0.5 * slopes.hidden[0]])
            #expect(next.layers[0].parameters[4].values == [-0.4 - 0.5 * slopes.cells[0]])
        }
    }
}
