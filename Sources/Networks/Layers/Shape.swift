/// How the numbers of one sample are arranged, last dimension fastest: `[28, 28, 1]` is height × width × channels, as in Keras;
/// `[10, 4]` is ten time steps of four features; `3` is three numbers.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
    /// The dimensions, the features last.
    public let dimensions: [Int]

    /// A shape of these dimensions, the features last.
    public init(_ dimensions: [Int]) {
        self.dimensions = dimensions
    }

    /// So many numbers in a row.
    public init(_ count: Int) {
        dimensions = [count]
    }

    /// How many numbers there are: the product of the dimensions, or the largest integer where that is larger still.
    public var count: Int { dimensions.reduce(1) { $0.times($1) } }

    /// The last dimension: features, or channels.
    public var features: Int { dimensions.last ?? 1 }

    /// How many dimensions there are.
    public var rank: Int { dimensions.count }

    /// A size along one of several axes, where one number may stand for all.
    package func along(_ axis: Int) -> Int { dimensions[min(axis, rank - 1)] }

    /// The same shape with another last dimension.
    public func replacing(features: Int) -> Shape { Shape(dimensions.dropLast() + [features]) }

    /// `28×28×1`.
    public var description: String { dimensions.map(String.init).joined(separator: "×") }
}

extension Shape {
    /// The most numbers a sample may have on its way through a network: a picture of 8192×8192, half a gigabyte.
    static let largestCount = 1 << 26

    /// Throws unless there are numbers, and no more than memory is made for.
    func check(_ what: String) throws {
        guard rank > 0, dimensions.allSatisfy({ $0 > 0 }) else { throw ShapeError("\(what) at least 1 number, not \(self)") }
        guard count <= Self.largestCount else {
            throw ShapeError("\(what) at most \(Self.largestCount) numbers, not \(self); is one of the sizes a slip?")
        }
    }

    /// The most parameters a network may have: two gigabytes.
    static let mostParameters = 1 << 28

    /// Throws unless a matrix of such sizes can be made; one of no rows or columns can.
    static func check(rows: Int, columns: Int) throws {
        guard rows >= 0, columns >= 0 else {
            throw ArgumentError("a matrix can't have \(rows) rows and \(columns) columns; give numbers from 0 up")
        }
        guard rows.times(columns) <= mostParameters else {
            throw ArgumentError(
                "a matrix may have at most \(mostParameters) numbers, not \(rows)×\(columns); is one of the sizes a slip?")
        }
    }
}

extension Int {
    /// The product, or the largest integer where that is larger still: sizes that a file or a slip makes absurd.
    func times(_ other: Int) -> Int {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        return overflows ? .max : product
    }

    /// The sum, or the largest integer.
    func plus(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}

extension Shape: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }
}
