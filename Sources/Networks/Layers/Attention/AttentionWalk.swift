/// The numbers of one pass of attention over a sequence, and the way back through them.
struct AttentionWalk {
    /// How many positions ask, and how many answer.
    let asking: Int
    let answering: Int
    /// asking×(heads·d_k), answering×(heads·d_k) and answering×(heads·d_v).
    let queries: [Double]
    let keys: [Double]
    let values: [Double]
    /// Q Kᵀ of each head, heads×asking×answering, with nothing hidden.
    private(set) var products: [Double]
    /// heads×asking×answering; masked scores are −∞.
    private(set) var scores: [Double]
    private(set) var weights: [Double]
    /// A V of each head side by side: asking×(heads·d_v).
    private(set) var heads: [Double]

    init(
        queries: [Double], keys: [Double], values: [Double], asking: Int, answering: Int, of layer: SelfAttention
    ) {
        self.asking = asking
        self.answering = answering
        self.queries = queries
        self.keys = keys
        self.values = values
        let (d, dv) = (layer.keySize ?? 1, layer.valueSize ?? 1)
        let (width, valueWidth, square) = (layer.heads * d, layer.heads * dv, asking * answering)
        var sums = [Double](repeating: 0, count: layer.heads * square)
        let crossed = [Double].filled(keys.count) { Loops.transpose(keys, into: $0, answering, width) }
        for head in 0..<layer.heads {
            Block(numbers: queries, start: head * d, across: width).multiply(
                Block(numbers: crossed, start: head * d * answering, across: answering), rows: asking, depth: d,
                columns: answering, into: &sums, at: head * square, pitch: answering)
        }
        products = sums
        scores = [Double](repeating: -.infinity, count: layer.heads * square)
        weights = [Double](repeating: 0, count: layer.heads * square)
        for row in 0..<layer.heads * asking {
            let places = layer.places(from: row % max(1, asking), of: answering).map { row * answering + $0 }
            var (largest, total) = (-Double.infinity, 0.0)
            for place in places {
                scores[place] = sums[place] / layer.scale
                largest = max(largest, scores[place])
            }
            for place in places {
                weights[place] = exp(scores[place] - largest)
                total += weights[place]
            }
            for place in places { weights[place] /= total }
        }
        heads = [Double](repeating: 0, count: asking * valueWidth)
        for head in 0..<layer.heads {
            let answers = Block(numbers: values, start: head * dv, across: valueWidth)
            let given = Block(numbers: weights, start: head * square, across: answering)
            layer.eachTurn(of: asking, answering) { rows, seen in
                given.from(row: rows.lowerBound).multiply(
                    answers, rows: rows.count, depth: seen, columns: dv, into: &heads,
                    at: rows.lowerBound * valueWidth + head * dv, pitch: valueWidth)
            }
        }
    }

    /// ∂loss/∂Q, ∂loss/∂K and ∂loss/∂V, given ∂loss/∂(the heads' outputs).
    func slopes(_ gradient: [Double], of layer: SelfAttention) -> [[Double]] {
        let (d, dv) = (layer.keySize ?? 1, layer.valueSize ?? 1)
        let (width, valueWidth, square) = (layer.heads * d, layer.heads * dv, asking * answering)
        var (dQ, dK, dV) = (queries.map { _ in 0.0 }, keys.map { _ in 0.0 }, values.map { _ in 0.0 })
        var slopes = [Double](repeating: 0, count: square)
        let crossed = [Double].filled(values.count) { Loops.transpose(values, into: $0, answering, valueWidth) }
        for head in 0..<layer.heads {
            let given = Block(numbers: gradient, start: head * dv, across: valueWidth)
            given.multiply(
                Block(numbers: crossed, start: head * dv * answering, across: answering), rows: asking, depth: dv,
                columns: answering, into: &slopes, at: 0, pitch: answering)
            for i in 0..<asking {
                // What a mask hides has the weight 0, and so no slope.
                let (row, seen) = (head * square + i * answering, layer.seen(from: i, of: answering))
                var mean = 0.0
                for j in 0..<seen { mean = fused(weights[row + j], slopes[i * answering + j], mean) }
                for j in 0..<seen {
                    slopes[i * answering + j] = weights[row + j] * (slopes[i * answering + j] - mean) / layer.scale
                }
            }
            let ofScores = Block(numbers: slopes, start: 0, across: answering)
            let ofWeights = Block(numbers: weights, start: head * square, across: answering)
            let queries = Block(numbers: queries, start: head * d, across: width)
            let keys = Block(numbers: keys, start: head * d, across: width)
            layer.eachTurn(of: asking, answering) { rows, seen in
                ofScores.from(row: rows.lowerBound).multiply(
                    keys, rows: rows.count, depth: seen, columns: d, into: &dQ, at: rows.lowerBound * width + head * d,
                    pitch: width)
            }
            // Under a causal mask a position reaches itself and those before it, and takes slopes from itself and those after.
            layer.eachTurn(of: answering, asking) { rows, _ in
                let (first, places) = (layer.isCausal ? rows.lowerBound : 0, rows.lowerBound * width + head * d)
                ofScores.from(row: first, column: first).turned.multiply(
                    queries.from(row: first), rows: rows.count, depth: asking - first, columns: d, into: &dK, at: places,
                    pitch: width)
                ofWeights.from(row: first, column: first).turned.multiply(
                    given.from(row: first), rows: rows.count, depth: asking - first, columns: dv, into: &dV,
                    at: first * valueWidth + head * dv, pitch: valueWidth)
            }
        }
        return [dQ, dK, dV]
    }
}

extension SelfAttention {
    /// How many positions the one at `step` sees.
    fileprivate func seen(from step: Int, of steps: Int) -> Int { isCausal ? step + 1 : steps }

    /// The positions that the one at `step` sees.
    func places(from step: Int, of steps: Int) -> [Int] {
        (0..<seen(from: step, of: steps)).filter { mask?[step][$0] ?? true }
    }

    /// Positions whose products run over the same others: all at once, or one by one where each sees other ones.
    fileprivate func eachTurn(of steps: Int, _ others: Int, _ body: (_ rows: Range<Int>, _ seen: Int) -> Void) {
        guard isCausal else { return body(0..<steps, others) }
        for step in 0..<steps { body(step..<step + 1, step + 1) }
    }
}

extension SelfAttention {
    /// √d_k, or 1 where scores aren't scaled.
    var scale: Double { isScaled ? Double(keySize ?? 1).squareRoot() : 1 }
}
