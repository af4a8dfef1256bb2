import Foundation
import Networks
import Testing

/// Transposed convolutions against PyTorch (`Tests/References/transposed.py` made the numbers) and against what they are the
/// transpose of.
struct TransposedConvolutionTests {
    struct Case: Decodable {
        var size: [Int]
        var channels: Int
        var filters: Int
        var kernel: [Int]
        var stride: [Int]
        var padding: [Int]
        var outputPadding: [Int]
        var dilation: [Int]
        var input: [Double]
        var weights: [Double]
        var biases: [Double]?
        var shape: [Int]
        var output: [Double]
        var target: [Double]
        var loss: Double
        var inputGradient: [Double]
        var gradients: [[Double]]
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/transposed.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    static func layer(_ given: Case) -> any Layer {
        let width = given.weights.count / given.filters
        let rows = (0..<given.filters).map { Array(given.weights[$0 * width..<($0 + 1) * width]) }
        guard given.size.count == 1 else {
            return ConvTranspose2D(
                given.filters, kernel: Shape(given.kernel), stride: Shape(given.stride), padding: Shape(given.padding),
                outputPadding: Shape(given.outputPadding), dilation: Shape(given.dilation), weights: rows,
                biases: given.biases)
        }
        return ConvTranspose1D(
            given.filters, kernel: given.kernel[0], stride: given.stride[0], padding: given.padding[0],
            outputPadding: given.outputPadding[0], dilation: given.dilation[0], weights: rows, biases: given.biases)
    }

    @Test func `there are reference values along one axis and two`() {
        #expect(Set(Self.cases.map(\.size.count)) == [1, 2])
    }

    @Test(arguments: cases.indices)
    func `shapes, outputs and all gradients are PyTorch's`(index: Int) throws {
        let given = Self.cases[index]
        let network = try Network(inputs: Shape(given.size + [given.channels]), layers: [Self.layer(given)])
        #expect(network.shapes.last == Shape(given.shape))
        let pass = try network.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
        func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
            #expect(ours.count == theirs.count, "\(index): \(what)")
            for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), "\(index): \(what)") }
        }
        near(pass.output, given.output, "output")
        near([pass.loss], [given.loss], "loss")
        near(pass.inputGradient, given.inputGradient, "gradient of the input")
        for (ours, theirs) in zip(pass.gradients[0], given.gradients) { near(ours, theirs, "gradient of a parameter") }
        #expect(pass.gradients[0].count == given.gradients.count)
    }

    @Test func `a transposed convolution is the way back of the convolution with the same kernel`() throws {
        let kernel = [0.5, -1, 2, 0.25, 3, -0.75, 1, 0.1, -2]
        let (stride, padding): (Shape, Int) = (2, 1)
        let there = try Network(
            inputs: [5, 5, 1],
            layers: [Conv2D(1, kernel: 3, stride: stride, padding: .zeros(padding), weights: [kernel])])
        let back = ConvTranspose2D(1, kernel: 3, stride: stride, padding: Shape(padding), weights: [kernel])
        let network = try Network(inputs: [3, 3, 1], layers: [back])
        let gradient = (0..<9).map { cos(Double($0)) }
        let found = there.layers[0].backward(input: [Double](repeating: 0, count: 25), output: [], gradient: gradient)
        for (a, b) in zip(network.prediction(for: gradient), found.input) { #expect(abs(a - b) < 1e-14) }
    }

    static let wrong: [(Shape, any Layer, String)] = [
        (
            [2, 1], ConvTranspose1D(1, kernel: 2, stride: 2, outputPadding: 2),
            "layer 1: ConvTranspose1D(1) has an outputPadding of 2, which must be smaller than its stride or its dilation, 2"
        ),
        (
            [1, 1], ConvTranspose1D(1, kernel: 2, padding: 1),
            "layer 1: ConvTranspose1D(1) with a padding of 1 leaves nothing of samples of shape 1×1; give a smaller padding"
        ),
        (
            [2, 1], ConvTranspose1D(1, kernel: 2, stride: 0),
            "layer 1: ConvTranspose1D(1) has a stride of 0; give a number from 1 up, no larger than a sample"
        ),
        (
            [2, 2], ConvTranspose2D(1, kernel: 2),
            "layer 1: ConvTranspose2D(1) takes pictures, height×width×channels, but is given samples of shape 2×2; give the network inputs of such a shape, or put a Reshape before it"
        ),
        (
            [2, 2], ConvTranspose1D(1, kernel: 2, weights: [[1, 2]]),
            "layer 1: ConvTranspose1D(1) is given 2 channels, but row 1 of its weights has 2 numbers; a kernel of 2×2 has 4, so the weights must have shape 1×4"
        ),
    ]

    @Test(arguments: wrong.indices)
    func `sizes that don't fit are named`(row: Int) {
        let (inputs, layer, message) = Self.wrong[row]
        let error = #expect(throws: ShapeError.self) { try Network(inputs: inputs, layers: [layer]) }
        #expect(error?.description == message)
    }
}
