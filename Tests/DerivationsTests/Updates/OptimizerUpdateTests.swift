import Exhibits
import Networks
import Testing

@testable import Derivations

struct OptimizerUpdateTests {
    static let optimizers: [Optimizer] = [
        .gradientDescent(rate: 0.5), .gradientDescent(rate: 0.5, updating: .weights), .momentum(rate: 0.1),
        .momentum(rate: 0.1, nesterov: true), .adaGrad(rate: 0.1), .rmsProp(rate: 0.01), .adam(rate: 0.01),
        .adamW(rate: 0.01, decay: 0.1), .gradientDescent(rate: 0.5).clipped(toNorm: 0.01),
        .adam(rate: 0.01).scheduled(.warmUp(over: 10)),
    ]
    let network = Network(inputs: 2) {
        Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], biases: [0.35, 0.1])
        Sigmoid()
        Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
        Sigmoid()
    }

    @Test(arguments: optimizers)
    func `a derivation's update is the engine's`(optimizer: Optimizer) throws {
        let pass = network.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let next = network.updated(along: pass, by: optimizer)
        for name in (1...8).map({ "w\($0)" }) + ["b1", "b2", "b3"] {
            let update = pass.derivation(of: name, updatedBy: optimizer).update
            let new = update?.new ?? pass[name]
            #expect(abs(new - next[name]) < 1e-15, "\(name)")
        }
    }

    @Test func `Adam's first step is written out with moments and corrections`() throws {
        let pass = network.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let step = try #require(pass.derivation(of: "w5", updatedBy: .adam(rate: 0.1)).working.steps.last)
        #expect(step.lines[0] == "g &= \\frac{\\partial E_{total}}{\\partial w_{5}} = 0.082720")
        #expect(step.lines.contains("m_{1} &= \\beta_{1} * m_{0} + (1 - \\beta_{1}) * g"))
        #expect(
            step.lines.contains("w_{5}^+ &= w_{5} - \\frac{\\eta * \\hat{m}_{1}}{\\sqrt{\\hat{v}_{1}} + \\epsilon}"))
    }
}
