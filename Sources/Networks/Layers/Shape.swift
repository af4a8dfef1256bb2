/// How the numbers of one sample are arranged, last dimension fastest: `[28, 28, 1]` is height × width × channels, as in Keras;
/// `[10, 4]` is ten time steps of four features; `3` is three numbers.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
    public let dimensions: [Int]

    public init(_ dimensions: [Int]) {
        self.dimensions = dimensions
    }

    /// So many numbers in a row.
    public init(_ count: Int) {
        dimensions = [count]
    }

    /// How many numbers there are: the product of the dimensions.
    public var count: Int { dimensions.reduce(1, *) }

    /// The last dimension: features, or channels.
    public var features: Int { dimensions.last ?? 1 }

    public var rank: Int { dimensions.count }

    /// The same shape with another last dimension.
    public func replacing(features: Int) -> Shape { Shape(dimensions.dropLast() + [features]) }

    /// `28×28×1`.
    public var description: String { dimensions.map(String.init).joined(separator: "×") }
}

extension Shape: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }
}
