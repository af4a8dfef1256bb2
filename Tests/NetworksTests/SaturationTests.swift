import Testing

@testable import Networks

/// Answers near 0 and 1, whose last digits a loss behind the activation can't see. Values by Tests/References/saturation.py.
struct SaturationTests {
    static func pass(_ logits: [Double], toward target: [Double], _ layer: any Layer, _ loss: Loss) throws
        -> BackpropagationPass
    {
        try Network(inputs: logits.count, layers: [layer]).backpropagation(of: logits, toward: target, minimizing: loss)
    }

    @Test func `binary cross-entropy after a sigmoid keeps the digits of nearly 0 and nearly 1`() throws {
        // (ln(1 + e^12) + ln(1 + e^-9)) / 2
        let pass = try Self.pass([12, 9], toward: [0, 1], Sigmoid(), .binaryCrossEntropy)
        #expect(abs(pass.loss - 6.00006477319160049581) < 1e-15)
        // σ(12) / 2 and -σ(-9) / 2
        #expect(abs(pass.inputGradient[0] - 0.499996927912698892641) < 1e-15)
        #expect(abs(pass.inputGradient[1] / -6.16972879931158734566e-05 - 1) < 1e-14)
        // 1 / (1 - σ(12)) / 2 = (1 + e^12) / 2
        #expect(abs(pass.activationGradients[1][0] / 81377.8957095019604 - 1) < 1e-14)
    }

    @Test func `a wholly saturated answer has a finite loss and gradient`() throws {
        let wrong = try Self.pass([800, -40], toward: [0, 0], Sigmoid(), .binaryCrossEntropy)
        #expect(wrong.loss == 400 && wrong.inputGradient[0] == 0.5)
        let classes = try Self.pass([0, 800], toward: [1, 0], Softmax(), .categoricalCrossEntropy)
        #expect(classes.loss == 800 && classes.inputGradient == [-1, 1])
    }

    @Test func `cross-entropy after a softmax keeps the digits of nearly 1`() throws {
        // ln(1 + e^-20), and e^-20 / (1 + e^-20)
        for loss in [Loss.categoricalCrossEntropy, .sparseCategoricalCrossEntropy] {
            let target: [Double] = loss.takesClass ? [0] : [1, 0]
            let pass = try Self.pass([20, 0], toward: target, Softmax(), loss)
            #expect(abs(pass.loss / 2.0611536203143807e-09 - 1) < 1e-13)
            #expect(abs(pass.inputGradient[0] / -2.0611536181902036e-09 - 1) < 1e-13)
            #expect(abs(pass.inputGradient[1] / 2.0611536181902036e-09 - 1) < 1e-13)
        }
    }

    @Test func `the divergence after a softmax is finite and keeps its digits, as cross-entropy does`() throws {
        let right = try Self.pass([20, 0], toward: [1, 0], Softmax(), .kullbackLeiblerDivergence)
        #expect(abs(right.loss / 2.0611536203143807e-09 - 1) < 1e-13)
        #expect(abs(right.inputGradient[0] / -2.0611536181902036e-09 - 1) < 1e-13)
        let wrong = try Self.pass([0, 800], toward: [1, 0], Softmax(), .kullbackLeiblerDivergence)
        #expect(wrong.loss == 800 && wrong.inputGradient == [-1, 1])
        // Σ t ln(t / p) with p = (e^0.4, 1) / (e^0.4 + 1)
        let spread = try Self.pass([0.4, 0], toward: [0.3, 0.7], Softmax(), .kullbackLeiblerDivergence)
        #expect(abs(spread.loss - 0.182150950345059161) < 1e-13)
        let smoothed = try Self.pass(
            [0.4, 0], toward: [1, 0], Softmax(), .kullbackLeiblerDivergence.labelsSmoothed(by: 0.2))
        let unfused = Loss.kullbackLeiblerDivergence.value(smoothed.output, [0.9, 0.1])
        #expect(abs(smoothed.loss - unfused) < 1e-14)
    }

    @Test func `training sees the same losses as a pass, in every way`() throws {
        let network = try Network(inputs: 2, seed: 3, layers: [Dense(3), Tanh(), Dense(2), Sigmoid()])
        let data: Dataset = [[9, 30]: [0, 1], [-40, 2]: [1, 0]]
        let run = try network.training(
            on: data, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.1), plan: TrainingPlan(epochs: 1))
        let pass = try network.backpropagation(of: data, minimizing: .binaryCrossEntropy)
        #expect(run.losses[0] == pass.loss && run.losses[0] == network.loss(on: data, minimizing: .binaryCrossEntropy))
        let next = network.updated(along: pass, by: .gradientDescent(rate: 0.1))
        for (a, b) in zip(next.flatParameters, run.network.flatParameters) { #expect(abs(a - b) < 1e-15) }
    }
}
