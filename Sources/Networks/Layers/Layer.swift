/// One step of a network: numbers in, numbers out, and the way back.
///
/// A lesson may define its own. `forward` and `backward` work on one sample; gradients over a batch are means of these.
public protocol Layer: Sendable {
    /// As the lesson writes it: `Dense`, `Sigmoid`.
    var name: String { get }
    /// The numbers training may change, in the order in which the lecture numbers them.
    var parameters: [Parameter] { get set }
    /// The layer fitted to samples of this shape: weights that were not given are drawn now.
    ///
    /// - Throws: `ShapeError` when the layer can't take such samples, or when its sizes, weights or options don't fit them; it
    ///   says which, and what to write.
    func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self
    /// The shape of what comes out when `inputs` go in; known before the layer is connected.
    func outputShape(for inputs: Shape) -> Shape
    /// How many numbers training may change once the layer is connected to such samples: known before any is drawn, so that
    /// absurd sizes are refused in time. Unless the layer says otherwise, as many as it has already.
    func parameterCount(for inputs: Shape) -> Int
    /// What comes out when `input`, one sample, goes in.
    func forward(_ input: [Double]) -> [Double]
    /// ∂loss/∂input and ∂loss/∂parameter (one array for each of `parameters`), given ∂loss/∂output.
    func backward(input: [Double], output: [Double], gradient: [Double]) -> (input: [Double], parameters: [[Double]])
}

extension Layer {
    public var parameters: [Parameter] {
        get { [] }
        set {}
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self { self }

    public func outputShape(for inputs: Shape) -> Shape { inputs }

    public func parameterCount(for inputs: Shape) -> Int { parameters.reduce(0) { $0 + $1.values.count } }
}

/// An array of numbers that training may change.
public struct Parameter: Hashable, Sendable {
    /// What the numbers do in their layer. Penalties, decay, norm limits and `updating: .weights` mean weights alone.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Multiplies what comes in.
        case weight
        /// Is added to a weighted sum.
        case bias
        /// γ and β of a normalisation, which multiply and shift what has mean 0 and variance 1.
        case scale, shift
        /// h₀ or c₀, what a recurrent layer starts from.
        case state
    }

    /// Whether it is a weight, a bias, a scale, a shift or a first state.
    public var kind: Kind
    /// Row-major: for a dense layer one row for each unit.
    public var values: [Double]
    /// How many rows there are; 1 for a bias.
    public var rows: Int
    /// Numbers in a row.
    public var columns: Int

    /// Values row by row.
    public init(_ kind: Kind, _ values: [Double], rows: Int, columns: Int) {
        self.kind = kind
        self.values = values
        self.rows = rows
        self.columns = columns
    }
}
