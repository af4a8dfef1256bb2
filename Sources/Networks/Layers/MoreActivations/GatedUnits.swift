/// A layer that lets one half of its inputs through as far as the other half opens a gate, along the last dimension:
/// f_i = a_i g(b_i) with a the first half and b the second, so 2n numbers become n.
///
/// The weights that most papers write into it are those of the dense layer before: `Dense(2 * n)` and then `GLU()`.
protocol GatedUnit: PlainLayer {
    /// g
    static var gate: any Activation { get }
    /// 2n; all inputs until the layer is connected.
    var width: Int? { get set }
}

extension GatedUnit {
    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        guard inputs.features.isMultiple(of: 2) else {
            throw ShapeError(
                "\(name) takes two halves along the last dimension, but \(inputs.features) is odd; give an even number")
        }
        var layer = self
        layer.width = inputs.features
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        inputs.replacing(features: inputs.features / 2)
    }

    public func forward(_ input: [Double]) -> [Double] {
        input.rows(of: width ?? input.count).flatMap { row in
            let half = row.count / 2
            return (0..<half).map { row[$0] * Self.gate.value(at: row[half + $0]) }
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let width = width ?? input.count
        let slopes = zip(input.rows(of: width), gradient.rows(of: width / 2)).flatMap { row, gradient in
            let half = row.count / 2
            let gates = (0..<half).map { Self.gate.value(at: row[half + $0]) }
            return (0..<half).map { gradient[$0] * gates[$0] }
                + (0..<half).map { gradient[$0] * row[$0] * Self.gate.slope(at: row[half + $0], output: gates[$0]) }
        }
        return (slopes, [])
    }
}

/// f_i = a_i σ(b_i), where a and b are the two halves of the inputs along the last dimension: 2n numbers become n.
///
/// Y. Dauphin et al., *Language Modeling with Gated Convolutional Networks*, 2017; `nn.GLU(-1)` in PyTorch, `glu` in Keras 3.
/// The weights that papers write into it are those of the layer before: `Dense(2 * n)` and then `GLU()`.
///
/// - Example: `Network(inputs: 2 * units) { GLU() }`
/// - SeeAlso: Keras `activations.glu`, PyTorch `nn.GLU`
public struct GLU: GatedUnit {
    static let gate: any Activation = Sigmoid()
    /// 2n; all inputs until the layer is connected.
    public internal(set) var width: Int?

    /// A GLU, which has nothing to choose.
    public init() {}

    public var name: String { "GLU" }
}

/// f_i = a_i b_i σ(b_i), a gate that is a swish; a and b are the two halves of the inputs along the last dimension.
///
/// N. Shazeer, *GLU Variants Improve Transformer*, 2020, who writes the gate first; here it is the second half, as in `GLU`.
/// Neither PyTorch nor Keras has it as a layer.
///
/// - Example: `Network(inputs: 2 * units) { SwiGLU() }`
public struct SwiGLU: GatedUnit {
    static let gate: any Activation = SiLU()
    /// 2n; all inputs until the layer is connected.
    public internal(set) var width: Int?

    /// A SwiGLU, which has nothing to choose.
    public init() {}

    public var name: String { "SwiGLU" }
}
