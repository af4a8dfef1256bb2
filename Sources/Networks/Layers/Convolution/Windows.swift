/// The sizes of a window over sequences or pictures, as a lesson gives them.
struct WindowSizes: Hashable, Sendable {
    /// 1 for sequences `[time, channels]`, 2 for pictures `[height, width, channels]`.
    let axes: Int
    let kernel: Shape
    let stride: Shape
    var dilation: Shape = 1
    let padding: Padding

    /// The windows over samples of this shape; throws where they don't fit.
    func windows(_ layer: String, over shape: Shape) throws -> Windows {
        try Windows(layer, over: shape, axes: axes, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
    }

    /// The shape of what windows leave, with so many numbers at each place; the input's own where they don't fit.
    func shape(over inputs: Shape, features: Int) -> Shape {
        guard let windows = try? windows("", over: inputs) else { return inputs }
        return axes == 1 ? [windows.columns.outputs, features] : [windows.rows.outputs, windows.columns.outputs, features]
    }

    /// How many numbers of one channel a window takes.
    var area: Int { kernel.rank == axes ? kernel.count : (0..<axes).reduce(1) { area, _ in area.times(kernel.features) } }
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
            guard size.dimensions.allSatisfy({ $0 <= Shape.largestCount }) else {
                throw ShapeError("\(layer) has a \(what) of \(size), which is larger than any sample; give a smaller one")
            }
        }
        try padding.check(layer, axes: axes)
        func axis(_ index: Int) -> WindowAxis {
            WindowAxis(
                length: shape.dimensions[index], kernel: kernel.along(index), stride: stride.along(index),
                dilation: dilation.along(index), padding: padding, along: index)
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
        try Shape([rows.outputs, columns.outputs, channels]).check("\(layer) may make")
    }
}

extension Windows {
    /// Traps where numbers would be read beyond a sample's end; a network checks its samples before.
    func check(_ input: [Double]) {
        let count = rows.length * columns.length * channels
        guard input.count == count else { fatalError("this layer takes \(count) numbers, but was given \(input.count)") }
    }

    /// The same on the way back.
    func check(_ input: [Double], _ gradient: [Double], features: Int) {
        check(input)
        let count = places * features
        guard gradient.count == count else {
            fatalError("this layer makes \(count) numbers, but was given \(gradient.count) slopes")
        }
    }
}
