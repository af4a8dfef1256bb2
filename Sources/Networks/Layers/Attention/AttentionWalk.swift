import Foundation

/// The numbers of one pass of attention over a sequence, and the way back through them.
struct AttentionWalk {
    let steps: Int
    /// steps×(heads·d_k), steps×(heads·d_k) and steps×(heads·d_v).
    let queries: [Double]
    let keys: [Double]
    let values: [Double]
    /// heads×steps×steps; masked scores are −∞.
    private(set) var scores: [Double]
    private(set) var weights: [Double]
    /// A V of each head side by side: steps×(heads·d_v).
    private(set) var heads: [Double]

    init(queries: [Double], keys: [Double], values: [Double], steps: Int, of layer: SelfAttention) {
        self.steps = steps
        self.queries = queries
        self.keys = keys
        self.values = values
        let (d, dv) = (layer.keySize ?? 1, layer.valueSize ?? 1)
        let (width, valueWidth) = (layer.heads * d, layer.heads * dv)
        let scale = layer.scale
        var scores = [Double](repeating: -.infinity, count: layer.heads * steps * steps)
        var weights = [Double](repeating: 0, count: layer.heads * steps * steps)
        var outputs = [Double](repeating: 0, count: steps * valueWidth)
        for head in 0..<layer.heads {
            for i in 0..<steps {
                let row = (head * steps + i) * steps
                let seen = layer.isCausal ? i + 1 : steps
                var largest = -Double.infinity
                for j in 0..<seen {
                    var sum = 0.0
                    for k in 0..<d { sum += queries[i * width + head * d + k] * keys[j * width + head * d + k] }
                    scores[row + j] = sum / scale
                    largest = max(largest, scores[row + j])
                }
                var total = 0.0
                for j in 0..<seen {
                    weights[row + j] = exp(scores[row + j] - largest)
                    total += weights[row + j]
                }
                for j in 0..<seen {
                    weights[row + j] /= total
                    let weight = weights[row + j]
                    for k in 0..<dv {
                        outputs[i * valueWidth + head * dv + k] += weight * values[j * valueWidth + head * dv + k]
                    }
                }
            }
        }
        (self.scores, self.weights, self.heads) = (scores, weights, outputs)
    }

    /// ∂loss/∂Q, ∂loss/∂K and ∂loss/∂V, given ∂loss/∂(the heads' outputs).
    func slopes(_ gradient: [Double], of layer: SelfAttention) -> [[Double]] {
        let (d, dv) = (layer.keySize ?? 1, layer.valueSize ?? 1)
        let (width, valueWidth) = (layer.heads * d, layer.heads * dv)
        let scale = layer.scale
        var (dQ, dK) = (queries.map { _ in 0.0 }, keys.map { _ in 0.0 })
        var dV = values.map { _ in 0.0 }
        var dA = [Double](repeating: 0, count: steps)
        for head in 0..<layer.heads {
            for i in 0..<steps {
                let row = (head * steps + i) * steps
                let seen = layer.isCausal ? i + 1 : steps
                var mean = 0.0
                for j in 0..<seen {
                    var sum = 0.0
                    for k in 0..<dv {
                        let slope = gradient[i * valueWidth + head * dv + k]
                        sum += slope * values[j * valueWidth + head * dv + k]
                        dV[j * valueWidth + head * dv + k] += weights[row + j] * slope
                    }
                    dA[j] = sum
                    mean += sum * weights[row + j]
                }
                for j in 0..<seen {
                    let slope = weights[row + j] * (dA[j] - mean) / scale
                    for k in 0..<d {
                        dQ[i * width + head * d + k] += slope * keys[j * width + head * d + k]
                        dK[j * width + head * d + k] += slope * queries[i * width + head * d + k]
                    }
                }
            }
        }
        return [dQ, dK, dV]
    }
}

extension SelfAttention {
    /// √d_k, or 1 where scores aren't scaled.
    var scale: Double { isScaled ? Double(keySize ?? 1).squareRoot() : 1 }
}
