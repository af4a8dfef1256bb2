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
    guard let height = image.first?.count, let width = image.first?.first?.count,
        let kernelHeight = kernels.first?.first?.count, let kernelWidth = kernels.first?.first?.first?.count
    else { return [] }
    let rows = max(0, (height + 2 * padding - kernelHeight) / stride + 1)
    let columns = max(0, (width + 2 * padding - kernelWidth) / stride + 1)
    return kernels.enumerated().map { output, kernel in
        (0..<rows).map { row in
            (0..<columns).map { column in
                var weights: [Scalar] = []
                var inputs: [Scalar] = []
                for (channel, plane) in kernel.enumerated() {
                    for (j, line) in plane.enumerated() {
                        for (k, weight) in line.enumerated() {
                            let (y, x) = (row * stride + j - padding, column * stride + k - padding)
                            guard y >= 0, y < height, x >= 0, x < width else { continue }
                            weights.append(weight)
                            inputs.append(image[channel][y][x])
                        }
                    }
                }
                let sum = weightedSum(weights, inputs, bias: biases.isEmpty ? nil : biases[output])
                return sum.named("z", output + 1, row + 1, column + 1)
            }
        }
    }
}

/// How a window of a picture becomes one number.
public enum Pooling: String, Hashable, Sendable, CaseIterable {
    /// The largest; of equal ones the first takes the whole gradient.
    case maximum
    case mean
}

/// Windows of `size`×`size` numbers of each channel, `stride` apart (as far as `size` when not given), each as one number.
/// Named p_1_1_1 by channel, row and column.
public func pooled(_ image: [[[Scalar]]], _ pooling: Pooling, size: Int, stride: Int? = nil) -> [[[Scalar]]] {
    let stride = stride ?? size
    return image.enumerated().map { channel, plane in
        let rows = max(0, (plane.count - size) / stride + 1)
        let columns = max(0, ((plane.first?.count ?? 0) - size) / stride + 1)
        return (0..<rows).map { row in
            (0..<columns).map { column in
                let window = (0..<size).flatMap { j in (0..<size).map { plane[row * stride + j][column * stride + $0] } }
                let value = pooling == .maximum ? Scalar(.maximum, window) : mean(window)
                return value.named("p", channel + 1, row + 1, column + 1)
            }
        }
    }
}
