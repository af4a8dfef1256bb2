/// What stands around a sample when a window slides over its edge.
public enum Padding: Hashable, Sendable {
    /// Nothing: the window stays inside. The output has ⌊(n − d (k − 1) − 1) / s⌋ + 1 places, for a kernel of k numbers, each d
    /// apart, moved by s.
    case valid
    /// Zeros, so that the output has ⌈n / s⌉ places, as many as the input when s = 1. Where their number is odd, the extra one
    /// comes after, as in Keras and TensorFlow.
    case same
    /// So many zeros on every side, as PyTorch's `padding`. The output has ⌊(n + 2p − d (k − 1) − 1) / s⌋ + 1 places.
    case zeros(Int)
}

extension Padding: CustomStringConvertible {
    public var description: String {
        switch self {
        case .valid: "valid"
        case .same: "same"
        case .zeros(let count): "\(count) zeros on every side"
        }
    }
}
