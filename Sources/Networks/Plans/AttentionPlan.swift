import CArithmetic

/// Attention over one sequence: sizes, where its matrices stand, and places for what lasts no longer than one sample.
struct AttentionPlan {
    let steps: Int
    let features: Int
    let heads: Int
    /// d_k and d_v of one head, and of all heads side by side.
    let keySize: Int
    let valueSize: Int
    var width: Int { heads * keySize }
    var valueWidth: Int { heads * valueSize }
    let outputs: Int
    let isCausal: Bool
    let projects: Bool
    let scale: Double
    /// Places of W_Q, W_K, W_V and W_O in the flat parameters, where the last matrix ends without W_O.
    let matrices: (Int, Int, Int, Int)
    let parameterCount: Int
    /// The matrices turned, one after the other.
    let turned: UnsafeMutablePointer<Double>
    /// Keys or values turned, and slopes of Q, K, V, of the heads' outputs and of one head's weights.
    let crossed: UnsafeMutablePointer<Double>
    let slopes: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
    let arriving: UnsafeMutablePointer<Double>
    let ofWeights: UnsafeMutablePointer<Double>

    /// Nil for other layers.
    init?(_ layer: any Layer, over shape: Shape, at offset: Int, _ memory: FlatMemory) {
        guard let layer = layer as? SelfAttention, let keySize = layer.keySize, let valueSize = layer.valueSize,
            layer.matrices.count == (layer.projectsOutput ? 4 : 3), !layer.usesBias, layer.mask == nil
        else { return nil }
        features = shape.features
        steps = shape.count / max(1, features)
        heads = layer.heads
        (self.keySize, self.valueSize) = (keySize, valueSize)
        isCausal = layer.isCausal
        projects = layer.projectsOutput
        scale = layer.scale
        let (width, valueWidth) = (heads * keySize, heads * valueSize)
        outputs = layer.outputShape(for: shape).features
        let (first, last) = (features * width, features * valueWidth)
        matrices = (offset, offset + first, offset + 2 * first, offset + 2 * first + last)
        parameterCount = 2 * first + last + (projects ? valueWidth * outputs : 0)
        turned = memory.zeros(parameterCount)
        crossed = memory.zeros(steps * max(width, valueWidth))
        slopes = (memory.zeros(steps * width), memory.zeros(steps * width), memory.zeros(steps * valueWidth))
        arriving = memory.zeros(steps * valueWidth)
        ofWeights = memory.zeros(steps * steps)
    }

    /// Numbers of one sample in `Pass`.
    var workspace: Int { steps * (2 * width + 2 * valueWidth + heads * steps) }

    /// What is kept of one sample from the way there to the way back.
    struct Pass {
        let queries: UnsafeMutablePointer<Double>
        let keys: UnsafeMutablePointer<Double>
        let values: UnsafeMutablePointer<Double>
        /// A V of each head side by side.
        let heads: UnsafeMutablePointer<Double>
        /// A of each head.
        let weights: UnsafeMutablePointer<Double>
    }

    func pass(_ work: UnsafeMutablePointer<Double>, of sample: Int) -> Pass {
        let queries = work + sample * workspace
        let keys = queries + steps * width
        let values = keys + steps * width
        let heads = values + steps * valueWidth
        return Pass(queries: queries, keys: keys, values: values, heads: heads, weights: heads + steps * valueWidth)
    }

    /// How many positions the one at `step` sees.
    func seen(from step: Int) -> Int { isCausal ? step + 1 : steps }
}
