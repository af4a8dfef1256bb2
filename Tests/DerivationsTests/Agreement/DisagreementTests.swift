import Exhibits
import Networks
import Testing

@testable import Derivations

/// What once differed between page and engine, and what must end in a finding.
struct DisagreementTests {
    /// One weight w = 2 whose gradient is 2.
    let pass = Network(inputs: 1) { Dense(1, weights: [[2]], bias: .none) }
        .backpropagate([1], toward: [0], minimizing: .halfSquaredError)

    @Test(arguments: [
        (Optimizer.gradientDescent(rate: 0.5).penalized(l2: 0.1), 0.9), (.gradientDescent(rate: 0.5).penalized(l1: 0.1), 0.95),
        (.gradientDescent(rate: 0.5).clipped(toValue: 0.1), 1.95), (.gradientDescent(rate: 0.5).clipped(toNorm: 0.1), 1.95),
        (.gradientDescent(rate: 0.5).constrained(toNorm: 0.25), 0.25),
        (.gradientDescent(rate: 0.5).scheduled(.warmUp(over: 5)), 1.8), (.gradientDescent(rate: 0.5), 1),
    ])
    func `the update on the page ends where the engine does`(optimizer: Optimizer, new: Double) throws {
        let update = try #require(pass.derivation(of: "w1", updatedBy: optimizer).update)
        #expect(abs(update.new - new) < 1e-15)
        #expect(abs(pass.network.updated(along: pass, by: optimizer)["w1"] - new) < 1e-15)
    }

    @Test func `penalties, cuts and limits stand in the update as terms and steps`() throws {
        let optimizer = Optimizer.gradientDescent(rate: 0.5).clipped(toNorm: 4).clipped(toValue: 0.1).penalized(
            l1: 0.2, l2: 0.1
        )
        .constrained(toNorm: 0.25)
        let step = try #require(pass.derivation(of: "w1", updatedBy: optimizer).working.steps.last)
        #expect(step.explanation == "The optimiser's first step:")
        #expect(
            step.lines.filter { $0.contains("&= ") && !$0.hasPrefix("&") } == [
                "g &= \\frac{\\partial E_{total}}{\\partial w_{1}} = 2.000000",
                "g_{scaled} &= \\min(1,\\, \\frac{c_{norm}}{\\lVert \\nabla \\rVert}) * g",
                "g_{clipped} &= \\max(-c,\\, \\min(c,\\, g_{scaled}))",
                "g_{penalized} &= g_{clipped} + \\lambda_{2} * w_{1} + \\lambda_{1} * \\mathrm{sgn}(w)",
                "{w_{1}}' &= w_{1} - \\eta * g_{penalized}",
                "\\lVert w' \\rVert &= \\sqrt{{w_{1}}'^{2}}",
                "w_{1}^+ &= \\min(1,\\, \\frac{c_{row}}{\\lVert w' \\rVert}) * {w_{1}}'",
            ])
    }

    @Test func `a loss of the lesson's own is never taken for the one whose name it has`() throws {
        let quartic = Loss(name: "meanSquaredError") { output, target in
            let d = output[0] - target[0]
            return d * d * d * d
        } gradient: { output, target in
            let d = output[0] - target[0]
            return [4 * d * d * d]
        }
        let own = pass.network.backpropagate([1], toward: [0], minimizing: quartic)
        #expect(own.gradients == [[[32]]] && quartic.form == nil)
        #expect(abs(own.gradient(of: "w1") - 32) < 1e-9)
        #expect(abs(own["E_total"] - 16) < 1e-12)
    }

    @Test func `the recurrent bias of a GRU is a bias`() throws {
        let network = Network(inputs: [2, 1], seed: 2) { GRU(1) }
        let pass = network.backpropagate([0.5, -0.2], toward: [1], minimizing: .halfSquaredError)
        let optimizer = Optimizer.gradientDescent(rate: 0.5, updating: .weights)
        #expect(pass.derivation(of: "c1", updatedBy: optimizer).update == nil)
        #expect(pass.derivation(of: "u_n1", updatedBy: optimizer).update != nil)
    }

    @Test func `a gradient that isn't its loss's, a way back and a slope of the lesson's own are found`() throws {
        let wrong = Loss(name: "quartic") { output, target in
            let d = output[0] - target[0]
            return d * d * d * d
        } gradient: { output, target in
            let d = output[0] - target[0]
            return [3 * d * d * d]
        }
        let pass = try pass.network.backpropagation(of: [1], toward: [0], minimizing: wrong)
        let found = #expect(throws: Disagreement.self) { try pass.agreed() }
        #expect(
            found?.description.hasPrefix(
                "the engine and the scalar graph disagree on ∂E_total/∂w1: the engine computes 24.0, the graph 3") == true)
        #expect(found?.description.hasSuffix("the formula in scalars that quartic states are those of one function") == true)
        #expect(pass.agreedGraph == nil)

        struct Softsign: Activation {
            func value(at z: Double) -> Double { z / (1 + abs(z)) }
            func slope(at z: Double, output: Double) -> Double { 1 - abs(output) }
        }
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[2]], bias: .none), Softsign()])
        let other = try network.backpropagation(of: [1], toward: [0], minimizing: .halfSquaredError)
        #expect(throws: WrongSlope.self) { try other.agreed() }
    }

    @Test func `an answer that is almost 0 agrees, one that is 0 to the last bit says why it has no derivation`() throws {
        for loss in [Loss.categoricalCrossEntropy, .kullbackLeiblerDivergence, .categoricalCrossEntropyFromLogits] {
            for logits in [[0, 700], [0, 400], [800, 0], [-700, 0]] as [[Double]] {
                let network = try Network(
                    inputs: 2,
                    layers: [Dense(2, weights: [[logits[0], 0], [0, logits[1]]], bias: .none)]
                        + (loss.form == Loss.categoricalCrossEntropyFromLogits.form ? [] : [Softmax()]))
                let pass = try network.backpropagation(of: [1, 1], toward: [1, 0], minimizing: loss)
                #expect(throws: Never.self, "\(loss.name), \(logits)") { try pass.agreed() }
            }
        }
        for logits in [700, -700, 40, -40] as [Double] {
            let network = try Network(inputs: 1, layers: [Dense(1, weights: [[logits]], bias: .none), Sigmoid()])
            for target in [0, 1, 0.3] {
                let pass = try network.backpropagation(of: [1], toward: [target], minimizing: .binaryCrossEntropy)
                #expect(throws: Never.self, "\(logits), \(target)") { try pass.agreed() }
            }
        }
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[800]], bias: .none), Sigmoid()])
        let pass = try network.backpropagation(of: [1], toward: [0], minimizing: .binaryCrossEntropy)
        let found = #expect(throws: Disagreement.self) { try pass.agreed() }
        #expect(found?.description.hasPrefix("∂E_total/∂w1 can't be derived step by step") == true)
    }

    @Test func `an own activation beside and on its kink is no disagreement`() throws {
        struct Hat: Activation {
            func value(at z: Double) -> Double { max(0, 1 - abs(z)) }
            func slope(at z: Double, output: Double) -> Double { abs(z) >= 1 ? 0 : z > 0 ? -1 : 1 }
        }
        for z in [0, 1e-9, -1e-7, 1e-5, 1, 1 + 1e-6, 0.5, -0.9995, 3] as [Double] {
            let network = try Network(inputs: 1, layers: [Hat()])
            let pass = try network.backpropagation(of: [z], toward: [0.3], minimizing: .halfSquaredError)
            _ = try pass.agreed()
        }
    }

    @Test func `the graph of a pass is made once`() throws {
        let counter = Counter()
        let counted = Loss(name: "counted") { output, _ in
            counter.count += 1
            return output[0]
        } gradient: { _, _ in
            [1]
        }
        let pass = try pass.network.backpropagation(of: [1], toward: [0], minimizing: counted)
        _ = pass.graph
        let before = counter.count
        _ = (pass.graph, pass["w1"], pass.gradientTrace, pass.matrixForm)
        #expect(counter.count == before && before > 1)
    }

    private final class Counter: @unchecked Sendable { var count = 0 }
}
