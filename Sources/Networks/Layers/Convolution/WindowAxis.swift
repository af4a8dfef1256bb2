/// How a window moves along one dimension.
///
/// Public for derivations, which lay out the same windows scalar by scalar.
public struct WindowAxis: Hashable, Sendable {
    /// How many places the input has.
    public let length: Int
    /// How many of them one window takes.
    public let kernel: Int
    /// How far the window moves from one output to the next.
    public let stride: Int
    /// How far the places of a window are apart.
    public let dilation: Int
    /// How many zeros stand before the first place.
    public let before: Int
    /// How many outputs there are; 0 or less when the window doesn't fit.
    public let outputs: Int

    init(length: Int, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding) {
        self.length = length
        self.kernel = kernel
        self.stride = stride
        self.dilation = dilation
        let reach = (kernel - 1) * dilation + 1
        switch padding {
        case .valid:
            before = 0
            outputs = length < reach ? 0 : (length - reach) / stride + 1
        case .same:
            outputs = (length + stride - 1) / stride
            before = max(0, (outputs - 1) * stride + reach - length) / 2
        case .zeros(let count):
            before = count
            outputs = length + 2 * count < reach ? 0 : (length + 2 * count - reach) / stride + 1
        }
    }

    /// Which numbers of the window lie inside the input for one output.
    public func taps(at output: Int) -> Range<Int> {
        let start = output * stride - before
        let first = start >= 0 ? 0 : (-start + dilation - 1) / dilation
        let end = start >= length ? 0 : min(kernel, (length - 1 - start) / dilation + 1)
        return first < end ? first..<end : 0..<0
    }

    /// Where in the input a number of the window lies.
    public func place(_ output: Int, _ tap: Int) -> Int { output * stride - before + tap * dilation }
}

/// Windows over pictures: rows, columns and channels.
struct Windows: Hashable, Sendable {
    let rows: WindowAxis
    let columns: WindowAxis
    let channels: Int

    /// The shape of the places the windows leave, without channels.
    var places: Int { rows.outputs * columns.outputs }

    /// Checks sizes and the shape of the samples, and lays the windows out.
    ///
    /// - Parameters:
    ///   - layer: As the lesson writes it, for messages.
    ///   - axes: 1 for sequences `[time, channels]`, 2 for pictures `[height, width, channels]`.
    init(
        _ layer: String, over shape: Shape, axes: Int, kernel: Shape, stride: Shape, dilation: Shape = 1, padding: Padding
    ) throws {
        guard shape.rank == axes + 1 else {
            let wanted = axes == 1 ? "sequences, time×channels" : "pictures, height×width×channels"
            let advice =
                shape.rank == axes
                ? "put Reshape([\(shape.dimensions.map(String.init).joined(separator: ", ")), 1]) before it"
                : "give the network inputs of such a shape, or put a Reshape before it"
            throw ShapeError("\(layer) takes \(wanted), but is given samples of shape \(shape); \(advice)")
        }
        for (size, what) in [(kernel, "window"), (stride, "stride"), (dilation, "dilation")] {
            guard size.rank == 1 || size.rank == axes, size.dimensions.allSatisfy({ $0 > 0 }) else {
                throw ShapeError(
                    "\(layer) has a \(what) of \(size); give \(axes == 1 ? "a number" : "one or two numbers") from 1 up")
            }
        }
        if case .zeros(let count) = padding, count < 0 {
            throw ShapeError("\(layer) has a padding of \(count); give a number from 0 up")
        }
        func axis(_ index: Int) -> WindowAxis {
            func along(_ size: Shape) -> Int { size.dimensions[min(index, size.rank - 1)] }
            return WindowAxis(
                length: shape.dimensions[index], kernel: along(kernel), stride: along(stride), dilation: along(dilation),
                padding: padding)
        }
        rows = axes == 1 ? WindowAxis(length: 1, kernel: 1, stride: 1, padding: .valid) : axis(0)
        columns = axis(axes - 1)
        channels = shape.features
        guard rows.outputs > 0, columns.outputs > 0 else {
            let reach = [rows, columns].suffix(axes).map { String(($0.kernel - 1) * $0.dilation + 1) }
            throw ShapeError(
                "\(layer) has a window of \(reach.joined(separator: "×")), which doesn't fit into samples of shape \(shape); "
                    + "take a smaller one, or padding: .same")
        }
    }
}
