/// Which positions of a sample ask and which answer.
enum AttentionSource: Hashable, Sendable {
    /// All ask and all answer.
    case itself
    /// The first positions ask the others; with values apart, the first half of the others gives keys and the second values.
    case others(asking: Int, valuesApart: Bool)

    /// The layer that takes its samples so.
    var layer: String {
        switch self {
        case .itself: "SelfAttention"
        case .others: "CrossAttention"
        }
    }

    /// How many positions ask the others; 0 where all ask all.
    var asking: Int {
        if case .others(let asking, _) = self { asking } else { 0 }
    }

    /// Whether the values come from positions of their own.
    var valuesApart: Bool {
        if case .others(_, let valuesApart) = self { valuesApart } else { false }
    }

    /// The positions of queries, keys and values in a sequence of so many steps.
    func parts(of steps: Int) -> [Range<Int>] {
        // A shape that a check is still to refuse may have fewer than none.
        let steps = max(0, steps)
        guard case .others(let asking, let valuesApart) = self else { return [0..<steps, 0..<steps, 0..<steps] }
        let first = min(max(0, asking), steps)
        guard valuesApart else { return [0..<first, first..<steps, first..<steps] }
        let middle = first + (steps - first) / 2
        return [0..<first, first..<middle, middle..<first + (middle - first) * 2]
    }

    func check(steps: Int) throws {
        guard case .others(let asking, let valuesApart) = self else { return }
        guard asking > 0, asking < steps else {
            throw ShapeError(
                "CrossAttention(asking: \(asking)) is given \(steps) positions, of which the first \(asking) ask the others; "
                    + "give a number from 1 to \(max(1, steps - 1))")
        }
        guard !valuesApart || (steps - asking).isMultiple(of: 2) else {
            throw ShapeError(
                "CrossAttention(asking: \(asking)) is given \(steps - asking) positions besides those that ask, which can't be "
                    + "as many keys as values; give an even number")
        }
    }
}

/// The biases of attention's products, one number for each column of their matrices.
public struct AttentionBiases: Hashable, Sendable {
    /// b_Q
    public var queries: [Double]
    /// b_K
    public var keys: [Double]
    /// b_V
    public var values: [Double]
    /// b_O; nil without an output projection.
    public var output: [Double]?

    /// b_Q, b_K, b_V and, with an output projection, b_O.
    public init(queries: [Double], keys: [Double], values: [Double], output: [Double]? = nil) {
        self.queries = queries
        self.keys = keys
        self.values = values
        self.output = output
    }

    /// In the order of the parameters.
    var all: [[Double]] { [queries, keys, values] + (output.map { [$0] } ?? []) }
}
