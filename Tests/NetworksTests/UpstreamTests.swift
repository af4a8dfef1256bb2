import Foundation
import NetworkCases
import Networks
import Testing

/// A way back that begins with given gradients: against PyTorch (`Tests/References/upstream.py` made the numbers), against
/// differences, and against a loss that has these very slopes.
struct UpstreamTests {
    struct Dense: Decodable {
        var input: [Double]
        var parameters: [[Double]]
        var output: [Double]
        var upstream: [Double]
        var inputGradient: [Double]
        var gradients: [[Double]]
    }

    struct Batch: Decodable {
        var inputs: [[Double]]
        var parameters: [[Double]]
        var outputs: [[Double]]
        var upstream: [[Double]]
        var inputGradients: [[Double]]
        var gradients: [[Double]]
    }

    struct References: Decodable {
        var dense: Dense
        var batch: Batch
    }

    static func references() throws -> References {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/upstream.json")
        return try JSONDecoder().decode(References.self, from: Data(contentsOf: path))
    }

    func near(_ a: [Double], _ b: [Double], _ what: String, within tolerance: Double = 1e-13) {
        #expect(a.count == b.count, "\(what)")
        for (a, b) in zip(a, b) { #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(what)") }
    }

    @Test func `gradients that begin with given ones are PyTorch's`() throws {
        let given = try Self.references().dense
        let network = try Network(inputs: 3, layers: [Networks.Dense(4), Tanh(), Networks.Dense(3), Softmax()])
            .replacing(parameters: [Array(given.parameters[..<2]), [], Array(given.parameters[2...]), []])
        let pass = try network.backpropagation(of: given.input, from: given.upstream)
        near(pass.output, given.output, "output")
        near(pass.inputGradient, given.inputGradient, "gradient of the input")
        for (ours, theirs) in zip(pass.gradients.flatMap(\.self), given.gradients) { near(ours, theirs, "gradient") }
        #expect(pass.upstream == given.upstream)
    }

    @Test func `a batch normalised in training begins with given gradients as PyTorch does`() throws {
        let given = try Self.references().batch
        let network = try Network(
            inputs: 3, layers: [BatchNorm(epsilon: 1e-5, scale: given.parameters[0], shift: given.parameters[1])])
        let pass = try network.backpropagation(of: given.inputs, from: given.upstream)
        for (ours, theirs) in zip(pass.outputs, given.outputs) { near(ours, theirs, "output", within: 1e-12) }
        for (ours, theirs) in zip(pass.inputGradients, given.inputGradients) { near(ours, theirs, "input", within: 1e-12) }
        for (ours, theirs) in zip(pass.gradients[0], given.gradients) { near(ours, theirs, "parameter", within: 1e-12) }
    }

    @Test(arguments: LayerCase.all)
    func `given the slopes of a loss, all gradients are those of the loss, and those of differences`(
        layer: LayerCase
    ) throws {
        let network = try layer.network(endingWith: Tanh(), outputs: 2, seed: 11)
        var random = SplitMix64(seed: 5)
        let input = layer.input(&random)
        let whole = try network.backpropagation(of: input, toward: [0.3, -0.6], minimizing: .halfSquaredError)
        let upstream = zip(whole.output, [0.3, -0.6]).map { $0 - $1 }
        let pass = try network.backpropagation(of: input, from: upstream)
        near(pass.inputGradient, whole.inputGradient, "input")
        for (a, b) in zip(pass.gradients.flatMap(\.self), whole.gradients.flatMap(\.self)) { near(a, b, "parameters") }
        // A slope that is only pretended has no difference.
        guard !layer.types.contains("Heaviside") else { return }
        #expect(network.gradientCheck(of: input, from: upstream).worst(above: 1e-5) < 1e-4)
    }

    @Test func `gradients that don't fit the outputs are refused with both counts`() throws {
        let network = try Network(inputs: 2, layers: [Networks.Dense(3)])
        let error = #expect(throws: ShapeError.self) { try network.backpropagation(of: [1, 2], from: [1]) }
        #expect(
            error?.description == "this network has 3 outputs, but got 1 upstream gradient; give ∂E/∂output for each")
        let batch = #expect(throws: ShapeError.self) {
            try network.backpropagation(of: [[1, 2], [3, 4]], from: [[1, 2, 3]])
        }
        #expect(batch?.description == "2 samples need as many arrays of upstream gradients, but got 1")
    }

    @Test func `a gradient that is no number is refused`() throws {
        let network = try Network(inputs: 1, layers: [Networks.Dense(2)])
        for wrong in [Double.nan, .infinity, -.infinity] {
            #expect(throws: ArgumentError.self) { try network.backpropagation(of: [1], from: [0, wrong]) }
            #expect(throws: ArgumentError.self) { try network.backpropagation(of: [[1]], from: [[wrong, 0]]) }
        }
    }

    @Test func `a pass without a loss says so where it was made when it is asked for one`() async {
        let result = await #expect(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
            let network = Network(inputs: 1) { Networks.Dense(1) }
            let pass = network.backpropagate([1], from: [0.5])
            _ = pass.loss
        }
        let text = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
        #expect(text.contains("this pass began with given gradients of the outputs, so it knows no loss and no target"))
    }
}
