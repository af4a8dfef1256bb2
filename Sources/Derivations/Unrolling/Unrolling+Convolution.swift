import Networks

/// Where windows lie along one dimension, worked out apart from the engine.
private struct Axis {
    /// For each output the numbers of the window that lie inside the sample, and where.
    var windows: [[(tap: Int, place: Int)]] = []

    init(length: Int, kernel: Int, stride: Int, dilation: Int, padding: Padding) {
        let reach = (kernel - 1) * dilation + 1
        var start: Int
        var end: Int
        switch padding {
        case .valid: (start, end) = (0, length - reach)
        case .zeros(let count): (start, end) = (-count, length + count - reach)
        case .same:
            let outputs = (length + stride - 1) / stride
            let missing = max(0, (outputs - 1) * stride + reach - length)
            start = -(missing / 2)
            end = start + (outputs - 1) * stride
        }
        while start <= end {
            windows.append(
                (0..<kernel).map { ($0, start + $0 * dilation) }.filter { 0 <= $0.place && $0.place < length })
            start += stride
        }
    }
}

/// Windows over one sample, each with the indices of its taps and of the numbers under them.
private struct Sliding {
    var windows: [[(tap: Int, place: Int)]]

    init(over shape: Shape, kernel: Shape, stride: Shape, dilation: Shape = 1, padding: Padding) {
        let axes = shape.rank - 1
        func along(_ size: Shape, _ axis: Int) -> Int { size.dimensions[min(axis, size.rank - 1)] }
        let columns = Axis(
            length: shape.dimensions[axes - 1], kernel: along(kernel, axes - 1), stride: along(stride, axes - 1),
            dilation: along(dilation, axes - 1), padding: padding)
        let rows =
            axes == 1
            ? Axis(length: 1, kernel: 1, stride: 1, dilation: 1, padding: .valid)
            : Axis(
                length: shape.dimensions[0], kernel: along(kernel, 0), stride: along(stride, 0), dilation: along(dilation, 0),
                padding: padding)
        let (width, kernelWidth) = (shape.dimensions[axes - 1], along(kernel, axes - 1))
        windows = rows.windows.flatMap { row in
            columns.windows.map { column in
                row.flatMap { j in
                    column.map { k in (j.tap * kernelWidth + k.tap, j.place * width + k.place) }
                }
            }
        }
    }
}

extension Unrolling {
    /// The feature maps of a convolution, channels innermost.
    fileprivate mutating func convolve(
        _ inputs: [Int], _ rows: [[Int]], _ biases: [Int], _ sliding: Sliding, output: Shape
    ) -> [Int] {
        let channels = shape.features
        let sums = sliding.windows.flatMap { window in
            rows.indices.map { filter in
                let weights = window.flatMap { tap, _ in (0..<channels).map { rows[filter][tap * channels + $0] } }
                let values = window.flatMap { _, place in (0..<channels).map { inputs[place * channels + $0] } }
                return weightedSum(weights, values, plus: biases.isEmpty ? [] : [biases[filter]])
            }
        }
        position.map = output
        let letter = endsLevel ? Letter("out", indexed: "a") : Letter("net", indexed: "z")
        nameMap(
            sums, letter, endsLevel ? "outputs of the \(place(level))" : "weighted sums of the \(place(level))", shape: output)
        return sums
    }

    /// One number for each window and channel.
    fileprivate mutating func pool(_ inputs: [Int], _ sliding: Sliding, output: Shape, takesLargest: Bool) -> [Int] {
        let channels = shape.features
        let windows = sliding.windows.flatMap { window in
            (0..<channels).map { channel in window.map { inputs[$0.place * channels + channel] } }
        }
        let results = takesLargest ? windows.map { graph.add(.maximum, $0) } : means(windows)
        position.map = output
        nameMap(results, Letter("p"), takesLargest ? "largest numbers of the windows" : "means of the windows", shape: output)
        return results
    }
}

extension Conv2D: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let shape = unrolling.shape
        let size = [0, min(1, kernel.rank - 1)].map { kernel.dimensions[$0] } + [shape.features]
        let rows = unrolling.addKernels(weights, size: Shape(size))
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let sliding = Sliding(over: shape, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
        return unrolling.convolve(inputs, rows, biases, sliding, output: outputShape(for: shape))
    }
}

extension Conv1D: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let shape = unrolling.shape
        let rows = unrolling.addKernels(weights, size: [kernel, shape.features])
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let sliding = Sliding(
            over: shape, kernel: Shape(kernel), stride: Shape(stride), dilation: Shape(dilation), padding: padding)
        return unrolling.convolve(inputs, rows, biases, sliding, output: outputShape(for: shape))
    }
}

extension MaxPool2D: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let sliding = Sliding(over: unrolling.shape, kernel: size, stride: stride, padding: padding)
        return unrolling.pool(inputs, sliding, output: outputShape(for: unrolling.shape), takesLargest: true)
    }
}

extension MaxPool1D: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let sliding = Sliding(over: unrolling.shape, kernel: Shape(size), stride: Shape(stride), padding: padding)
        return unrolling.pool(inputs, sliding, output: outputShape(for: unrolling.shape), takesLargest: true)
    }
}

extension AveragePool2D: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let sliding = Sliding(over: unrolling.shape, kernel: size, stride: stride, padding: padding)
        return unrolling.pool(inputs, sliding, output: outputShape(for: unrolling.shape), takesLargest: false)
    }
}

extension AveragePool1D: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let sliding = Sliding(over: unrolling.shape, kernel: Shape(size), stride: Shape(stride), padding: padding)
        return unrolling.pool(inputs, sliding, output: outputShape(for: unrolling.shape), takesLargest: false)
    }
}

extension GlobalAveragePool: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let channels = unrolling.shape.features
        let groups = (0..<channels).map { channel in
            stride(from: channel, to: inputs.count, by: channels).map { inputs[$0] }
        }
        let results = unrolling.means(groups)
        unrolling.position.map = nil
        unrolling.nameQuantity(results, Unrolling.Letter("p"), "means of the channels") { [$0 + 1] }
        return results
    }
}
