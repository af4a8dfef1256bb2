import Networks
import Testing

/// Shapes of sequences, and the wording of what can be wrong with them.
struct SequenceShapeTests {
    static let rows: [(inputs: Shape, layer: any Layer, message: String)] = [
        (
            4, LSTM(3),
            "layer 1: LSTM(3) takes a sequence, time×features, but is given 4; give the network inputs of such a shape, [steps, features]"
        ),
        ([5, 2], SimpleRNN(0), "layer 1: SimpleRNN(0) has no units; give it at least 1"),
        (
            [5, 2], SimpleRNN(1, weights: [[1, 2, 3]], recurrent: [[1]]),
            "layer 1: SimpleRNN(1) is given 2 features at each step, but row 1 of its weights has 3 numbers; the weights must have shape 1×2"
        ),
        (
            [5, 2], LSTM(1, weights: [[1, 2]], recurrent: [[1]]),
            "layer 1: LSTM(1) got 1 rows of weights; give 4, one for each unit of the gates i, f, g, o"
        ),
        (
            [5, 1], SimpleRNN(2, weights: [[1], [2]], recurrent: [[1, 2], [3]]),
            "layer 1: SimpleRNN(2) has 2 units, but row 2 of its recurrent weights has 1 numbers; the recurrent weights must have shape 2×2"
        ),
        (
            [5, 1], GRU(1, weights: [[1], [2], [3]], recurrent: [[1], [2], [3]], biases: [0]),
            "layer 1: GRU(1) got 1 biases; give 3, one for each unit of the gates r, z, n"
        ),
        (
            [5, 1],
            GRU(1, weights: [[1], [2], [3]], recurrent: [[1], [2], [3]], recurrentBiases: [0], resetsAfter: false),
            "layer 1: GRU(1) resets before the product, where there is no recurrent bias; leave it out"
        ),
        (
            [5, 3], SelfAttention(heads: 2),
            "layer 1: SelfAttention can't share 3 features among 2 heads; choose a number of heads that divides 3, or give a keySize"
        ),
        (
            [5, 3], SelfAttention(queries: [[1], [2]], keys: [[1], [2]], values: [[1], [2]]),
            "layer 1: SelfAttention is given 3 features at each position, but its queries have 2 rows; the queries must have shape 3×1"
        ),
        (
            [5, 1], SelfAttention(queries: [[1, 2]], keys: [[1]], values: [[1]]),
            "layer 1: row 1 of SelfAttention's keys has 1 numbers; the keys must have shape 1×2"
        ),
        (
            [2, 1], SelfAttention(mask: [[true, true]]),
            "layer 1: SelfAttention's mask has 1 rows, but 2 positions ask; give one row for each of them"
        ),
        (
            [2, 1], SelfAttention(mask: [[true], [true]]),
            "layer 1: row 1 of SelfAttention's mask has 1 entries, but 2 positions answer; the mask must have shape 2×2"
        ),
        (
            [2, 1], SelfAttention(isCausal: true, mask: [[false, true], [true, true]]),
            "layer 1: SelfAttention's mask hides every position from position 1, whose weights can't add up to 1 then; let it see at least one"
        ),
        (
            [3, 1], CrossAttention(asking: 3),
            "layer 1: CrossAttention(asking: 3) is given 3 positions, of which the first 3 ask the others; give a number from 1 to 2"
        ),
        (
            [4, 1], CrossAttention(asking: 1, valuesApart: true),
            "layer 1: CrossAttention(asking: 1) is given 3 positions besides those that ask, which can't be as many keys as values; give an even number"
        ),
        (
            [2, 1],
            SelfAttention(queries: [[1]], keys: [[1]], values: [[1]], biases: .init(queries: [0], keys: [0, 1], values: [0])),
            "layer 1: SelfAttention's bias of the keys has 2 numbers, but their matrix has 1 columns; give one number for each column"
        ),
        (
            7, PositionalEncoding(),
            "layer 1: PositionalEncoding takes a sequence, time×features, but is given 7; give the network inputs of such a shape, [steps, features]"
        ),
    ]

    @Test(arguments: rows.indices)
    func `a wrong shape names the layer and both shapes`(row: Int) {
        let (inputs, layer, message) = Self.rows[row]
        let error = #expect(throws: ShapeError.self) { try Network(inputs: inputs, layers: [layer]) }
        #expect(error?.description == message)
    }

    @Test func `a sequence goes in and a sequence or its last state comes out`() throws {
        let layers: [any Layer] = [
            PositionalEncoding(), SelfAttention(heads: 2, keySize: 3), GRU(4, returnsSequences: true), LSTM(3), Dense(2),
        ]
        let net = try Network(inputs: [5, 6], layers: layers)
        #expect(net.shapes == [[5, 6], [5, 6], [5, 6], [5, 4], 3, 2])
        #expect(net.activations(for: Array(repeating: 0.1, count: 30)).map(\.count) == net.shapes.map(\.count))
        // 6·6·4 for attention; 3 gates of 6·4 + 4·4 + 4 and 4 more; 4 gates of 4·3 + 3·3 + 3; 3·2 + 2.
        #expect(net.parameterCount == 144 + 136 + 96 + 8)
    }

    @Test func `a forget gate starts open and recurrent weights start orthogonal`() throws {
        let lstm = Network(inputs: [2, 3], seed: 9) { LSTM(4) }.layer(LSTM.self)
        #expect(lstm.biases == [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
        for gate in 0..<4 {
            let u = Array(lstm.recurrentWeights[4 * gate..<4 * gate + 4])
            for (i, a) in u.enumerated() {
                for (j, b) in u.enumerated() {
                    #expect(abs(zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } - (i == j ? 1 : 0)) < 1e-14)
                }
            }
        }
        let limit = (6.0 / 7).squareRoot()
        #expect(lstm.weights.joined().allSatisfy { abs($0) <= limit })
    }

    @Test func `weights of attention add up to one, and a causal mask hides what comes later`() {
        let net = Network(inputs: [4, 3], seed: 2) { SelfAttention(heads: 3, isCausal: true) }
        let input = (0..<12).map { Double($0 % 5) - 2 }
        for head in net.layer(SelfAttention.self).attention(for: input) {
            for (i, row) in head.weights.enumerated() {
                #expect(abs(row.reduce(0, +) - 1) < 1e-15)
                #expect(row[(i + 1)...].allSatisfy { $0 == 0 })
            }
        }
        var changed = input
        changed[11] += 5
        #expect(net.prediction(for: changed)[..<9] == net.prediction(for: input)[..<9])
    }

    @Test func `a position's pattern is the one of the paper`() {
        let pattern = PositionalEncoding.pattern(steps: 3, features: 4)
        #expect(pattern[0] == [0, 1, 0, 1])
        for (a, b) in zip(pattern[2], [0.9092974268256817, -0.4161468365471424, 0.0199986666933331, 0.9998000066665778]) {
            #expect(abs(a - b) < 1e-15)
        }
    }
}
