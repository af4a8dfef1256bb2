import CArithmetic

/// Where the numbers under the windows of a convolution stand, in a sample with its padding around it.
struct Slide {
    let windows: Int
    /// Where each window begins, and how far each of its numbers is from there.
    let starts: UnsafePointer<Int>
    let steps: UnsafePointer<Int>
    /// So many steps always lie side by side.
    let stretch: Int
    /// One sample with zeros around it, and one of slopes; nil when there is no padding.
    let padded: (sample: UnsafeMutablePointer<Double>, slopes: UnsafeMutablePointer<Double>)?
    /// Numbers in them, in a row of them, and before the sample's first.
    private let paddedCount: Int
    private let paddedRow: Int
    private let before: Int
    /// Rows of a sample, and numbers in each.
    private let rows: Int
    private let row: Int

    init(_ windows: Windows, _ memory: FlatMemory) {
        let (down, across, channels) = (windows.rows, windows.columns, windows.channels)
        let (height, width) = (down.paddedLength, across.paddedLength)
        self.windows = windows.places
        rows = down.length
        row = across.length * channels
        paddedRow = width * channels
        paddedCount = height * paddedRow
        before = (down.before * width + across.before) * channels
        var starts: [Int] = []
        var steps: [Int] = []
        for r in 0..<down.outputs {
            for c in 0..<across.outputs { starts.append((r * down.stride * width + c * across.stride) * channels) }
        }
        for j in 0..<down.kernel {
            for k in 0..<across.kernel {
                for m in 0..<channels { steps.append((j * down.dilation * width + k * across.dilation) * channels + m) }
            }
        }
        self.starts = memory.table(starts)
        self.steps = memory.table(steps)
        stretch = across.dilation == 1 ? across.kernel * channels : channels
        let isPadded = height != down.length || width != across.length
        padded = isPadded ? (memory.zeros(paddedCount), memory.zeros(paddedCount)) : nil
    }

    /// The sample as the windows see it; one with padding holds until the next is asked for.
    func seen(_ sample: UnsafePointer<Double>) -> UnsafePointer<Double> {
        guard let target = padded?.sample else { return sample }
        for r in 0..<rows { (target + before + r * paddedRow).update(from: sample + r * row, count: row) }
        return UnsafePointer(target)
    }

    /// Sets the slopes of one sample to what `add` adds to zeros.
    func slopes(_ sample: UnsafeMutablePointer<Double>, _ add: (UnsafeMutablePointer<Double>) -> Void) {
        guard let source = padded?.slopes else {
            sample.update(repeating: 0, count: rows * row)
            return add(sample)
        }
        source.update(repeating: 0, count: paddedCount)
        add(source)
        for r in 0..<rows { (sample + r * row).update(from: source + before + r * paddedRow, count: row) }
    }
}

extension WindowAxis {
    /// How many places there are with the padding on both sides.
    var paddedLength: Int { max(before + length, (outputs - 1) * stride + (kernel - 1) * dilation + 1) }
}

extension arithmetic_pool {
    init(_ windows: Windows, _ memory: FlatMemory) {
        var list: [Int] = []
        var ends: [Int] = []
        for row in 0..<windows.rows.outputs {
            for column in 0..<windows.columns.outputs {
                for j in windows.rows.taps(at: row) {
                    for k in windows.columns.taps(at: column) {
                        let place = windows.rows.place(row, j) * windows.columns.length + windows.columns.place(column, k)
                        list.append(place * windows.channels)
                    }
                }
                ends.append(list.count)
            }
        }
        let inputs = windows.rows.length * windows.columns.length * windows.channels
        self.init(
            windows: windows.places, channels: windows.channels, inputs: inputs, ends: memory.table(ends),
            list: memory.table(list))
    }

    /// One window over everything.
    init(wholeOf shape: Shape, _ memory: FlatMemory) {
        let places = shape.count / max(1, shape.features)
        self.init(
            windows: 1, channels: shape.features, inputs: shape.count, ends: memory.table([places]),
            list: memory.table((0..<places).map { $0 * shape.features }))
    }
}
