import Networks

/// Where windows lie along one dimension, worked out apart from the engine.
private struct Axis {
    /// For each output the numbers of the window that lie inside the sample, and where.
    var windows: [[(tap: Int, place: Int)]] = []

    init(length: Int, kernel: Int, stride: Int, dilation: Int, padding: Padding, number: Int = 0) {
        let reach = (kernel - 1) * dilation + 1
        var start: Int
        var end: Int
        switch padding {
        case .valid: (start, end) = (0, length - reach)
        case .zeros(let count): (start, end) = (-count, length + count - reach)
        case .uneven(let before, let after):
            let (first, last) = before.count > 1 ? (before[number], after[number]) : (before[0], after[0])
            (start, end) = (-first, length + last - reach)
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
struct Sliding {
    var windows: [[(tap: Int, place: Int)]]

    init(over shape: Shape, kernel: Shape, stride: Shape, dilation: Shape = 1, padding: Padding) {
        let axes = shape.rank - 1
        func axis(_ axis: Int) -> Axis {
            Axis(
                length: shape.dimensions[axis], kernel: kernel.along(axis), stride: stride.along(axis),
                dilation: dilation.along(axis), padding: padding, number: axis)
        }
        let columns = axis(axes - 1)
        let rows = axes == 1 ? Axis(length: 1, kernel: 1, stride: 1, dilation: 1, padding: .valid) : axis(0)
        self.init(
            rows: rows.windows, columns: columns.windows, width: shape.dimensions[axes - 1], kernelWidth: kernel.along(axes - 1)
        )
    }

    /// What windows along rows and along columns cover together; `width` is that of the picture.
    init(rows: [[(tap: Int, place: Int)]], columns: [[(tap: Int, place: Int)]], width: Int, kernelWidth: Int) {
        windows = rows.flatMap { row in
            columns.map { column in
                row.flatMap { j in
                    column.map { k in (tap: j.tap * kernelWidth + k.tap, place: j.place * width + k.place) }
                }
            }
        }
    }
}

extension ScalarBuilder {
    /// Σ w x + b for each window and filter, filters innermost; a kernel has its channels innermost, as the inputs have.
    mutating func convolved(
        _ inputs: [Number], channels: Int, _ kernels: [[Number]], _ biases: [Number], _ sliding: Sliding
    ) -> [Number] {
        sliding.windows.flatMap { window in
            kernels.indices.map { filter in
                let weights = window.flatMap { tap, _ in (0..<channels).map { kernels[filter][tap * channels + $0] } }
                let values = window.flatMap { _, place in (0..<channels).map { inputs[place * channels + $0] } }
                return weightedSum(weights, values, plus: biases.isEmpty ? [] : [biases[filter]])
            }
        }
    }

    /// One number for each window and channel.
    mutating func pooled(_ inputs: [Number], channels: Int, _ pooling: Pooling, _ sliding: Sliding) -> [Number] {
        let windows = sliding.windows.flatMap { window in
            (0..<channels).map { channel in window.map { inputs[$0.place * channels + channel] } }
        }
        return pooling == .maximum ? windows.map { result(.maximum, $0) } : means(windows)
    }
}

/// A convolution along one axis or two.
protocol UnrolledConvolution: GraphLayer, Layer {
    var sizes: (kernel: Shape, stride: Shape, dilation: Shape) { get }
    var padding: Padding { get }
    var weights: [[Double]] { get }
    var biases: [Double] { get }
}

extension UnrolledConvolution {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let (shape, sizes) = (unrolling.shape, sizes)
        let kernel = (0..<shape.rank - 1).map { sizes.kernel.dimensions[min($0, sizes.kernel.rank - 1)] }
        let kernels = unrolling.addKernels(weights, size: Shape(kernel + [shape.features]))
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let sliding = Sliding(
            over: shape, kernel: sizes.kernel, stride: sizes.stride, dilation: sizes.dilation, padding: padding)
        let sums = unrolling.convolved(inputs, channels: shape.features, kernels, biases, sliding)
        let (output, ends, place) = (outputShape(for: shape), unrolling.endsLevel, unrolling.place(unrolling.level))
        unrolling.position.map = output
        return unrolling.nameMap(
            sums, ends ? Letter("out", indexed: "a") : Letter("net", indexed: "z"),
            ends ? "outputs of the \(place)" : "weighted sums of the \(place)", shape: output)
    }
}

extension Conv2D: UnrolledConvolution {
    var sizes: (kernel: Shape, stride: Shape, dilation: Shape) { (kernel, stride, dilation) }
}

extension Conv1D: UnrolledConvolution {
    var sizes: (kernel: Shape, stride: Shape, dilation: Shape) { (Shape(kernel), Shape(stride), Shape(dilation)) }
}

/// A pooling of windows along one axis or two.
protocol UnrolledPooling: GraphLayer, Layer {
    var pooling: Pooling { get }
    var sizes: (window: Shape, stride: Shape, dilation: Shape) { get }
    var padding: Padding { get }
}

extension UnrolledPooling {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let (shape, output) = (unrolling.shape, outputShape(for: unrolling.shape))
        let sliding = Sliding(
            over: shape, kernel: sizes.window, stride: sizes.stride, dilation: sizes.dilation, padding: padding)
        let results = unrolling.pooled(inputs, channels: shape.features, pooling, sliding)
        unrolling.position.map = output
        let title = pooling == .maximum ? "largest numbers of the windows" : "means of the windows"
        return unrolling.nameMap(results, Letter("p"), title, shape: output)
    }
}

extension MaxPool2D: UnrolledPooling {
    var pooling: Pooling { .maximum }
    var sizes: (window: Shape, stride: Shape, dilation: Shape) { (size, stride, dilation) }
}

extension MaxPool1D: UnrolledPooling {
    var pooling: Pooling { .maximum }
    var sizes: (window: Shape, stride: Shape, dilation: Shape) { (Shape(size), Shape(stride), Shape(dilation)) }
}

extension AveragePool2D: UnrolledPooling {
    var pooling: Pooling { .mean }
    var sizes: (window: Shape, stride: Shape, dilation: Shape) { (size, stride, dilation) }
}

extension AveragePool1D: UnrolledPooling {
    var pooling: Pooling { .mean }
    var sizes: (window: Shape, stride: Shape, dilation: Shape) { (Shape(size), Shape(stride), Shape(dilation)) }
}

extension GlobalAveragePool: GraphLayer {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let channels = unrolling.shape.features
        let results = unrolling.means(
            (0..<channels).map { stride(from: $0, to: inputs.count, by: channels).map { inputs[$0] } })
        unrolling.position.map = nil
        return unrolling.nameQuantity(results, Letter("p"), "means of the channels") { [$0 + 1] }
    }
}
