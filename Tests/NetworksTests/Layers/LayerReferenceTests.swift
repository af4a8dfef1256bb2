import Foundation
import Networks
import Testing

/// Convolution, pooling, normalisation, embedding and residual blocks against PyTorch; `Tests/References/layers.py` made the
/// numbers.
struct LayerReferenceTests {
    struct Case: Decodable {
        var name: String
        var shape: [Int]
        var samples: Int
        var filters: Int?
        var kernel: [Int]?
        var stride: [Int]?
        /// −1 stands for `same`.
        var padding: Int?
        var dilation: [Int]?
        var epsilon: Double?
        var momentum: Double?
        var input: [Double]
        var target: [Double]
        var parameters: [[Double]]
        var output: [Double]
        var loss: Double
        var inputGradient: [Double]
        var gradients: [[Double]]
        /// The running averages afterwards.
        var extra: [Double]

        var rowPadding: Padding { padding == -1 ? .same : padding == 0 ? .valid : .zeros(padding ?? 0) }
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/layers.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    static func rows(_ numbers: [Double], _ count: Int) -> [[Double]] {
        let width = numbers.count / count
        return (0..<count).map { Array(numbers[$0 * width..<($0 + 1) * width]) }
    }

    static func layer(_ given: Case) throws -> any Layer {
        let p = given.parameters
        let kernel = given.kernel ?? [1]
        let stride = given.stride ?? [1]
        let dilation = given.dilation ?? [1]
        switch given.name {
        case "conv2d":
            let filters = try #require(given.filters)
            return Conv2D(
                filters, kernel: Shape(kernel), stride: Shape(stride), padding: given.rowPadding, dilation: Shape(dilation),
                weights: rows(p[0], filters), biases: p.count > 1 ? p[1] : nil)
        case "conv1d":
            let filters = try #require(given.filters)
            return Conv1D(
                filters, kernel: kernel[0], stride: stride[0], padding: given.rowPadding, dilation: dilation[0],
                weights: rows(p[0], filters), biases: p.count > 1 ? p[1] : nil)
        case "maxpool2d": return MaxPool2D(Shape(kernel), stride: Shape(stride), padding: given.rowPadding)
        case "maxpool1d": return MaxPool1D(kernel[0], stride: stride[0], padding: given.rowPadding)
        case "averagepool2d": return AveragePool2D(Shape(kernel), stride: Shape(stride), padding: given.rowPadding)
        case "averagepool1d": return AveragePool1D(kernel[0], stride: stride[0], padding: given.rowPadding)
        case "globalaveragepool": return GlobalAveragePool()
        case "embedding": return Embedding(weights: rows(p[0], 4))
        case "layernorm": return LayerNorm(epsilon: try #require(given.epsilon), scale: p[0], shift: p[1])
        case "batchnorm":
            return BatchNorm(
                momentum: try #require(given.momentum), epsilon: try #require(given.epsilon), scale: p[0], shift: p[1])
        case "residual":
            return Residual {
                Dense(3, weights: rows(p[0], 3), biases: p[1])
                Tanh()
            }
        case "residual-shortcut":
            return Residual {
                Conv2D(3, kernel: 3, padding: .same, weights: rows(p[0], 3), biases: p[1])
                ReLU()
            } shortcut: {
                Conv2D(3, kernel: 1, weights: rows(p[2], 3))
            }
        default: return Dense(2, weights: rows(p[0], 2), biases: p[1])
        }
    }

    @Test func `there are reference values for every layer`() {
        let names = Set(Self.cases.map(\.name))
        #expect(
            names == [
                "conv1d", "conv2d", "maxpool1d", "maxpool2d", "averagepool1d", "averagepool2d", "globalaveragepool",
                "embedding", "layernorm", "batchnorm", "residual", "residual-shortcut", "dense-last",
            ])
    }

    @Test(arguments: cases.indices)
    func `outputs and all gradients are PyTorch's`(index: Int) throws {
        let given = Self.cases[index]
        let network = try Network(inputs: Shape(given.shape), layers: [try Self.layer(given)])
        let data = Dataset(
            zip(Self.rows(given.input, given.samples), Self.rows(given.target, given.samples)).map {
                Dataset.Sample(input: $0, target: $1)
            })
        let pass = try network.backpropagation(of: data, minimizing: .halfSquaredError)
        func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
            #expect(ours.count == theirs.count, "\(given.name) \(index): \(what)")
            for (a, b) in zip(ours, theirs) {
                #expect(abs(a - b) <= 1e-13 * max(1, abs(b)), "\(given.name) \(index): \(what)")
            }
        }
        near(pass.outputs.flatMap { $0 }, given.output, "output")
        near([pass.loss], [given.loss], "loss")
        near(pass.inputGradients.flatMap { $0 }, given.inputGradient, "gradient of the input")
        #expect(pass.gradients[0].count == given.gradients.count)
        for (number, pair) in zip(pass.gradients[0], given.gradients).enumerated() {
            near(pair.0, pair.1, "gradient of parameter \(number + 1)")
        }
        if let norm = pass.networkAfterwards.layers[0] as? BatchNorm {
            near(norm.runningMean + norm.runningVariance, given.extra, "running averages")
        } else if given.samples == 1 {
            let single = try network.backpropagation(
                of: given.input, toward: given.target, minimizing: .halfSquaredError)
            near(single.output, given.output, "output of one sample")
            near(single.inputGradient, given.inputGradient, "gradient of the input of one sample")
        }
    }
}
