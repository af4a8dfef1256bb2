/// A layer that is a transposed convolution along one axis or two.
protocol TransposedConvolutionLayer: StorableLayer {
    var convolution: TransposedConvolution { get set }
    init(_ convolution: TransposedConvolution)
    /// 1 for sequences, 2 for pictures.
    static var axes: Int { get }
}

extension TransposedConvolutionLayer {
    public var name: String { "\(Self.self)" }

    public var parameters: [Parameter] {
        get { convolution.parameters }
        set { convolution.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        var layer = self
        layer.convolution = try convolution.connected(
            to: inputs, layer: "\(name)(\(convolution.filters))", drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { convolution.sizes.shape(over: inputs, features: convolution.filters) }

    public func parameterCount(for inputs: Shape) -> Int {
        convolution.filters.times(convolution.sizes.area).times(inputs.features)
    }

    public func forward(_ input: [Double]) -> [Double] { convolution.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        convolution.backward(input: input, gradient: gradient)
    }
}
