/// Random matrices with rows, or columns, of length 1 at right angles to each other.
enum Orthogonal {
    /// Row by row; the columns are orthonormal where there are more rows than columns, otherwise the rows.
    static func matrix(rows: Int, columns: Int, from generator: inout SplitMix64) -> [Double] {
        guard rows > columns else { return orthonormal(rows, of: columns, &generator).flatMap { $0 } }
        let turned = orthonormal(columns, of: rows, &generator)
        return (0..<rows).flatMap { row in turned.map { $0[row] } }
    }

    /// Vectors of normal numbers made orthonormal one after the other (Gram and Schmidt, twice for accuracy).
    private static func orthonormal(_ count: Int, of length: Int, _ generator: inout SplitMix64) -> [[Double]] {
        var found: [[Double]] = []
        while found.count < count {
            var vector = (0..<length).map { _ in generator.normal() }
            for _ in 0..<2 {
                for other in found {
                    let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
                    for k in vector.indices { vector[k] -= share * other[k] }
                }
            }
            let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            // A vector that lay in the plane of the others leaves rounding alone: draw again.
            if size > 1e-6 { found.append(vector.map { $0 / size }) }
        }
        return found
    }
}
