import Foundation
import Networks
import Testing

/// Recurrent layers and attention against PyTorch; `Tests/References/sequences.py` made the numbers.
struct SequenceReferenceTests {
    struct Case: Decodable {
        var name: String
        var steps: Int
        var features: Int
        var units: Int?
        var full: Bool?
        var truncation: Int?
        var heads: Int?
        var causal: Bool?
        var columns: [Int]?
        var input: [Double]
        var target: [Double]
        var parameters: [[Double]]
        var output: [Double]
        var loss: Double
        var inputGradient: [Double]
        var gradients: [[Double]]
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/sequences.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    static func rows(_ numbers: [Double], _ width: Int) -> [[Double]] {
        stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<$0 + width]) }
    }

    static func layer(_ given: Case) throws -> any Layer {
        let full = given.full ?? false
        if let heads = given.heads, let columns = given.columns {
            let matrices = zip(given.parameters, columns).map { rows($0, $1) }
            return SelfAttention(
                heads: heads, queries: matrices[0], keys: matrices[1], values: matrices[2],
                output: matrices.count > 3 ? matrices[3] : nil, isCausal: given.causal ?? false)
        }
        let units = try #require(given.units)
        let (w, u, b) = (rows(given.parameters[0], given.features), rows(given.parameters[1], units), given.parameters[2])
        switch given.name {
        case "lstm": return LSTM(units, weights: w, recurrent: u, biases: b, returnsSequences: full)
        case "gru-after":
            return GRU(
                units, weights: w, recurrent: u, biases: b, recurrentBiases: given.parameters[3], returnsSequences: full)
        case "gru-before":
            return GRU(units, weights: w, recurrent: u, biases: b, resetsAfter: false, returnsSequences: full)
        default:
            let activation: any Activation = given.name == "rnn-relu" ? ReLU() : Tanh()
            return SimpleRNN(
                units, activation: activation, weights: w, recurrent: u, biases: b, returnsSequences: full,
                truncation: given.truncation)
        }
    }

    @Test func `there are reference values for every layer`() {
        let names = Set(Self.cases.map(\.name))
        #expect(names == ["rnn-tanh", "rnn-relu", "rnn-truncated", "lstm", "gru-after", "gru-before", "attention"])
    }

    @Test(arguments: cases.indices)
    func `outputs and all gradients are PyTorch's`(index: Int) throws {
        let given = Self.cases[index]
        let network = try Network(inputs: [given.steps, given.features], layers: [try Self.layer(given)])
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
        #expect(pass.gradients[0].count == given.gradients.count)
        for (number, pair) in zip(pass.gradients[0], given.gradients).enumerated() {
            near(pair.0, pair.1, "gradient of parameter \(number + 1)")
        }
    }
}
