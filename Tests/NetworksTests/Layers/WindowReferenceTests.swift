import Foundation
import Networks
import Testing

/// Uneven padding and dilated pools against PyTorch (`Tests/References/windows.py` made the numbers).
struct WindowReferenceTests {
    struct Case: Decodable {
        var kind: String
        var shape: [Int]
        var kernel: [Int]
        var stride: [Int]
        var dilation: [Int]
        var before: [Int]
        var after: [Int]
        var filters: Int
        var input: [Double]
        var parameters: [[Double]]
        var outputShape: [Int]
        var output: [Double]
        var target: [Double]
        var inputGradient: [Double]
        var gradients: [[Double]]

        var padding: Padding {
            kernel.count == 1
                ? .zeros(before: before[0], after: after[0])
                : .zeros(top: before[0], bottom: after[0], left: before[1], right: after[1])
        }
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/windows.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    static func layer(_ given: Case) -> any Layer {
        let (kernel, stride, dilation) = (Shape(given.kernel), Shape(given.stride), Shape(given.dilation))
        let isSequence = given.kernel.count == 1
        switch given.kind {
        case "max":
            return isSequence
                ? MaxPool1D(given.kernel[0], stride: given.stride[0], padding: given.padding, dilation: given.dilation[0])
                : MaxPool2D(kernel, stride: stride, padding: given.padding, dilation: dilation)
        case "average":
            return isSequence
                ? AveragePool1D(given.kernel[0], stride: given.stride[0], padding: given.padding, dilation: given.dilation[0])
                : AveragePool2D(kernel, stride: stride, padding: given.padding, dilation: dilation)
        default:
            let rows = LayerReferenceTests.rows(given.parameters[0], given.filters)
            let biases = given.parameters.count > 1 ? given.parameters[1] : nil
            return isSequence
                ? Conv1D(
                    given.filters, kernel: given.kernel[0], stride: given.stride[0], padding: given.padding,
                    dilation: given.dilation[0], weights: rows, biases: biases)
                : Conv2D(
                    given.filters, kernel: kernel, stride: stride, padding: given.padding, dilation: dilation, weights: rows,
                    biases: biases)
        }
    }

    @Test func `there are reference values for convolutions and both pools`() {
        #expect(Set(Self.cases.map(\.kind)) == ["conv", "max", "average"])
    }

    @Test(arguments: cases.indices)
    func `shapes, outputs and all gradients are PyTorch's`(index: Int) throws {
        let given = Self.cases[index]
        let network = try Network(inputs: Shape(given.shape), layers: [Self.layer(given)])
        #expect(network.shapes.last == Shape(given.outputShape))
        let pass = try network.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
        func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
            #expect(ours.count == theirs.count, "\(index): \(what)")
            for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-13 * max(1, abs(b)), "\(index): \(what)") }
        }
        near(pass.output, given.output, "output")
        near(pass.inputGradient, given.inputGradient, "gradient of the input")
        for (ours, theirs) in zip(pass.gradients[0], given.gradients) { near(ours, theirs, "gradient of a parameter") }
        #expect(pass.gradients[0].count == given.gradients.count)
    }

    @Test(arguments: cases.indices)
    func `a layer with such windows trains in loops to the bits of the general way and comes back from a file`(
        index: Int
    ) throws {
        let given = Self.cases[index]
        let network = try Network(inputs: Shape(given.shape), layers: [Self.layer(given)])
        let back = try Network(decoding: network.encoded())
        #expect(back.prediction(for: given.input) == network.prediction(for: given.input))
        #expect(try back.encoded() == network.encoded())
        let data = Dataset([Dataset.Sample(input: given.input, target: given.target)])
        let run = network.trained(on: data, minimizing: .halfSquaredError, by: .gradientDescent(rate: 0.125), epochs: 2)
        var slow = network
        for _ in 0..<2 {
            let pass = try slow.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
            slow = slow.updated(along: pass, by: .gradientDescent(rate: 0.125))
        }
        #expect(run.network.layers[0].parameters == slow.layers[0].parameters)
    }

    @Test func `one number for each side means both axes, and before a kernel it is causal`() throws {
        let picture = try Network(
            inputs: [2, 3, 1], layers: [Conv2D(1, kernel: 2, padding: .zeros(before: 1, after: 0), weights: [[1, 2, 3, 4]])])
        #expect(picture.outputShape == [2, 3, 1])
        #expect(picture.prediction(for: [1, 0, 0, 0, 0, 0]) == [4, 3, 0, 2, 1, 0])
        let causal = try Network(
            inputs: [4, 1],
            layers: [Conv1D(1, kernel: 2, padding: .zeros(before: 2, after: 0), dilation: 2, weights: [[10, 1]])])
        #expect(causal.prediction(for: [1, 2, 3, 4]) == [1, 2, 13, 24])
    }

    static let wrong: [(Shape, any Layer, String)] = [
        (
            [3, 1], Conv1D(1, kernel: 2, padding: .zeros(top: 1, bottom: 0, left: 1, right: 0)),
            "layer 1: Conv1D(1) has a padding of 1 zeros above, 0 below, 1 on the left and 0 on the right; give .zeros(before:after:)"
        ),
        (
            [3, 3, 1], MaxPool2D(2, padding: .uneven(before: [1, 1, 1], after: [0])),
            "layer 1: MaxPool2D(2) has a padding of 1, 1, 1 zeros before and 0 after; give .zeros(top:bottom:left:right:), or .zeros(before:after:) for both"
        ),
        (
            [3, 1], Conv1D(1, kernel: 2, padding: .zeros(before: 0, after: -1)),
            "layer 1: Conv1D(1) has a padding of -1; give a number from 0 up, smaller than the window"
        ),
        (
            [3, 1], MaxPool1D(2, padding: .zeros(before: 3, after: 0)),
            "layer 1: MaxPool1D(2) has a padding of 3 zeros before and 0 after, so that some windows of 2 hold nothing of the samples; give less than the window's size"
        ),
        (
            [3, 1], MaxPool1D(2, dilation: 3),
            "layer 1: MaxPool1D(2) has a window of 4, which doesn't fit into samples of shape 3×1; take a smaller one, or padding: .same"
        ),
        (
            [3, 1], AveragePool1D(2, dilation: 0),
            "layer 1: AveragePool1D(2) has a dilation of 0; give a number from 1 up"
        ),
    ]

    @Test(arguments: wrong.indices)
    func `paddings and dilations that don't fit are named`(row: Int) {
        let (inputs, layer, message) = Self.wrong[row]
        let error = #expect(throws: ShapeError.self) { try Network(inputs: inputs, layers: [layer]) }
        #expect(error?.description == message)
    }
}
