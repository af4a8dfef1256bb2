import Exhibits
import Networks
import Testing

@testable import Derivations

/// Dropout with given masks, as somebody works it out by hand.
struct GivenMaskDerivationTests {
    static func pass(_ scaling: Dropout.Scaling) -> BatchBackpropagationPass {
        let network = Network(inputs: 1) {
            Dense(2, weights: [[0.5], [-1]], biases: [0, 1])
            Tanh()
            Dropout(0.2, scaling: scaling, masks: [[1, 0]])
            Dense(1, weights: [[2, 3]], biases: [0.1])
        }
        return network.backpropagate([[1]: [0]], minimizing: .halfSquaredError)
    }

    @Test func `a dropped unit hands nothing on and gets nothing back`() {
        let pass = Self.pass(.inverted)
        #expect(pass.gradient(of: "w2") == 0 && pass.gradient(of: "w4") == 0)
        #expect(pass.gradient(of: "w1") != 0 && pass.gradient(of: "w3") != 0)
    }

    @Test func `what stays is divided by 1 − rate in training, and left alone where dropout is classic`() {
        let (inverted, classic) = (Self.pass(.inverted), Self.pass(.classic))
        #expect(inverted["d_1"] == inverted["out_h1"] / (1 - 0.2))
        #expect(classic["d_1"] == classic["out_h1"])
        #expect(inverted["d_2"] == 0 && classic["d_2"] == 0)
    }

    @Test func `in use classic dropout multiplies by 1 − rate, and inverted does nothing`() throws {
        for scaling in Dropout.Scaling.allCases {
            let pass = Self.pass(scaling).network.backpropagate([1], toward: [0], minimizing: .halfSquaredError)
            #expect(throws: Never.self) { try pass.agreed() }
            let hasNumbers = pass.namedScalars.contains { $0.name == "d_1" }
            #expect(hasNumbers == (scaling == .classic))
            if scaling == .classic { #expect(pass["d_2"] == (1 - 0.2) * pass["out_h2"]) }
        }
    }
}
