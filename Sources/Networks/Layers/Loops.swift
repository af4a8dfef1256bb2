/// Matrix products over plain row-major memory, for layers that walk through time.
///
/// The innermost loop runs along memory and the sums are taken in a fixed order, so a result is the same on every machine.
enum Loops {
    /// C += A B, with A m×k, B k×n and C m×n.
    static func addProduct(
        _ c: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ m: Int, _ k: Int, _ n: Int
    ) {
        for row in 0..<m {
            let target = c + row * n
            for inner in 0..<k {
                let factor = a[row * k + inner]
                let source = b + inner * n
                for column in 0..<n { target[column] += factor * source[column] }
            }
        }
    }

    /// C += Aᵀ B, with A m×k, B m×n and C k×n.
    static func addTransposedProduct(
        _ c: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ m: Int, _ k: Int, _ n: Int
    ) {
        for row in 0..<m {
            let source = b + row * n
            for inner in 0..<k {
                let factor = a[row * k + inner]
                let target = c + inner * n
                for column in 0..<n { target[column] += factor * source[column] }
            }
        }
    }

    /// Bᵀ = A, with A rows×columns.
    static func transpose(_ a: UnsafePointer<Double>, into b: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int) {
        for row in 0..<rows {
            for column in 0..<columns { b[column * rows + row] = a[row * columns + column] }
        }
    }

    /// Adds the rows of A, m×n, to s.
    static func addRows(_ s: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>, _ m: Int, _ n: Int) {
        for row in 0..<m {
            for column in 0..<n { s[column] += a[row * n + column] }
        }
    }
}

/// So many numbers for the length of one call, 0 at first.
func withScratch<Result>(_ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, count)) { buffer in
        buffer.initialize(repeating: 0)
        guard let base = buffer.baseAddress else { preconditionFailure("a buffer of at least one number has an address") }
        return body(base)
    }
}

extension Array where Element == Double {
    /// `count` zeros, changed in place.
    static func filled(_ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) -> [Double] {
        var numbers = [Double](repeating: 0, count: count)
        numbers.withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress { body(base) }
        }
        return numbers
    }

    /// The rows of a matrix that stands here row by row.
    func rows(of width: Int) -> [[Double]] {
        width > 0 ? stride(from: 0, to: count, by: width).map { Array(self[$0..<Swift.min($0 + width, count)]) } : []
    }
}
