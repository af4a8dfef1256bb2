import Foundation
import Networks
import Testing

/// Attention with masks, biases and another sequence's keys and values, and Transformer encoder blocks, against PyTorch;
/// `Tests/References/attention.py` made the numbers.
struct AttentionReferenceTests {
    struct Case: Decodable {
        var name: String
        var features: Int
        var asking: Int?
        var heads: Int
        var bias: Bool?
        var mask: [[Int]]?
        var hidden: Int?
        var first: Bool?
        var activation: String?
        var input: [Double]
        var target: [Double]
        var parameters: [[Double]]
        var output: [Double]
        var loss: Double
        var inputGradient: [Double]
        var gradients: [[Double]]
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/attention.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    static func layers(_ given: Case) throws -> [any Layer] {
        if let hidden = given.hidden {
            let activation: any Activation = given.activation == "gelu" ? GELU() : ReLU()
            return TransformerEncoder(
                features: given.features, heads: given.heads, hidden: hidden,
                normalizes: given.first == true ? .before : .after, activation: activation, usesBias: true
            ).layers.layers
        }
        let (asking, bias) = (try #require(given.asking), given.bias ?? false)
        let mask = given.mask.map { $0.map { $0.map { $0 == 1 } } }
        guard given.name != "itself" else { return [SelfAttention(heads: given.heads, mask: mask, usesBias: bias)] }
        return [
            CrossAttention(
                asking: asking, valuesApart: given.name == "apart", heads: given.heads, mask: mask, usesBias: bias)
        ]
    }

    @Test func `there are reference values for every form of attention and both places of the normalisation`() {
        #expect(Set(Self.cases.map(\.name)) == ["itself", "others", "apart", "encoder"])
        #expect(Set(Self.cases.compactMap(\.first)) == [true, false])
    }

    @Test(arguments: cases.indices)
    func `outputs and all gradients are PyTorch's`(index: Int) throws {
        let given = Self.cases[index]
        let drawn = try Network(
            inputs: [given.input.count / given.features, given.features], layers: try Self.layers(given))
        var rest = given.parameters[...]
        let network = drawn.replacing(
            parameters: drawn.layers.map { layer in
                defer { rest = rest.dropFirst(layer.parameters.count) }
                return Array(rest.prefix(layer.parameters.count))
            })
        let pass = try network.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
        func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
            #expect(ours.count == theirs.count, "\(given.name) \(index): \(what)")
            for (a, b) in zip(ours, theirs) {
                #expect(abs(a - b) <= 1e-11 * max(1, abs(b)), "\(given.name) \(index): \(what)")
            }
        }
        near(pass.output, given.output, "output")
        near([pass.loss], [given.loss], "loss")
        near(pass.inputGradient, given.inputGradient, "gradient of the input")
        let gradients = pass.gradients.flatMap { $0 }
        #expect(gradients.count == given.gradients.count)
        for (number, (ours, theirs)) in zip(gradients, given.gradients).enumerated() {
            near(ours, theirs, "gradient of parameter \(number + 1)")
        }
    }

    @Test func `scores that aren't scaled are √d_k times those that are, and stand where a mask hides them too`() {
        let net = Network(inputs: [3, 4], seed: 3) { SelfAttention(heads: 2, isCausal: true) }
        for head in net.layer(SelfAttention.self).attention(for: (0..<12).map { sin(Double($0)) }) {
            for (i, (unscaled, scores)) in zip(head.unscaledScores, head.scores).enumerated() {
                for j in 0...i { #expect(abs(unscaled[j] - scores[j] * 2.squareRoot()) < 1e-15) }
                #expect(unscaled.allSatisfy(\.isFinite) && scores[(i + 1)...].allSatisfy { $0 == -.infinity })
            }
        }
    }

    @Test func `who sees everything through a mask computes what he computes without one`() {
        let all = [[Bool]](repeating: [true, true, true], count: 3)
        let input = (0..<6).map { cos(Double($0)) }
        let plain = Network(inputs: [3, 2], seed: 4) { SelfAttention() }
        let masked = Network(inputs: [3, 2], seed: 4) { SelfAttention(mask: all) }
        #expect(plain.prediction(for: input) == masked.prediction(for: input))
        let causal = Network(inputs: [3, 2], seed: 4) { SelfAttention(isCausal: true) }
        let lower = Network(inputs: [3, 2], seed: 4) {
            SelfAttention(mask: [[true, false, false], [true, true, false], [true, true, true]])
        }
        for (a, b) in zip(causal.prediction(for: input), lower.prediction(for: input)) { #expect(abs(a - b) < 1e-15) }
    }
}
