import NetworkCases
import Networks
import Testing

/// Every layer with every loss that applies, on odd shapes, against central differences.
struct LayerDifferenceTests {
    struct Case: Sendable {
        var name: String
        var inputs: Shape
        var layers: [any Layer]
    }

    static let cases: [Case] = [
        .init(name: "conv2d", inputs: [3, 4, 2], layers: [Conv2D(2, kernel: [2, 3])]),
        .init(name: "conv2d of one number", inputs: [1, 1, 1], layers: [Conv2D(1, kernel: 1)]),
        .init(name: "conv2d, stride > kernel", inputs: [5, 5, 1], layers: [Conv2D(2, kernel: 2, stride: 3)]),
        .init(name: "conv2d, same", inputs: [3, 2, 1], layers: [Conv2D(1, kernel: 3, padding: .same, usesBias: false)]),
        .init(name: "conv2d, kernel > sample", inputs: [2, 2, 1], layers: [Conv2D(1, kernel: 3, padding: .zeros(1))]),
        .init(name: "conv2d, dilated", inputs: [5, 5, 1], layers: [Conv2D(1, kernel: 2, stride: [1, 2], dilation: [3, 2])]),
        .init(name: "conv1d", inputs: [5, 2], layers: [Conv1D(2, kernel: 3)]),
        .init(name: "conv1d of one step", inputs: [1, 1], layers: [Conv1D(1, kernel: 1)]),
        .init(name: "conv1d, same, dilated", inputs: [5, 1], layers: [Conv1D(2, kernel: 2, padding: .same, dilation: 3)]),
        .init(name: "conv1d, stride > kernel", inputs: [7, 1], layers: [Conv1D(1, kernel: 1, stride: 3)]),
        .init(name: "maxpool2d", inputs: [4, 5, 2], layers: [MaxPool2D()]),
        .init(name: "maxpool2d, overlapping", inputs: [4, 4, 1], layers: [MaxPool2D([3, 2], stride: 1, padding: .same)]),
        .init(name: "maxpool1d, stride > window", inputs: [7, 2], layers: [MaxPool1D(2, stride: 3)]),
        .init(name: "averagepool2d", inputs: [4, 5, 2], layers: [AveragePool2D()]),
        .init(name: "averagepool2d, same", inputs: [3, 3, 1], layers: [AveragePool2D(2, stride: 1, padding: .same)]),
        .init(name: "averagepool1d", inputs: [7, 1], layers: [AveragePool1D(3, stride: 2)]),
        .init(name: "averagepool1d, stride > window", inputs: [7, 2], layers: [AveragePool1D(2, stride: 3)]),
        .init(name: "averagepool2d, stride > window", inputs: [5, 7, 1], layers: [AveragePool2D([1, 2], stride: [2, 4])]),
        .init(name: "maxpool2d, stride > window", inputs: [5, 4, 1], layers: [MaxPool2D(1, stride: [2, 3])]),
        .init(name: "maxpool1d, same", inputs: [5, 1], layers: [MaxPool1D(3, stride: 2, padding: .same)]),
        .init(name: "pools of one number", inputs: [1, 1], layers: [MaxPool1D(1), AveragePool1D(1), GlobalAveragePool()]),
        .init(name: "globalaveragepool of a sequence", inputs: [3, 2], layers: [GlobalAveragePool()]),
        .init(name: "globalaveragepool", inputs: [2, 3, 2], layers: [GlobalAveragePool()]),
        .init(name: "flatten, reshape", inputs: [2, 3], layers: [Reshape([3, -1, 1]), Conv2D(1, kernel: 2), Flatten()]),
        .init(name: "layernorm", inputs: [3], layers: [LayerNorm()]),
        .init(name: "layernorm of one number", inputs: [2, 1], layers: [LayerNorm()]),
        .init(name: "layernorm over places", inputs: [2, 3], layers: [LayerNorm(epsilon: 1e-5)]),
        .init(name: "batchnorm", inputs: [3], layers: [BatchNorm()]),
        .init(name: "batchnorm over places", inputs: [2, 2, 1], layers: [BatchNorm(epsilon: 1e-5)]),
        .init(name: "batchnorm of one number", inputs: [1], layers: [BatchNorm()]),
        .init(name: "dropout", inputs: [4], layers: [Dropout(0.4)]),
        .init(name: "dropout of one number", inputs: [1], layers: [Dropout(0.2)]),
        .init(name: "hard activations", inputs: [3], layers: [HardSigmoid(), Dense(2), HardTanh(), Dense(2), HardSwish()]),
        .init(name: "smooth activations", inputs: [2], layers: [SELU(), CELU(alpha: 0.6), Mish(), Softsign(), Squareplus()]),
        .init(
            name: "log and shrinkage", inputs: [2], layers: [LogSigmoid(), Dense(2), Tanhshrink(), Softshrink(lambda: 0.01)]),
        .init(name: "log-softmax and gates", inputs: [2, 4], layers: [GLU(), LogSoftmax(), SwiGLU()]),
        .init(name: "log-softmax and a gate of one number", inputs: [2], layers: [SwiGLU(), LogSoftmax()]),
        .init(name: "residual", inputs: [3], layers: [Residual { [Dense(3), Tanh()] }]),
        .init(
            name: "residual with a shortcut", inputs: [3, 3, 1],
            layers: [
                Residual {
                    [Conv2D(2, kernel: 3, padding: .same), BatchNorm()]
                } shortcut: {
                    Conv2D(2, kernel: 1)
                }
            ]),
        .init(
            name: "residual within residual", inputs: [3],
            layers: [Residual { [Dense(3), Residual { [LayerNorm(epsilon: 0.1), Dense(3), Dropout(0.3)] }] }]),
        .init(
            name: "residual around attention and a recurrent layer", inputs: [3, 2],
            layers: [
                Residual { [SelfAttention(heads: 2, isCausal: true)] }, Residual { [GRU(2, returnsSequences: true)] },
                Residual { [LSTM(2, returnsSequences: true), BatchNorm()] },
            ]),
        .init(
            name: "a sequence of one step", inputs: [1, 2],
            layers: [
                SelfAttention(heads: 2), LSTM(2, returnsSequences: true), GRU(1, resetsAfter: false), LayerNorm(epsilon: 0.1),
            ]),
    ]

    @Test(arguments: cases.indices)
    func `backpropagation agrees with central differences, for one sample and for batches`(index: Int) throws {
        let given = Self.cases[index]
        var random = SplitMix64(seed: 9)
        // Each further loss has its differences in FiniteDifferenceTests, behind the output it is made for: the cosine of an
        // answer of zeros, or a hinge just at its corner, has none.
        for loss in LossCase.formed {
            let target = loss.target(2)
            // Layers before and after, so that gradients arrive and must go on.
            let front: [any Layer] = [Dense(given.inputs.features), Tanh()]
            let net = try Network(
                inputs: given.inputs, seed: 5, layers: front + given.layers + [Flatten(), Dense(2), loss.output])
            for count in [1, 3] {
                let data = Dataset(
                    (0..<count).map { number in
                        Dataset.Sample(
                            input: (0..<net.inputs).map { _ in 4 * random.uniform() - 2 }, target: target,
                            weight: number == 1 ? 0.5 : 1)
                    })
                let pass = try net.backpropagation(of: data, minimizing: loss.loss, dropoutSeed: 3)
                let numeric = net.centralDifferences(on: data, minimizing: loss.loss, dropoutSeed: 3, step: 1e-5)
                for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
                    #expect(!LossCase.differ(a, n), "\(given.name), \(count) samples, \(loss.loss.name): \(a), \(n)")
                }
                for (sample, k) in (0..<count).flatMap({ s in (0..<net.inputs).map { (s, $0) } }) {
                    func moved(_ nudge: Double) -> Double {
                        var changed = data
                        changed.samples[sample].input[k] += nudge
                        return net.trainingLoss(on: changed, minimizing: loss.loss, dropoutSeed: 3)
                    }
                    let (a, n) = (pass.inputGradients[sample][k], (moved(1e-5) - moved(-1e-5)) / 2e-5)
                    #expect(
                        !LossCase.differ(a, n), "\(given.name), \(count) samples, \(loss.loss.name), input: \(a), \(n)")
                }
            }
            let sample = (0..<net.inputs).map { _ in 4 * random.uniform() - 2 }
            let single = try net.backpropagation(of: sample, toward: target, minimizing: loss.loss)
            let numeric = net.centralDifferences(of: sample, toward: target, minimizing: loss.loss, step: 1e-5)
            for (a, n) in zip(single.gradients.joined().joined(), numeric.joined().joined()) {
                #expect(!LossCase.differ(a, n), "\(given.name), in use, \(loss.loss.name): \(a), \(n)")
            }
        }
    }

    @Test func `the rows of an embedding collect the gradients of their words`() throws {
        for loss in LossCase.formed {
            for words in [[2.0, 0, 2, 2], [2]] {
                let net = try Network(
                    inputs: .init([words.count]), seed: 2,
                    layers: [Embedding(vocabulary: 3, dimensions: 2), Flatten(), Dense(2), loss.output])
                let target = loss.target(2)
                let pass = try net.backpropagation(of: words, toward: target, minimizing: loss.loss)
                let numeric = net.centralDifferences(of: words, toward: target, minimizing: loss.loss, step: 1e-5)
                for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
                    #expect(!LossCase.differ(a, n), "\(loss.loss.name)")
                }
                #expect(pass.gradients[0][0][2...3] == [0, 0])
            }
        }
    }
}
