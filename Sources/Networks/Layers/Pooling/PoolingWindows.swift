/// What the pooling layers share: a window of places for each output, each channel by itself.
struct PoolingWindows: Sendable {
    private(set) var windows: Windows?

    mutating func connect(_ layer: String, to shape: Shape, axes: Int, size: Shape, stride: Shape, padding: Padding) throws {
        let windows = try Windows(layer, over: shape, axes: axes, kernel: size, stride: stride, padding: padding)
        for axis in [windows.rows, windows.columns] where (0..<axis.outputs).contains(where: { axis.taps(at: $0).isEmpty }) {
            throw ShapeError(
                "\(layer) has a padding of \(padding), so that some windows of \(size) hold nothing of the samples; "
                    + "give less than the window's size")
        }
        self.windows = windows
    }

    /// The largest number under each window.
    func largest(_ input: [Double]) -> [Double] {
        guard let windows else { return input }
        let channels = windows.channels
        return .filled(windows.places * channels) { output in
            input.withUnsafeBufferPointer { input in
                Self.slide(windows) { place, start, isFirst in
                    for k in 0..<channels where isFirst || input[start + k] > output[place * channels + k] {
                        output[place * channels + k] = input[start + k]
                    }
                }
            }
        }
    }

    /// The whole slope of an output goes to the largest number under its window; of equal ones, to the first.
    func largestBackward(_ input: [Double], _ gradient: [Double]) -> [Double] {
        guard let windows else { return gradient }
        let channels = windows.channels
        var chosen = [Int](repeating: 0, count: windows.places * channels)
        return .filled(input.count) { back in
            input.withUnsafeBufferPointer { input in
                chosen.withUnsafeMutableBufferPointer { chosen in
                    Self.slide(windows) { place, start, isFirst in
                        for k in 0..<channels where isFirst || input[start + k] > input[chosen[place * channels + k]] {
                            chosen[place * channels + k] = start + k
                        }
                    }
                    for index in chosen.indices { back[chosen[index]] += gradient[index] }
                }
            }
        }
    }

    /// The mean under each window; zeros around the sample aren't counted.
    func mean(_ input: [Double]) -> [Double] {
        guard let windows else { return input }
        let channels = windows.channels
        return .filled(windows.places * channels) { output in
            input.withUnsafeBufferPointer { input in
                Self.slide(windows) { place, start, _ in
                    for k in 0..<channels { output[place * channels + k] += input[start + k] }
                }
            }
            for place in 0..<windows.places {
                let size = Double(windows.size(at: place))
                for k in 0..<channels { output[place * channels + k] /= size }
            }
        }
    }

    /// The slope of an output goes in equal parts to the numbers under its window.
    func meanBackward(_ input: [Double], _ gradient: [Double]) -> [Double] {
        guard let windows else { return gradient }
        let channels = windows.channels
        return .filled(input.count) { back in
            gradient.withUnsafeBufferPointer { gradient in
                Self.slide(windows) { place, start, _ in
                    let size = Double(windows.size(at: place))
                    for k in 0..<channels { back[start + k] += gradient[place * channels + k] / size }
                }
            }
        }
    }

    /// Visits every place under every window, row by row.
    ///
    /// - Parameter body: Gets the output's place, the index of the input where the channels of the place begin, and whether the
    ///   place is the window's first.
    @inline(__always)
    private static func slide(_ windows: Windows, _ body: (_ place: Int, _ start: Int, _ isFirst: Bool) -> Void) {
        let (rows, columns) = (windows.rows, windows.columns)
        for row in 0..<rows.outputs {
            let down = rows.taps(at: row)
            for column in 0..<columns.outputs {
                let across = columns.taps(at: column)
                for j in down {
                    for k in across {
                        let start = rows.place(row, j) * columns.length + columns.place(column, k)
                        body(
                            row * columns.outputs + column, start * windows.channels,
                            j == down.lowerBound && k == across.lowerBound)
                    }
                }
            }
        }
    }
}

extension Windows {
    /// How many places of the sample lie under one window.
    func size(at place: Int) -> Int {
        rows.taps(at: place / columns.outputs).count * columns.taps(at: place % columns.outputs).count
    }

    /// The shape of what the windows leave, without or with a row dimension.
    func shape(axes: Int, features: Int) -> Shape {
        axes == 1 ? [columns.outputs, features] : [rows.outputs, columns.outputs, features]
    }
}
