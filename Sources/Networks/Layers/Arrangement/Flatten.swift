/// All numbers of a sample in one row, in the order in which they stand: `[8, 8, 2]` becomes `[128]`, channels together.
///
/// - SeeAlso: Keras `layers.Flatten`, PyTorch `nn.Flatten`
/// - Example: `Network(inputs: [steps, inputs]) { Flatten(); Dense(units) }`
public struct Flatten: Layer {
    /// A layer that only forgets the shape.
    public init() {}

    public var name: String { "Flatten" }

    public func outputShape(for inputs: Shape) -> Shape { Shape(inputs.count) }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] { input }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (gradient, [])
    }
}
