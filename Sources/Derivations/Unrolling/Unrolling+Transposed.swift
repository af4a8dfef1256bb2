import Networks

/// A transposed convolution along one axis or two: each place of the output is asked what spread to it.
protocol UnrolledTransposedConvolution: GraphLayer, Layer {
    var sizes: (kernel: Shape, stride: Shape, padding: Shape, dilation: Shape) { get }
    var weights: [[Double]] { get }
    var biases: [Double] { get }
}

extension UnrolledTransposedConvolution {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let (shape, output) = (unrolling.shape, outputShape(for: unrolling.shape))
        let (all, kernel) = (sizes, (0..<shape.rank - 1).map(sizes.kernel.along))
        let kernels = unrolling.addKernels(weights, size: Shape(kernel + [shape.features]))
        let biases = biases.isEmpty ? [] : unrolling.addBiases(biases, shared: false)
        let origins = (0..<shape.rank - 1).map { axis in
            Self.origins(
                outputs: output.dimensions[axis], inputs: shape.dimensions[axis], kernel: kernel[axis],
                stride: all.stride.along(axis), padding: all.padding.along(axis), dilation: all.dilation.along(axis))
        }
        let sliding = Sliding(
            rows: origins.count > 1 ? origins[0] : [[(tap: 0, place: 0)]], columns: origins[origins.count - 1],
            width: shape.dimensions[shape.rank - 2], kernelWidth: kernel[kernel.count - 1])
        let sums = unrolling.convolved(inputs, channels: shape.features, kernels, biases, sliding)
        let (ends, place) = (unrolling.endsLevel, unrolling.place(unrolling.level))
        unrolling.position.map = output
        return unrolling.nameMap(
            sums, ends ? Letter("out", indexed: "a") : Letter("net", indexed: "z"),
            ends ? "outputs of the \(place)" : "weighted sums of the \(place)", shape: output)
    }

    /// For each place r of the output the numbers k of the kernel and the places i of the input with i s − p + k d = r.
    private static func origins(
        outputs: Int, inputs: Int, kernel: Int, stride: Int, padding: Int, dilation: Int
    ) -> [[(tap: Int, place: Int)]] {
        (0..<outputs).map { place in
            (0..<kernel).compactMap { tap in
                let shifted = place + padding - tap * dilation
                guard shifted >= 0, shifted.isMultiple(of: stride), shifted / stride < inputs else { return nil }
                return (tap, shifted / stride)
            }.sorted { $0.place < $1.place }
        }
    }
}

extension ConvTranspose1D: UnrolledTransposedConvolution {
    var sizes: (kernel: Shape, stride: Shape, padding: Shape, dilation: Shape) {
        (Shape(kernel), Shape(stride), Shape(padding), Shape(dilation))
    }
}

extension ConvTranspose2D: UnrolledTransposedConvolution {
    var sizes: (kernel: Shape, stride: Shape, padding: Shape, dilation: Shape) { (kernel, stride, padding, dilation) }
}
