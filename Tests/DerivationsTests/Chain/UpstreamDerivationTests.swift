import Exhibits
import NetworkCases
import Networks
import Testing

@testable import Derivations

/// Derivations of a pass that began with given gradients: they begin there, and no page speaks of a loss that nobody knows.
struct UpstreamDerivationTests {
    static let network = Network(inputs: 2) {
        Dense(1, weights: [[0.5, -0.25]], biases: [0.1])
        Sigmoid()
    }
    static let pass = network.backpropagate([1, 2], from: [-0.125])

    var page: PageStyle {
        var page = PageStyle()
        page.notation = .indexed
        page.digits = 4
        return page
    }

    @Test func `the first factor is the given gradient, as it was given`() {
        let steps = Self.pass.derivation(of: "w_11^(1)").working(in: page).steps
        let first = steps.first { $0.explanation == "This gradient comes from what follows; it was given." }
        #expect(first?.lines == ["\\frac{\\partial L}{\\partial a_{1}^{(1)}} &= -0.125"])
        #expect(steps.last?.lines.first?.hasPrefix("\\frac{\\partial L}{\\partial w_{11}^{(1)}} &= -0.125 \\cdot") == true)
    }

    @Test func `of a given gradient nothing is derived`() {
        let steps = Self.pass.derivation(of: "a_1^(1)").working(in: page).steps
        #expect(steps.map(\.explanation) == ["This gradient comes from what follows; it was given."])
    }

    @Test func `where ways meet, given gradients stand as they were given`() {
        let pass = Network(inputs: 1) {
            Dense(2, weights: [[0.5], [-1]], biases: [0, 0])
            Softmax()
        }.backpropagate([1], from: [-0.8, 0.25])
        let lines = pass.derivation(of: "z_1^(1)").working(in: page).steps.flatMap(\.lines)
        #expect(lines.contains { $0.hasPrefix("&= -0.8 \\cdot 0.1491 + 0.25 \\cdot (-0.1491)") }, "\(lines)")
    }

    @Test(arguments: LayerCase.all)
    func `the graph agrees with the engine for one sample and for a batch in training`(layer: LayerCase) throws {
        let network = try layer.network(endingWith: Tanh(), outputs: 2, seed: 11)
        var random = SplitMix64(seed: 5)
        let inputs = (0..<3).map { _ in layer.input(&random) }
        let one = try network.backpropagation(of: inputs[0], from: [0.5, -2])
        #expect(throws: Never.self) { try one.agreed() }
        let batch = try network.backpropagation(of: inputs, from: [[0.5, -2], [0, 1], [-1.5, 0.25]], dropoutSeed: 5)
        #expect(throws: Never.self) { try batch.agreed() }
        let without = try AgreementCheck(batch.agreed().unrolling, of: network, minimizing: nil)
        var wrong = batch.gradients
        // A bias of the dense layer at the end, which all three samples move.
        let dense = network.layers.count - 2
        wrong[dense][1][0] *= 1 + 1e-6
        #expect(throws: Disagreement.self) {
            try without.check(
                loss: nil, activations: batch.activations, parameterGradients: wrong, inputGradients: batch.inputGradients)
        }
    }

    @Test func `no table, list, drawing or sum shows a value of the error`() throws {
        let pass = Self.pass
        #expect(!pass.namedScalars.contains { $0.value.isNaN })
        #expect(!pass.namedScalars.map(\.name).contains("E_total"))
        #expect(pass.graph.value(of: "E_total") == nil)
        #expect(throws: UnknownName.self) { try pass.graph.value(orExplain: "E_total") }
        for table in [pass.forwardTable, pass.graph.backwardTable(), pass.gradientTable()] {
            for cell in table.rows.joined() {
                if case .number(let number, _) = cell { #expect(!number.isNaN) }
                if case .tex(let text) = cell { #expect(!text.contains("E_")) }
            }
        }
        #expect(!pass.graph.drawing.nodes.contains { $0.value.isNaN })
        #expect(
            pass.graph.figure.alternative.hasSuffix("with the gradients of E_total, which were given for the last of them."))
        let lines = pass.forwardWorking.steps.flatMap(\.lines) + pass.matrixForm.steps.flatMap(\.lines)
        #expect(!lines.contains { $0.contains("nan") })
        #expect(pass.matrixForm.steps.contains { $0.explanation.contains("the given slope, times") })
    }

    @Test func `every named number has its gradient, by a complex step too`() throws {
        let pass = Self.pass
        #expect(pass.gradient(of: "out_o1") == -0.125)
        for name in ["w1", "w2", "b1", "i1", "net_o1"] {
            let step = try #require(pass.complexStep(by: name))
            #expect(abs(step - pass.gradient(of: name)) < 1e-16)
        }
        #expect(pass.partial("E_total", "w1") == pass.gradient(of: "w1"))
    }

    @Test func `what was given isn't rounded by hand`() throws {
        let entries = Self.pass.derivation(of: "w1").byHand(.decimals(2), in: page).entries
        #expect(entries.contains { $0.exact == -0.125 && $0.byHand == -0.125 })
    }

    @Test func `an update goes along the given gradients`() throws {
        let update = Self.pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.5)).update
        #expect(update?.new == 0.5 - 0.5 * Self.pass.gradients[0][0][0])
    }
}
