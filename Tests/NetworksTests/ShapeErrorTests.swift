import Networks
import Testing

/// The wording of what can be wrong with a network's shapes.
struct ShapeErrorTests {
    static let rows: [(layers: [any Layer], message: String)] = [
        (
            [Dense(2, weights: [[1, 2, 3], [4, 5, 6]], bias: 0)],
            "layer 1: Dense(2) is given 2 inputs, but row 1 of its weights has 3 numbers; the weights must have shape 2×2"
        ),
        ([Dense(3, weights: [[1, 2]], bias: 0)], "layer 1: Dense(3) got 1 rows of weights; give one row for each unit"),
        (
            [Sigmoid(), Dense(2, weights: [[1, 2], [3, 4]], biases: [1])],
            "layer 2: Dense(2) got 1 biases; give one for each of its 2 units"
        ),
        ([Dense(0)], "layer 1: Dense(0) has no units; give it at least 1"),
    ]

    @Test(arguments: rows.indices)
    func `a wrong shape names the layer and both shapes`(row: Int) {
        let error = #expect(throws: ShapeError.self) { try Network(inputs: 2, layers: Self.rows[row].layers) }
        #expect(error?.description == Self.rows[row].message)
    }
}
