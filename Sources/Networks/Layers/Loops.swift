import CArithmetic

/// Matrix products over plain row-major memory, for layers that walk through time.
///
/// The sums are taken in the order of their index, each step fused, so a result is the same on every machine.
enum Loops {
    /// C += A B, with A m×k, B k×n and C m×n.
    static func addProduct(
        _ c: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ m: Int, _ k: Int, _ n: Int
    ) {
        arithmetic_best_kernels().pointee.multiply(m, k, n, a, k, 1, b, nil, c, arithmetic_continue, 1, 0)
    }

    /// C += Aᵀ B, with A m×k, B m×n and C k×n.
    static func addTransposedProduct(
        _ c: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ m: Int, _ k: Int, _ n: Int
    ) {
        arithmetic_best_kernels().pointee.multiply(k, m, n, a, 1, k, b, nil, c, arithmetic_continue, 1, 0)
    }

    /// y += factor · x
    static func addScaled(
        _ factor: Double, _ x: UnsafePointer<Double>, to y: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        arithmetic_best_kernels().pointee.add_scaled(count, factor, x, y)
    }

    /// Bᵀ = A, with A rows×columns.
    static func transpose(_ a: UnsafePointer<Double>, into b: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int) {
        for row in 0..<rows {
            for column in 0..<columns { b[column * rows + row] = a[row * columns + column] }
        }
    }

    /// x = σ(x)
    static func sigmoid(_ x: UnsafeMutablePointer<Double>, _ count: Int) {
        arithmetic_best_kernels().pointee.activate(arithmetic_logistic, x, x, count)
    }

    /// x = tanh(x)
    static func tanh(_ x: UnsafeMutablePointer<Double>, _ count: Int) {
        arithmetic_best_kernels().pointee.activate(arithmetic_tangent, x, x, count)
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
