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

    static let rules: [Optimizer] =
        optimizers.filter { $0.scope == .all && $0.decay == 0 && $0.clipNorm == nil && $0.schedule == .constant } + [
            .adaGrad(rate: 0.1, accumulator: 0.1), .averagedMomentum(rate: 0.1), .nesterov(rate: 0.1), .signDescent(rate: 0.1),
            .lion(rate: 0.01), .adaDelta(), .adaMax(rate: 0.1), .amsGrad(rate: 0.1), .nadam(rate: 0.1),
        ]

    @Test(arguments: rules)
    func `five steps of a rule are the engine's, from the start and from given moments`(optimizer: Optimizer) {
        let gradients = [2.0, -1, 0.25, 0, 3]
        let path = optimizer.starting(at: [0.7]).path(along: gradients.map { [$0] })
        let trace = UpdateRule(optimizer).trace(from: 0.7, along: gradients)
        for (a, b) in zip(trace.values, path.dropFirst()) { #expect(abs(a - b.numbers[0]) < 1e-14) }
        let rest = UpdateRule(optimizer).trace(
            from: path[2].numbers[0], along: Array(gradients[2...]), moments: path[2].moments[0], after: 2)
        #expect(abs((rest.values.last ?? .nan) - path[5].numbers[0]) < 1e-14)
    }

    @Test func `Nesterov's first form takes its gradient ahead, and its second form is where the first looks`() {
        let slope = { (theta: Double) in 0.4 * theta }
        let ahead = UpdateRule.lookAhead(rate: 0.5, coefficient: 0.8).trace(from: 2, steps: 6, gradient: slope)
        let rewritten = UpdateRule(.nesterov(rate: 0.5, beta: 0.8)).trace(from: 2, steps: 6, gradient: slope)
        var before = 2.0
        for (theta, point) in zip(ahead.values, rewritten.values) {
            #expect(abs(theta + 0.8 * (theta - before) - point) < 1e-14)
            before = theta
        }
    }

    @Test func `a method of the lesson's own stands in the update by its formula, or by its name where it has none`() throws {
        struct Halving: UpdateMethod {
            func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
                w - 0.5 * rate * g
            }
        }
        let pass = network.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let own = pass.derivation(of: "w5", updatedBy: Optimizer(Halving(), rate: 0.5))
        #expect(
            abs((own.update?.new ?? .nan) - pass.network.updated(along: pass, by: Optimizer(Halving(), rate: 0.5))["w5"])
                < 1e-15)
        let lion = try #require(pass.derivation(of: "w5", updatedBy: .lion(rate: 0.1)).working.steps.last)
        #expect(lion.lines.contains("c_{1} &= \\beta_{1} * m_{0} + (1 - \\beta_{1}) * g"))
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
