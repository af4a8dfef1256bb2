extension Convolution {
    func forward(_ input: [Double]) -> [Double] {
        guard let windows else { return [] }
        windows.check(input)
        let (filters, channels, taps) = (filters, windows.channels, taps)
        return .filled(windows.places * filters) { output in
            if usesBias { for index in 0..<windows.places * filters { output[index] = biases[index % filters] } }
            withScratch(filters * taps) { turned in
                input.withUnsafeBufferPointer { input in
                    weights.withUnsafeBufferPointer { weights in
                        guard let input = input.baseAddress, let weights = weights.baseAddress else { return }
                        // With the filters side by side the innermost loop runs along memory.
                        Loops.transpose(weights, into: turned, filters, taps)
                        Self.slide(windows) { place, tap, start, count in
                            let rows = turned + tap * channels * filters
                            Loops.addProduct(output + place * filters, input + start, rows, 1, count * channels, filters)
                        }
                    }
                }
            }
        }
    }

    func backward(input: [Double], gradient: [Double]) -> (input: [Double], parameters: [[Double]]) {
        guard let windows else { return (input, []) }
        windows.check(input, gradient, features: filters)
        let (filters, channels, taps) = (filters, windows.channels, taps)
        var kernels = [Double](repeating: 0, count: weights.count)
        let back = [Double].filled(input.count) { back in
            kernels.withUnsafeMutableBufferPointer { kernels in
                input.withUnsafeBufferPointer { input in
                    weights.withUnsafeBufferPointer { weights in
                        gradient.withUnsafeBufferPointer { gradient in
                            guard let input = input.baseAddress, let weights = weights.baseAddress,
                                let gradient = gradient.baseAddress, let kernels = kernels.baseAddress
                            else { return }
                            Self.slide(windows) { place, tap, start, count in
                                let slopes = gradient + place * filters
                                let (source, target) = (input + start, back + start)
                                for f in 0..<filters {
                                    let slope = slopes[f]
                                    // Behind pooling and ReLU most slopes are 0.
                                    guard slope != 0 else { continue }
                                    let offset = f * taps + tap * channels
                                    Loops.addScaled(slope, weights + offset, to: target, count * channels)
                                    Loops.addScaled(slope, source, to: kernels + offset, count * channels)
                                }
                            }
                        }
                    }
                }
            }
        }
        guard usesBias else { return (back, [kernels]) }
        var sums = [Double](repeating: 0, count: filters)
        for place in 0..<windows.places {
            for f in 0..<filters { sums[f] += gradient[place * filters + f] }
        }
        return (back, [kernels, sums])
    }

    /// Visits every stretch of numbers that lie side by side both under a window and in its kernel.
    ///
    /// - Parameter body: Gets the output's place, the first number of the window, the index of the input where the stretch
    ///   begins, and how many places it has, all their channels together.
    @inline(__always)
    private static func slide(_ windows: Windows, _ body: (_ place: Int, _ tap: Int, _ start: Int, _ count: Int) -> Void) {
        let (rows, columns, channels) = (windows.rows, windows.columns, windows.channels)
        for row in 0..<rows.outputs {
            let down = rows.taps(at: row)
            for column in 0..<columns.outputs {
                let across = columns.taps(at: column)
                let place = row * columns.outputs + column
                guard !across.isEmpty else { continue }
                for j in down {
                    let line = rows.place(row, j) * columns.length
                    if columns.dilation == 1 {
                        let start = (line + columns.place(column, across.lowerBound)) * channels
                        body(place, j * columns.kernel + across.lowerBound, start, across.count)
                    } else {
                        for k in across { body(place, j * columns.kernel + k, (line + columns.place(column, k)) * channels, 1) }
                    }
                }
            }
        }
    }
}
