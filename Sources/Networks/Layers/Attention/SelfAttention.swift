/// Scaled dot-product self-attention: every position asks, every position answers.
///
///     Q = X W_Q + b_Q    K = X W_K + b_K    V = X W_V + b_V
///     S = Q Kᵀ / √d_k                          scores, one row for each position that asks
///     A = softmax(S) along each row            weights; 0 where a mask hides a position
///     O = A V,  Y = O W_O + b_O                the product with W_O only with an output projection
///
/// Input `[time, features]`; output `[time, heads·d_v]`, or `[time, outputs]` after W_O. The matrices multiply from the right,
/// as in the paper: W_Q and W_K are features×(heads·d_k), W_V features×(heads·d_v), W_O (heads·d_v)×outputs, one row for
/// each feature. (Dense layers here, and PyTorch everywhere, have one row for each unit: the transpose.) With several heads
/// each has its own block of columns, as in Keras and PyTorch, and the heads' outputs stand side by side.
///
/// A mask says for each position that asks which positions it sees: `isCausal` lets it see itself and those before it, `mask`
/// is one's own, `true` where a position is seen, as in Keras and in PyTorch's `scaled_dot_product_attention` (`true` hides in
/// PyTorch's `nn.MultiheadAttention`). With both, what either hides is hidden.
///
/// There are no biases unless they are asked for, as in the paper; Keras and PyTorch have them unless told otherwise. Weights
/// that are not given are drawn from the uniform Glorot distribution of each matrix, ±√(6 / (rows + columns)), and biases
/// start at 0. Where another sequence answers, see `CrossAttention`.
///
/// A. Vaswani et al., *Attention is all you need*, NeurIPS 2017.
///
/// - SeeAlso: Keras `layers.MultiHeadAttention`, PyTorch `nn.MultiheadAttention`
/// - Example: `Network(inputs: [steps, inputs]) { SelfAttention(keySize: units) }`
public struct SelfAttention: Layer {
    /// How many heads look at the sequence side by side.
    public let heads: Int
    /// d_k, the length of the queries and keys of one head; nil until connected: features / heads.
    public private(set) var keySize: Int?
    /// d_v, the length of the values of one head.
    public private(set) var valueSize: Int?
    /// Whether a position sees only itself and those before it.
    public let isCausal: Bool
    /// Row i says which positions the i-th sees; nil where it sees all.
    public let mask: [[Bool]]?
    /// Whether the four products have biases: b_Q, b_K, b_V and b_O.
    public let usesBias: Bool
    /// Whether the scores are divided by √d_k.
    public let isScaled: Bool
    /// Whether the heads' outputs are multiplied by W_O, back to as many features as came in.
    public let projectsOutput: Bool
    /// How many features come out of W_O; nil until connected, unless it was given: as many as came in.
    let outputs: Int?
    /// W_Q, W_K, W_V and, with an output projection, W_O.
    private(set) var matrices: [Matrix]
    /// b_Q, b_K, b_V and, with an output projection, b_O; empty without biases.
    private(set) var biases: [[Double]]
    /// Which positions of a sample ask and which answer.
    let source: AttentionSource
    let given: [[[Double]]]
    let givenBiases: AttentionBiases?
    private var initializer = Initializer.glorotUniform
    private var biasInitializer = Initializer.zeros

    struct Matrix: Sendable {
        var values: [Double]
        var rows: Int
        var columns: Int
    }

    /// Drawn weights. `keySize` is d_k, and d_v too; features / heads when it is left out.
    public init(
        heads: Int = 1, keySize: Int? = nil, isCausal: Bool = false, mask: [[Bool]]? = nil, isScaled: Bool = true,
        projectsOutput: Bool = true, usesBias: Bool = false, initializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros
    ) {
        self.init(
            heads: heads, keySize: keySize, valueSize: keySize, outputs: nil, isCausal: isCausal, mask: mask,
            isScaled: isScaled, projectsOutput: projectsOutput, usesBias: usesBias, initializer: initializer,
            biasInitializer: biasInitializer)
    }

    /// Drawn weights of these sizes.
    init(
        heads: Int, keySize: Int?, valueSize: Int?, outputs: Int?, isCausal: Bool, mask: [[Bool]]?, isScaled: Bool,
        projectsOutput: Bool, usesBias: Bool, source: AttentionSource = .itself, initializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros
    ) {
        self.heads = heads
        self.keySize = keySize
        self.valueSize = valueSize
        self.outputs = outputs
        self.isCausal = isCausal
        self.isScaled = isScaled
        self.projectsOutput = projectsOutput
        self.mask = mask
        self.usesBias = usesBias
        self.source = source
        self.initializer = initializer
        self.biasInitializer = biasInitializer
        matrices = []
        biases = []
        given = []
        givenBiases = nil
    }

    /// Given W_Q, W_K, W_V, and W_O where the heads' outputs are to be projected; without biases when these are left out.
    public init(
        heads: Int = 1, queries: [[Double]], keys: [[Double]], values: [[Double]], output: [[Double]]? = nil,
        biases: AttentionBiases? = nil, isCausal: Bool = false, mask: [[Bool]]? = nil, isScaled: Bool = true
    ) {
        self.init(
            heads: heads, matrices: [queries, keys, values] + (output.map { [$0] } ?? []), biases: biases,
            isCausal: isCausal, mask: mask, isScaled: isScaled, source: .itself)
    }

    /// Given matrices in the order of the parameters.
    init(
        heads: Int, matrices given: [[[Double]]], biases givenBiases: AttentionBiases?, isCausal: Bool, mask: [[Bool]]?,
        isScaled: Bool, source: AttentionSource
    ) {
        let (queries, values, output) = (given[0], given[2], given.count > 3 ? given[3] : nil)
        self.heads = heads
        keySize = (queries.first?.count ?? 0) / max(1, heads)
        valueSize = (values.first?.count ?? 0) / max(1, heads)
        self.isCausal = isCausal
        self.isScaled = isScaled
        projectsOutput = output != nil
        outputs = output.map { $0.first?.count ?? 0 }
        self.mask = mask
        self.source = source
        self.given = given
        self.givenBiases = givenBiases
        usesBias = givenBiases != nil
        biases = givenBiases.map { Array($0.all.prefix(given.count)) } ?? []
        matrices = given.map { Matrix(values: $0.flatMap { $0 }, rows: $0.count, columns: $0.first?.count ?? 0) }
    }

    public var name: String { source.layer }

    /// W_Q, W_K, W_V and, with an output projection, W_O, each row by row, then as many biases, where there are any.
    public var parameters: [Parameter] {
        get {
            matrices.map { Parameter(.weight, $0.values, rows: $0.rows, columns: $0.columns) }
                + biases.map { Parameter(.bias, $0, rows: $0.count, columns: 1) }
        }
        set {
            for index in matrices.indices where index < newValue.count { matrices[index].values = newValue[index].values }
            for (index, values) in newValue.dropFirst(matrices.count).enumerated() where index < biases.count {
                biases[index] = values.values
            }
        }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> SelfAttention {
        guard inputs.rank == 2 else {
            throw ShapeError(
                "\(name) takes a sequence, time×features, but is given \(inputs); "
                    + "give the network inputs of such a shape, [steps, features]")
        }
        let features = inputs.features
        try check(steps: inputs.dimensions[0])
        guard heads > 0 else { throw ShapeError("\(name) has no heads; give it at least 1") }
        if !given.isEmpty { try check(features) }
        guard matrices.isEmpty else {
            guard matrices[0].rows == features else {
                throw ShapeError(
                    "\(name) is given \(features) features at each position, but was connected to "
                        + "\(matrices[0].rows) before")
            }
            return self
        }
        guard keySize != nil || features.isMultiple(of: heads) else {
            throw ShapeError(
                "\(name) can't share \(features) features among \(heads) heads; choose a number of heads that divides "
                    + "\(features), or give a keySize")
        }
        let sizes = sizes(for: features)
        guard sizes.key > 0, sizes.value > 0, sizes.output > 0 else {
            throw ShapeError("\(name) has keys of length \(sizes.key); give a keySize of at least 1")
        }
        var layer = self
        layer.keySize = sizes.key
        layer.valueSize = sizes.value
        let (keys, values) = (heads * sizes.key, heads * sizes.value)
        let shapes =
            [(features, keys), (features, keys), (features, values)] + (projectsOutput ? [(values, sizes.output)] : [])
        layer.matrices = shapes.map { rows, columns in
            Matrix(
                values: initializer.drawn(rows: rows, columns: columns, from: &generator), rows: rows, columns: columns)
        }
        if usesBias {
            layer.biases = shapes.map { rows, columns in
                biasInitializer.drawn(rows: columns, columns: 1, fanIn: rows, fanOut: columns, from: &generator)
            }
        }
        return layer
    }

    /// The lengths of keys and values of one head and of what comes out of W_O, for so many features.
    private func sizes(for features: Int) -> (key: Int, value: Int, output: Int) {
        let key = keySize ?? features / max(1, heads)
        return (key, valueSize ?? key, outputs ?? features)
    }

    public func outputShape(for inputs: Shape) -> Shape {
        let sizes = sizes(for: inputs.features)
        let features = projectsOutput ? sizes.output : heads.times(sizes.value)
        guard inputs.rank == 2 else { return inputs.replacing(features: features) }
        return [source.parts(of: inputs.dimensions[0])[0].count, features]
    }

    public func parameterCount(for inputs: Shape) -> Int {
        let sizes = sizes(for: inputs.features)
        // A bias is a weight of one more input, which is always 1.
        let one = usesBias ? 1 : 0
        let projected = projectsOutput ? heads.times(sizes.value).plus(one).times(sizes.output) : 0
        return inputs.features.plus(one).times(heads).times(sizes.key.times(2).plus(sizes.value)).plus(projected)
    }
}
