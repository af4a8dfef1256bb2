import Networks
import Testing

/// Which shapes layers make, and what they say when a shape can't be.
struct LayerShapeTests {
    static let shapes: [(inputs: Shape, layer: any Layer, output: Shape)] = [
        ([8, 8, 1], Conv2D(4, kernel: 3), [6, 6, 4]),
        ([8, 8, 1], Conv2D(4, kernel: 3, padding: .same), [8, 8, 4]),
        ([8, 7, 3], Conv2D(2, kernel: [3, 2], stride: [2, 3], padding: .same), [4, 3, 2]),
        ([8, 8, 1], Conv2D(1, kernel: 3, stride: 2, dilation: 2), [2, 2, 1]),
        ([4, 4, 3], Conv2D(3, kernel: 4, stride: 2, padding: .zeros(1)), [2, 2, 3]),
        ([10, 2], Conv1D(3, kernel: 4), [7, 3]),
        ([10, 2], Conv1D(3, kernel: 4, stride: 3, padding: .same), [4, 3]),
        ([5, 7, 2], MaxPool2D(), [2, 3, 2]),
        ([5, 7, 2], MaxPool2D(2, padding: .same), [3, 4, 2]),
        ([5, 2], AveragePool1D(3, stride: 1), [3, 2]),
        ([5, 7, 2], GlobalAveragePool(), 2),
        ([5, 7, 2], Flatten(), 70),
        ([6], Reshape([2, -1]), [2, 3]),
        ([6], Embedding(vocabulary: 5, dimensions: 3), [6, 3]),
        ([6, 4], LayerNorm(), [6, 4]),
        ([6, 4], Dense(2), [6, 2]),
    ]

    @Test(arguments: shapes.indices)
    func `a layer says the shape of what it makes, and makes so many numbers`(row: Int) throws {
        let (inputs, layer, output) = Self.shapes[row]
        let net = try Network(inputs: inputs, layers: [layer])
        #expect(net.outputShape == output)
        #expect(net.prediction(for: Array(repeating: 1, count: inputs.count)).count == output.count)
    }

    static let mistakes: [(inputs: Shape, layer: any Layer, message: String)] = [
        (
            [8, 8], Conv2D(4, kernel: 3),
            "Conv2D(4) takes pictures, height×width×channels, but is given samples of shape 8×8; put Reshape([8, 8, 1]) before it"
        ),
        (
            [64], MaxPool2D(),
            "MaxPool2D(2) takes pictures, height×width×channels, but is given samples of shape 64; "
                + "give the network inputs of such a shape, or put a Reshape before it"
        ),
        (
            [2, 5, 1], Conv2D(1, kernel: 3),
            "Conv2D(1) has a window of 3×3, which doesn't fit into samples of shape 2×5×1; take a smaller one, or padding: .same"
        ),
        (
            [3, 1], Conv1D(1, kernel: 2, dilation: 3),
            "Conv1D(1) has a window of 4, which doesn't fit into samples of shape 3×1; take a smaller one, or padding: .same"
        ),
        (
            [4, 4, 2], Conv2D(1, kernel: 2, weights: [[1, 2, 3, 4]]),
            "Conv2D(1) is given 2 channels, but row 1 of its weights has 4 numbers; a kernel of 2×2×2 has 8, so the weights must "
                + "have shape 1×8"
        ),
        (
            [4, 2], Conv1D(2, kernel: 1, weights: [[1, 2], [3, 4]], biases: [1]),
            "Conv1D(2) got 1 biases; give one for each of its 2 filters"
        ),
        ([4, 4, 1], Conv2D(1, kernel: 0), "Conv2D(1) has a window of 0; give one or two numbers from 1 up"),
        ([4, 4, 1], Conv2D(1, kernel: 2, stride: 0), "Conv2D(1) has a stride of 0; give one or two numbers from 1 up"),
        (
            [4, 1], MaxPool1D(2, padding: .zeros(2)),
            "MaxPool1D(2) has a padding of 2 zeros on every side, so that some windows of 2 hold nothing of the samples; "
                + "give less than the window's size"
        ),
        (
            [6], Reshape([4, 2]),
            "Reshape(4×2) is given samples of shape 6, 6 numbers, which don't fill it; the dimensions must multiply to 6"
        ),
        (
            [2, 3], BatchNorm(scale: [1, 1]),
            "BatchNorm is given samples of shape 2×3, which have 3 features, but got 2 scales; give one for each feature"
        ),
        (
            [3], Residual { Dense(2) },
            "Residual is given samples of shape 3, but its layers make shape 2; the two are added, so make them equal, or give a "
                + "shortcut"
        ),
        (
            [3], Residual { [Dense(3), Dense(2, weights: [[1], [2]], bias: 0)] },
            "Residual, layer 2: Dense(2) is given 3 inputs, but row 1 of its weights has 1 numbers; the weights must have shape 2×3"
        ),
        (
            [3], GlobalAveragePool(),
            "GlobalAveragePool takes places with channels, but is given samples of shape 3; put Reshape([3, 1]) before it, or "
                + "leave it out"
        ),
        ([3], Dropout(1), "Dropout(1.0) leaves nothing to learn from; give a rate from 0 up to, but not including, 1"),
    ]

    @Test(arguments: mistakes.indices)
    func `a wrong shape names the layer, both shapes and what to do`(row: Int) {
        let given = Self.mistakes[row]
        let error = #expect(throws: ShapeError.self) { try Network(inputs: given.inputs, layers: [given.layer]) }
        #expect(error?.description == "layer 1: " + given.message)
    }

    @Test func `a number that is no word is named`() throws {
        let net = try Network(inputs: 2, layers: [Embedding(vocabulary: 3, dimensions: 1), Flatten(), Dense(1)])
        let error = #expect(throws: ShapeError.self) {
            try net.backpropagation(of: [2, 3], toward: [1], minimizing: .halfSquaredError)
        }
        #expect(
            error?.description == "Embedding has rows for the words 0 to 2, but number 2 of the sample is 3.0")
    }
}
