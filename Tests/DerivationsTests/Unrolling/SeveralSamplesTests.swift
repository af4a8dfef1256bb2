import Exhibits
import Networks
import Testing

@testable import Derivations

struct SeveralSamplesTests {
    let xor: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]]
    let network = Network(inputs: 2, seed: 3) {
        Dense(3)
        Tanh()
        Dense(1)
        Sigmoid()
    }

    @Test func `a data set's gradient is the mean of its samples'`() throws {
        let unrolling = network.unrolled(xor.samples, minimizing: .binaryCrossEntropy)
        let gradients = unrolling.graph.gradients()
        let passes = try xor.samples.map {
            try network.backpropagation(of: $0.input, toward: $0.target, minimizing: .binaryCrossEntropy)
        }
        for (layer, parameters) in unrolling.parameters.enumerated() {
            for (index, nodes) in parameters.enumerated() {
                for (place, node) in nodes.enumerated() {
                    let mean = passes.reduce(0) { $0 + $1.gradients[layer][index][place] } / 4
                    #expect(abs(gradients[node] - mean) < 1e-14)
                }
            }
        }
    }

    @Test func `a quantity carries its sample's number`() {
        let graph = network.graph(on: xor, minimizing: .binaryCrossEntropy)
        let pass = network.backpropagate([1, 0], toward: [1], minimizing: .binaryCrossEntropy)
        #expect(graph.value(of: "net_h2[3]") == pass["net_h2"])
        #expect(graph.value(of: "z_2^(1)[3]") == pass["net_h2"])
        #expect(graph.value(of: "E[3]") == pass.loss)
        #expect(graph.value(of: "w1") == pass["w1"])
    }

    @Test func `a weight's derivation adds up the samples`() {
        let lines = network.derivation(of: "w7", on: xor, minimizing: .binaryCrossEntropy).working.steps.flatMap(\.lines)
        #expect(
            lines[0].contains(
                "\\frac{\\partial E_{total}}{\\partial net_{o1}^{[1]}} * \\frac{\\partial net_{o1}^{[1]}}{\\partial w_{7}}"))
    }
}
