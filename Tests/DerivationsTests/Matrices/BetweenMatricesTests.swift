import Exhibits
import Networks
import Testing

@testable import Derivations

/// What would break: a matrix equation stands on the page that its own numbers contradict.
struct BetweenMatricesTests {
    static func lines(_ network: Network, _ input: [Double]) throws -> (steps: [Working.Step], text: String) {
        let goal = Array(repeating: 0.25, count: network.outputs)
        let pass = try network.backpropagation(of: input, toward: goal, minimizing: .halfSquaredError)
        let steps = pass.matrixForm.steps
        return (steps, steps.flatMap(\.lines).joined(separator: "\n"))
    }

    @Test func `a normalisation between dense layers is named, and no equation leaps over it`() throws {
        let network = try Network(inputs: 2, seed: 3, layers: [Dense(2), LayerNorm(), Dense(1)])
        let (steps, text) = try Self.lines(network, [0.5, -1])
        #expect(text.contains("\\mathbf{u}^{(2)} &= \\mathrm{LayerNorm}(\\mathbf{a}^{(1)}) = "))
        #expect(text.contains("\\mathbf{z}^{(2)} = ") && text.contains("W^{(2)} \\mathbf{u}^{(2)}"))
        #expect(!text.contains("W^{(2)} \\mathbf{a}^{(1)}"))
        #expect(!text.contains("{W^{(2)}}^{\\top}"))
        #expect(steps.contains { $0.explanation.contains("what comes back through LayerNorm") })
    }

    @Test func `what convolutions hand to a dense layer is given by its numbers`() throws {
        let network = try Network(inputs: [3, 3, 1], seed: 3, layers: [Conv2D(1, kernel: 2), ReLU(), Flatten(), Dense(2)])
        let (_, text) = try Self.lines(network, (1...9).map { Double($0) / 10 })
        #expect(text.contains("\\mathbf{u}^{(1)} &= \\mathrm{ReLU}(\\mathrm{Conv2D}(\\mathbf{x})) = "))
        #expect(text.contains("W^{(1)} \\mathbf{u}^{(1)}"))
    }

    @Test func `a network without a dense layer says so in one sentence`() throws {
        let network = try Network(inputs: [3, 1], seed: 1, layers: [SimpleRNN(1)])
        let (steps, _) = try Self.lines(network, [1, 2, 3])
        #expect(steps == [Working.Step("No layer of this network is a product of a matrix and a vector.", [])])
    }

    @Test func `a batch is refused when a sample doesn't fit, and names what stands between`() throws {
        let network = try Network(inputs: 1, seed: 3, layers: [Dense(2), LayerNorm(), Dense(1)])
        let data: Dataset = [[0.5]: [1], [1]: [0]]
        let text = network.matrixForm(on: data, minimizing: .halfSquaredError).steps.flatMap(\.lines).joined(separator: "\n")
        #expect(text.contains("U^{(2)} &= \\mathrm{LayerNorm}(A^{(1)}) = "))
        #expect(!text.contains("\\left(\\Delta^{(2)} W^{(2)}\\right)"))
    }
}
