/// A layer that makes one number of those under each window, each channel by itself.
protocol PoolingLayer: StorableLayer {
    var pooling: Pooling { get set }
    init(_ pooling: Pooling)
    static var kind: Pooling.Kind { get }
    /// 1 for sequences, 2 for pictures.
    static var axes: Int { get }
}

extension PoolingLayer {
    public var name: String { "\(Self.self)" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        var layer = self
        try layer.pooling.connect("\(name)(\(pooling.sizes.kernel))", to: inputs)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { pooling.sizes.shape(over: inputs, features: inputs.features) }

    public func forward(_ input: [Double]) -> [Double] {
        switch pooling.kind {
        case .largest: pooling.largest(input)
        case .mean: pooling.mean(input)
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        switch pooling.kind {
        case .largest: (pooling.largestBackward(input, gradient), [])
        case .mean: (pooling.meanBackward(input, gradient), [])
        }
    }
}

/// What the pooling layers share: a window of places for each output, each channel by itself.
struct Pooling: Sendable {
    enum Kind { case largest, mean }

    let kind: Kind
    let sizes: WindowSizes
    private(set) var windows: Windows?

    init(_ kind: Kind, _ sizes: WindowSizes) {
        self.kind = kind
        self.sizes = sizes
    }

    mutating func connect(_ layer: String, to shape: Shape) throws {
        let windows = try sizes.windows(layer, over: shape)
        for axis in [windows.rows, windows.columns] where (0..<axis.outputs).contains(where: { axis.taps(at: $0).isEmpty }) {
            throw ShapeError(
                "\(layer) has a padding of \(sizes.padding), so that some windows of \(sizes.kernel) hold nothing of the samples; "
                    + "give less than the window's size")
        }
        self.windows = windows
    }

    /// The largest number under each window.
    func largest(_ input: [Double]) -> [Double] {
        guard let windows else { return input }
        windows.check(input)
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
        windows.check(input, gradient, features: windows.channels)
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
        windows.check(input)
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
        windows.check(input, gradient, features: windows.channels)
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
}
