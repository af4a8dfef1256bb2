import Networks

/// Cross-correlation of a picture with kernels, z[o][r][c] = Σ w[o][i][j][k] · x[i][r·stride + j − padding][c·stride + k − padding] + b[o]:
/// what deep learning calls convolution. Places outside the picture count as 0 and are left out of the sums.
///
/// - Parameters:
///   - image: Channels of rows.
///   - kernels: For each output channel one kernel for each input channel.
/// - Returns: Channels of rows, named z_1_1_1 by channel, row and column.
public func convolution(
    _ image: [[[Scalar]]], kernels: [[[[Scalar]]]], biases: [Scalar] = [], stride: Int = 1, padding: Int = 0
) -> [[[Scalar]]] {
    guard let shape = Shape(image), let kernel = kernels.first.flatMap(Shape.init) else { return [] }
    let sliding = Sliding(over: shape, kernel: kernel, stride: Shape(stride), padding: .zeros(padding))
    var builder = Expressions()
    let sums = builder.convolved(
        channelsInnermost(image), channels: image.count, kernels.map(channelsInnermost), biases, sliding)
    return channelsFirst(sums, kernels.count, in: shape, kernel: kernel, stride: stride, padding: padding, named: "z")
}

/// How a window of a picture becomes one number.
public enum Pooling: String, Hashable, Sendable, CaseIterable {
    /// The largest; of equal ones the first takes the whole gradient.
    case maximum
    /// The mean of the window.
    case mean
}

/// Windows of `size`×`size` numbers of each channel, `stride` apart (as far as `size` when not given), each as one number.
/// Named p_1_1_1 by channel, row and column.
public func pooled(_ image: [[[Scalar]]], _ pooling: Pooling, size: Int, stride: Int? = nil) -> [[[Scalar]]] {
    guard let shape = Shape(image) else { return [] }
    let (kernel, stride) = (Shape([size, size, 1]), stride ?? size)
    let sliding = Sliding(over: shape, kernel: kernel, stride: Shape(stride), padding: .valid)
    var builder = Expressions()
    let results = builder.pooled(channelsInnermost(image), channels: image.count, pooling, sliding)
    return channelsFirst(results, image.count, in: shape, kernel: kernel, stride: stride, padding: 0, named: "p")
}

extension Shape {
    /// Height, width and channels of a picture given as channels of rows; nil for one without numbers.
    fileprivate init?(_ image: [[[Scalar]]]) {
        guard let height = image.first?.count, let width = image.first?.first?.count, width > 0 else { return nil }
        self.init([height, width, image.count])
    }
}

private func channelsInnermost(_ image: [[[Scalar]]]) -> [Scalar] {
    (image.first ?? []).indices.flatMap { row in
        image[0][row].indices.flatMap { column in image.map { $0[row][column] } }
    }
}

/// What the windows gave, as channels of rows, and named.
private func channelsFirst(
    _ numbers: [Scalar], _ channels: Int, in shape: Shape, kernel: Shape, stride: Int, padding: Int, named letter: String
) -> [[[Scalar]]] {
    func outputs(_ axis: Int) -> Int {
        let room = shape.dimensions[axis] + 2 * padding - kernel.dimensions[axis]
        return room < 0 ? 0 : room / stride + 1
    }
    let columns = outputs(1)
    return (0..<channels).map { channel in
        (0..<outputs(0)).map { row in
            (0..<columns).map {
                numbers[(row * columns + $0) * channels + channel].named(letter, channel + 1, row + 1, $0 + 1)
            }
        }
    }
}
