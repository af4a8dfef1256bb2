/// Scaled dot-product self-attention: every position asks, every position answers.
///
///     Q = X W_Q    K = X W_K    V = X W_V
///     S = Q Kᵀ / √d_k                          scores, one row for each position that asks
///     A = softmax(S) along each row            weights; with a causal mask 0 for positions that come later
///     O = A V,  Y = O W_O                      the product with W_O only with an output projection
///
/// Input `[time, features]`; output `[time, heads·d_v]`, or `[time, outputs]` after W_O. The matrices multiply from the right,
/// as in the paper: W_Q and W_K are features×(heads·d_k), W_V features×(heads·d_v), W_O (heads·d_v)×outputs, one row for
/// each feature. (Dense layers here, and PyTorch everywhere, have one row for each unit: the transpose.) With several heads
/// each has its own block of columns, as in Keras and PyTorch, and the heads' outputs stand side by side.
///
/// There are no biases, as in the paper; Keras and PyTorch have them unless told otherwise. Weights that are not given are
/// drawn from the uniform Glorot distribution of each matrix, ±√(6 / (rows + columns)).
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
    /// Whether the scores are divided by √d_k.
    public let isScaled: Bool
    /// Whether the heads' outputs are multiplied by W_O, back to as many features as came in.
    public let projectsOutput: Bool
    /// How many features come out of W_O; nil until connected, unless it was given: as many as came in.
    let outputs: Int?
    /// W_Q, W_K, W_V and, with an output projection, W_O.
    private(set) var matrices: [Matrix]
    private let given: [[[Double]]]
    private var initializer = Initializer.glorotUniform

    struct Matrix: Sendable {
        var values: [Double]
        var rows: Int
        var columns: Int
    }

    /// Drawn weights. `keySize` is d_k, and d_v too; features / heads when it is left out.
    public init(
        heads: Int = 1, keySize: Int? = nil, isCausal: Bool = false, isScaled: Bool = true, projectsOutput: Bool = true,
        initializer: Initializer = .glorotUniform
    ) {
        self.init(
            heads: heads, keySize: keySize, valueSize: keySize, outputs: nil, isCausal: isCausal, isScaled: isScaled,
            projectsOutput: projectsOutput)
        self.initializer = initializer
    }

    /// Drawn weights of these sizes.
    init(
        heads: Int, keySize: Int?, valueSize: Int?, outputs: Int?, isCausal: Bool, isScaled: Bool, projectsOutput: Bool
    ) {
        self.heads = heads
        self.keySize = keySize
        self.valueSize = valueSize
        self.outputs = outputs
        self.isCausal = isCausal
        self.isScaled = isScaled
        self.projectsOutput = projectsOutput
        matrices = []
        given = []
    }

    /// Given W_Q, W_K, W_V, and W_O where the heads' outputs are to be projected.
    public init(
        heads: Int = 1, queries: [[Double]], keys: [[Double]], values: [[Double]], output: [[Double]]? = nil,
        isCausal: Bool = false, isScaled: Bool = true
    ) {
        self.heads = heads
        keySize = (queries.first?.count ?? 0) / max(1, heads)
        valueSize = (values.first?.count ?? 0) / max(1, heads)
        self.isCausal = isCausal
        self.isScaled = isScaled
        projectsOutput = output != nil
        outputs = output.map { $0.first?.count ?? 0 }
        given = [queries, keys, values] + (output.map { [$0] } ?? [])
        matrices = given.map { Matrix(values: $0.flatMap { $0 }, rows: $0.count, columns: $0.first?.count ?? 0) }
    }

    public var name: String { "SelfAttention" }

    /// W_Q, W_K, W_V and, with an output projection, W_O, each row by row.
    public var parameters: [Parameter] {
        get { matrices.map { Parameter(.weight, $0.values, rows: $0.rows, columns: $0.columns) } }
        set { for index in matrices.indices where index < newValue.count { matrices[index].values = newValue[index].values } }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> SelfAttention {
        guard inputs.rank == 2 else {
            throw ShapeError(
                "SelfAttention takes a sequence, time×features, but is given \(inputs); "
                    + "give the network inputs of such a shape, [steps, features]")
        }
        let features = inputs.features
        guard heads > 0 else { throw ShapeError("SelfAttention has no heads; give it at least 1") }
        if !given.isEmpty { try check(features) }
        guard matrices.isEmpty else {
            guard matrices[0].rows == features else {
                throw ShapeError(
                    "SelfAttention is given \(features) features at each position, but was connected to "
                        + "\(matrices[0].rows) before")
            }
            return self
        }
        guard keySize != nil || features.isMultiple(of: heads) else {
            throw ShapeError(
                "SelfAttention can't share \(features) features among \(heads) heads; choose a number of heads that divides "
                    + "\(features), or give a keySize")
        }
        let sizes = sizes(for: features)
        guard sizes.key > 0, sizes.value > 0, sizes.output > 0 else {
            throw ShapeError("SelfAttention has keys of length \(sizes.key); give a keySize of at least 1")
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
        return layer
    }

    /// The lengths of keys and values of one head and of what comes out of W_O, for so many features.
    private func sizes(for features: Int) -> (key: Int, value: Int, output: Int) {
        let key = keySize ?? features / max(1, heads)
        return (key, valueSize ?? key, outputs ?? features)
    }

    public func outputShape(for inputs: Shape) -> Shape {
        let sizes = sizes(for: inputs.features)
        return inputs.replacing(features: projectsOutput ? sizes.output : heads.times(sizes.value))
    }

    public func parameterCount(for inputs: Shape) -> Int {
        let sizes = sizes(for: inputs.features)
        let projected = projectsOutput ? heads.times(sizes.value).times(sizes.output) : 0
        return inputs.features.times(heads).times(sizes.key.times(2).plus(sizes.value)).plus(projected)
    }

    private func check(_ features: Int) throws {
        let names = ["queries", "keys", "values", "output"]
        let columns = [matrices[0].columns, matrices[0].columns, matrices[2].columns, matrices.last?.columns ?? 0]
        for (index, matrix) in given.enumerated() {
            let rows = index < 3 ? features : matrices[2].columns
            let shape = "the \(names[index]) must have shape \(rows)×\(columns[index])"
            guard matrix.count == rows else {
                let found = index < 3 ? "\(features) features at each position" : "\(rows) values from its heads"
                throw ShapeError("SelfAttention is given \(found), but its \(names[index]) have \(matrix.count) rows; \(shape)")
            }
            if let row = matrix.firstIndex(where: { $0.count != columns[index] }) {
                throw ShapeError(
                    "row \(row + 1) of SelfAttention's \(names[index]) has \(matrix[row].count) numbers; \(shape)")
            }
        }
        for (index, size) in [(0, matrices[0].columns), (2, matrices[2].columns)] {
            guard size > 0, size.isMultiple(of: heads) else {
                throw ShapeError(
                    "SelfAttention's \(names[index]) have \(size) columns, which \(heads) heads can't share; "
                        + "give a multiple of \(heads)")
            }
        }
    }
}
