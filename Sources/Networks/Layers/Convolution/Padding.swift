/// What stands around a sample when a window slides over its edge.
///
/// Of n places, a kernel of k numbers, each d apart, moved by s, with p places before and q after, leaves
/// ⌊(n + p + q − d (k − 1) − 1) / s⌋ + 1 outputs.
///
/// - SeeAlso: Keras `layers.ZeroPadding1D`, `layers.ZeroPadding2D`, PyTorch `F.pad`, `nn.ZeroPad2d`
public enum Padding: Hashable, Sendable {
    /// Nothing: the window stays inside, p = q = 0.
    case valid
    /// Zeros, so that the output has ⌈n / s⌉ places, as many as the input when s = 1. Of the max(0, (⌈n / s⌉ − 1) s + d (k − 1) +
    /// 1 − n) places in all half stand before; where their number is odd, the extra one comes after, as in Keras and TensorFlow.
    case same
    /// So many zeros on every side, p = q, as PyTorch's `padding`.
    case zeros(Int)
    /// So many zeros before and after along each axis: one number for all axes, or one for rows and one for columns.
    case uneven(before: [Int], after: [Int])

    /// So many zeros before the first place and after the last one, along every axis: `.zeros(before: 2, after: 0)` before a
    /// kernel of 3 is Keras' `padding="causal"`, PyTorch's `F.pad(x, (2, 0))`.
    public static func zeros(before: Int, after: Int) -> Padding { .uneven(before: [before], after: [after]) }

    /// So many zeros on each side of a picture: Keras' `ZeroPadding2D(((top, bottom), (left, right)))`, PyTorch's
    /// `F.pad(x, (left, right, top, bottom))`.
    public static func zeros(top: Int, bottom: Int, left: Int, right: Int) -> Padding {
        .uneven(before: [top, left], after: [bottom, right])
    }
}

extension Padding {
    /// How many places were said to stand before and after along an axis; nil where the sizes of the window decide.
    package func stated(along axis: Int) -> (before: Int, after: Int)? {
        func number(_ sides: [Int]) -> Int { sides.isEmpty ? 0 : sides[min(axis, sides.count - 1)] }
        return switch self {
        case .valid: (0, 0)
        case .same: nil
        case .zeros(let count): (count, count)
        case .uneven(let before, let after): (number(before), number(after))
        }
    }

    /// Throws unless the numbers are those of so many axes, from 0 up.
    func check(_ layer: String, axes: Int) throws {
        var counts: [Int] = []
        switch self {
        case .valid, .same: break
        case .zeros(let count): counts = [count]
        case .uneven(let before, let after):
            counts = before + after
            guard before.count == after.count, before.count == 1 || before.count == axes else {
                throw ShapeError(
                    "\(layer) has a padding of \(self); give "
                        + (axes == 1
                            ? ".zeros(before:after:)" : ".zeros(top:bottom:left:right:), or .zeros(before:after:) for both"))
            }
        }
        if let wrong = counts.first(where: { !(0...Shape.largestCount).contains($0) }) {
            throw ShapeError("\(layer) has a padding of \(wrong); give a number from 0 up, smaller than the window")
        }
    }
}

extension Padding: CustomStringConvertible {
    public var description: String {
        switch self {
        case .valid: "valid"
        case .same: "same"
        case .zeros(let count): "\(count) zeros on every side"
        case .uneven(let before, let after):
            before.count == 2 && after.count == 2
                ? "\(before[0]) zeros above, \(after[0]) below, \(before[1]) on the left and \(after[1]) on the right"
                : "\(before.map(String.init).joined(separator: ", ")) zeros before and "
                    + "\(after.map(String.init).joined(separator: ", ")) after"
        }
    }
}
