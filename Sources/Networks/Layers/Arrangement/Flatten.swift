/// All numbers of a sample in one row, in the order in which they stand: `[8, 8, 2]` becomes `[128]`, channels together.
///
/// - SeeAlso: Keras `layers.Flatten`, PyTorch `nn.Flatten`
public struct Flatten: Layer {
    public init() {}

    public var name: String { "Flatten" }

    public func outputShape(for inputs: Shape) -> Shape { Shape(inputs.count) }

    public func forward(_ input: [Double]) -> [Double] { input }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (gradient, [])
    }
}
