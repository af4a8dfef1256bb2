import CArithmetic

/// A matrix that stands among other numbers: from one row to the next it is `across` numbers, from one column `along`.
struct Block {
    let numbers: [Double]
    let start: Int
    let across: Int
    var along = 1

    var turned: Block { Block(numbers: numbers, start: start, across: along, along: across) }

    /// The same matrix without its first rows and columns.
    func from(row: Int = 0, column: Int = 0) -> Block {
        Block(numbers: numbers, start: start + row * across + column * along, across: across, along: along)
    }

    /// Puts the product with the first `depth` rows of `other`, whose columns are neighbours, into `target` from `place` on,
    /// `pitch` numbers to a row.
    func multiply(
        _ other: Block, rows: Int, depth: Int, columns: Int, into target: inout [Double], at place: Int, pitch: Int
    ) {
        target.withUnsafeMutableBufferPointer { target in
            numbers.withUnsafeBufferPointer { a in
                other.numbers.withUnsafeBufferPointer { b in
                    guard let a = a.baseAddress, let b = b.baseAddress, let target = target.baseAddress else { return }
                    arithmetic_best_kernels().pointee.multiply_within(
                        rows, depth, columns, a + start, across, along, b + other.start, other.across, target + place, pitch,
                        arithmetic_store)
                }
            }
        }
    }
}
