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

    init(length: Int, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding, along axis: Int = 0) {
        self.length = length
        self.kernel = kernel
        self.stride = stride
        self.dilation = dilation
        let reach = (kernel - 1) * dilation + 1
        guard let sides = padding.stated(along: axis) else {
            outputs = (length + stride - 1) / stride
            before = max(0, (outputs - 1) * stride + reach - length) / 2
            return
        }
        let whole = length + sides.before + sides.after
        before = sides.before
        outputs = whole < reach ? 0 : (whole - reach) / stride + 1
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
