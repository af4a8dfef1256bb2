/// The same numbers in the same order under another shape: `Reshape([8, 8, 1])` makes a picture of 64 numbers.
///
/// One dimension may be −1: it becomes what the others leave, as in Keras and PyTorch.
///
/// - SeeAlso: Keras `layers.Reshape`, PyTorch `nn.Unflatten`, `view`
/// - Example: `Network(inputs: inputs * steps) { Reshape([steps, inputs]) }`
public struct Reshape: Layer {
    /// The shape that comes out.
    public let shape: Shape

    /// A layer that gives its input another shape of as many numbers.
    public init(_ shape: Shape) {
        self.shape = shape
    }

    public var name: String { "Reshape" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Reshape {
        let known = shape.dimensions.filter { $0 != -1 }
        guard known.allSatisfy({ $0 > 0 }), shape.rank - known.count <= 1 else {
            throw ShapeError("Reshape(\(shape)) is no shape; give positive dimensions, one of which may be -1")
        }
        let result = outputShape(for: inputs)
        guard result.count == inputs.count else {
            throw ShapeError(
                "Reshape(\(shape)) is given samples of shape \(inputs), \(inputs.count) numbers, which don't fill it; "
                    + "the dimensions must multiply to \(inputs.count)")
        }
        return self
    }

    public func outputShape(for inputs: Shape) -> Shape {
        let others = Shape(shape.dimensions.filter { $0 != -1 }).count
        return Shape(shape.dimensions.map { $0 == -1 ? inputs.count / max(1, others) : $0 })
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] { input }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (gradient, [])
    }
}
