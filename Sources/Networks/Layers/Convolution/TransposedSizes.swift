/// The sizes of a transposed convolution, as a lesson gives them; one number stands for both axes.
struct TransposedSizes: Hashable, Sendable {
    /// 1 for sequences `[time, channels]`, 2 for pictures `[height, width, channels]`.
    let axes: Int
    let kernel: Shape
    let stride: Shape
    let padding: Shape
    let outputPadding: Shape
    let dilation: Shape

    /// How many numbers of one channel a kernel has.
    var area: Int { (0..<axes).reduce(1) { area, axis in area.times(kernel.along(axis)) } }

    /// Where the kernels come to lie for samples of this shape; throws where sizes are wrong.
    func spread(_ layer: String, over shape: Shape) throws -> Spread {
        guard shape.rank == axes + 1 else {
            let wanted = axes == 1 ? "sequences, time×channels" : "pictures, height×width×channels"
            throw ShapeError(
                "\(layer) takes \(wanted), but is given samples of shape \(shape); give the network inputs of such a shape, "
                    + "or put a Reshape before it")
        }
        let all = [
            (kernel, "kernel", 1), (stride, "stride", 1), (dilation, "dilation", 1), (padding, "padding", 0),
            (outputPadding, "outputPadding", 0),
        ]
        for (size, what, least) in all {
            guard size.rank == 1 || size.rank == axes,
                size.dimensions.allSatisfy({ (least...Shape.largestCount).contains($0) })
            else {
                throw ShapeError(
                    "\(layer) has a \(what) of \(size); give \(axes == 1 ? "a number" : "one or two numbers") from \(least) up, "
                        + "no larger than a sample")
            }
        }
        let spreads = try (0..<axes).map { axis in
            let room = max(stride.along(axis), dilation.along(axis))
            guard outputPadding.along(axis) < room else {
                throw ShapeError(
                    "\(layer) has an outputPadding of \(outputPadding.along(axis)), which must be smaller than its stride "
                        + "or its dilation, \(room)")
            }
            return SpreadAxis(
                length: shape.dimensions[axis], kernel: kernel.along(axis), stride: stride.along(axis),
                dilation: dilation.along(axis), before: padding.along(axis), after: outputPadding.along(axis))
        }
        let whole = SpreadAxis(length: 1, kernel: 1, stride: 1, dilation: 1, before: 0, after: 0)
        let spread = Spread(
            rows: axes == 1 ? whole : spreads[0], columns: spreads[axes - 1], channels: shape.features)
        guard spread.rows.outputs > 0, spread.columns.outputs > 0 else {
            throw ShapeError(
                "\(layer) with a padding of \(padding) leaves nothing of samples of shape \(shape); give a smaller padding")
        }
        try Shape([spread.rows.outputs, spread.columns.outputs, shape.features]).check("\(layer) may make")
        return spread
    }

    /// The shape of what comes out, with so many numbers at each place; the input's own where the sizes are wrong.
    func shape(over inputs: Shape, features: Int) -> Shape {
        guard let spread = try? spread("", over: inputs) else { return inputs }
        return axes == 1 ? [spread.columns.outputs, features] : [spread.rows.outputs, spread.columns.outputs, features]
    }
}

/// How kernels spread along one axis: place i, times the stride, less what is cut off before.
struct SpreadAxis: Hashable, Sendable {
    let length: Int
    let kernel: Int
    let stride: Int
    let dilation: Int
    let before: Int
    let after: Int

    /// (n − 1) s − 2 p + d (k − 1) + o + 1
    var outputs: Int { (length - 1) * stride - 2 * before + dilation * (kernel - 1) + after + 1 }

    /// The numbers of the kernel that come to lie inside the output for one place of the input, and where.
    func targets(of place: Int) -> [(tap: Int, target: Int)] {
        (0..<kernel).map { ($0, place * stride - before + $0 * dilation) }.filter { 0 <= $0.target && $0.target < outputs }
    }
}

/// How kernels spread over pictures: rows, columns and channels.
struct Spread: Hashable, Sendable {
    let rows: SpreadAxis
    let columns: SpreadAxis
    let channels: Int

    /// How many places come out.
    var places: Int { rows.outputs * columns.outputs }
    /// How many numbers of one channel a kernel has.
    var area: Int { rows.kernel * columns.kernel }

    /// Every place of the input with every number of the kernel there, and the place of the output that it reaches.
    func each(_ body: (_ place: Int, _ tap: Int, _ target: Int) -> Void) {
        for row in 0..<rows.length {
            let down = rows.targets(of: row)
            for column in 0..<columns.length {
                let across = columns.targets(of: column)
                for j in down {
                    for k in across {
                        body(
                            row * columns.length + column, j.tap * columns.kernel + k.tap,
                            j.target * columns.outputs + k.target)
                    }
                }
            }
        }
    }
}
