/// Layers one after the other: what a network is made of, and a residual block inside it. Shapes, numbers and gradients go
/// through here, whatever holds the layers.
///
///     let block = Sequential {
///         Dense(4)
///         Tanh()
///     }
///     let net = Network(inputs: 2) {
///         block
///         block
///         Dense(1)
///     }
///
/// Written among other layers it stands for the layers in it.
///
/// - SeeAlso: PyTorch `nn.Sequential`
/// - Example: `Network(inputs: inputs) { Sequential { Dense(units); Tanh() } }`
public struct Sequential: Sendable {
    /// The layers, the first one next to the input.
    public internal(set) var layers: [any Layer]

    /// Layers one after the other.
    public init(@LayerBuilder _ layers: () -> [any Layer]) {
        self.layers = layers()
    }

    init(_ layers: [any Layer]) {
        self.layers = layers
    }

    /// All layers in the order in which numbers meet them: each before those inside it.
    public var all: [any Layer] {
        layers.flatMap { layer in
            [layer] + ((layer as? any CompositeLayer)?.blocks.flatMap(\.all) ?? [])
        }
    }

    var parameters: [Parameter] { layers.flatMap(\.parameters) }

    /// Takes as many of these arrays as the layers have, and returns the rest.
    mutating func take(_ parameters: ArraySlice<Parameter>) -> ArraySlice<Parameter> {
        var rest = parameters
        for index in layers.indices {
            let count = layers[index].parameters.count
            guard count > 0, rest.count >= count else { continue }
            layers[index].parameters = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return rest
    }
}

/// A layer made of others. Whoever looks for a layer, stores one or asks for its state looks into these, too.
public protocol CompositeLayer: Layer {
    /// In the order in which their parameters stand.
    var blocks: [Sequential] { get set }
}

extension Sequential {
    /// The layers fitted to samples of this shape, and to each other.
    ///
    /// Throws `ShapeError` naming the layer and both shapes when two don't fit.
    func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Sequential {
        var shape = inputs
        return Sequential(
            try layers.enumerated().map { index, layer in
                do {
                    let connected = try layer.connected(to: shape, drawingFrom: &generator)
                    shape = connected.outputShape(for: shape)
                    try shape.check("\(connected.name) may make")
                    return connected
                } catch let error as ShapeError {
                    throw ShapeError("layer \(index + 1): \(error)")
                }
            })
    }

    func outputShape(for inputs: Shape) -> Shape { layers.reduce(inputs) { $1.outputShape(for: $0) } }

    /// The shape of the input and then of every layer's output.
    func shapes(from inputs: Shape) -> [Shape] {
        var shapes = [inputs]
        for layer in layers { shapes.append(layer.outputShape(for: shapes[shapes.count - 1])) }
        return shapes
    }

    func parameterCount(for inputs: Shape) -> Int {
        zip(layers, shapes(from: inputs)).reduce(0) { $0.plus($1.0.parameterCount(for: $1.1)) }
    }
}
