import Derivations
import Networks
import Testing

/// Matt Mazur's 2-2-2 network, whose printed numbers everybody copies.
struct PublishedNetworkTests {
    let net = Network(inputs: 2) {
        Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
        Sigmoid()
        Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
        Sigmoid()
    }
    var pass: BackpropagationPass {
        net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
    }

    @Test(arguments: [
        ("net_h1", 0.3775), ("out_h1", 0.593269992), ("out_h2", 0.596884378), ("out_o1", 0.75136507),
        ("out_o2", 0.772928465), ("E_o1", 0.274811083), ("E_o2", 0.023560026), ("E_total", 0.298371109), ("w5", 0.4),
        ("b2", 0.6), ("i2", 0.1), ("target_o2", 0.99),
    ])
    func `a name gives the published value`(name: String, printed: Double) {
        #expect(abs(pass[name] - printed) < 1e-9)
    }

    @Test(arguments: [("w5", 0.082167041), ("out_h1", 0.036350306), ("w1", 0.000438568), ("net_o1", 0.138498562)])
    func `a gradient is the published one`(name: String, printed: Double) {
        #expect(abs(pass.gradient(of: name) - printed) < 1e-9)
    }

    @Test func `the three factors of the chain are the published ones`() {
        #expect(abs(pass.partial("E_total", "out_o1") - 0.74136507) < 1e-9)
        #expect(abs(pass.partial("out_o1", "net_o1") - 0.186815602) < 1e-9)
        #expect(abs(pass.partial("net_o1", "w5") - 0.593269992) < 1e-9)
        #expect(abs(pass.partial("E_o1", "out_h1") - 0.055399425) < 1e-9)
    }

    @Test func `the three gradients of every parameter agree to nine digits`() {
        let agreement = pass.gradientAgreement
        #expect(agreement.engineAndGraph < 1e-13)
        #expect(agreement.graphAndDifferences < 1e-9, "\(agreement.worst)")
    }

    @Test func `both notations name the same number`() {
        #expect(pass["z_1^(1)"] == pass["net_h1"])
        #expect(pass["w_21^(2)"] == pass["w6"])
        #expect(pass["a_2^(2)"] == pass["out_o2"])
        #expect(net["w_{12}^{(1)}"] == 0.25)
    }

    @Test func `an updated network's weights have the published values`() {
        let next = net.updated(along: pass, by: .gradientDescent(rate: 0.5, updating: .weights))
        #expect(abs(next["w5"] - 0.35891648) < 1e-8)
        #expect(abs(next["w1"] - 0.149780716) < 1e-9)
        #expect(next["b1"] == 0.35)
    }
}
