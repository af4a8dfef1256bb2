/// Layers one after the other, with all their parameters: a value, so a training step gives a new network.
public struct Network: Sendable {
    /// The shape of one sample.
    public let inputShape: Shape
    /// What unseen weights were drawn from.
    public let seed: UInt64
    public private(set) var layers: [any Layer]

    /// The network of the given layers, connected from front to back.
    ///
    /// Throws `ShapeError` naming the layer and both shapes when two don't fit.
    public init(inputs: Shape, seed: UInt64 = 1, layers: [any Layer]) throws {
        guard inputs.rank > 0, inputs.dimensions.allSatisfy({ $0 > 0 }) else {
            throw ShapeError("a network needs at least 1 input, not \(inputs)")
        }
        var generator = SplitMix64(seed: seed)
        var shape = inputs
        inputShape = inputs
        self.seed = seed
        self.layers = try layers.enumerated().map { index, layer in
            do {
                let connected = try layer.connected(to: shape, drawingFrom: &generator)
                shape = connected.outputShape(for: shape)
                return connected
            } catch let error as ShapeError {
                throw ShapeError("layer \(index + 1): \(error)")
            }
        }
    }

    public init(inputs: Int, seed: UInt64 = 1, layers: [any Layer]) throws {
        try self.init(inputs: Shape(inputs), seed: seed, layers: layers)
    }

    /// The same for lessons: a wrong shape ends the lesson at the line of this call.
    public init(
        inputs: Int, seed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
        @LayerBuilder layers: () -> [any Layer]
    ) {
        self.init(inputs: Shape(inputs), seed: seed, file: file, line: line, column: column, layers: layers)
    }

    /// Samples with more than one dimension: `Network(inputs: [28, 28, 1]) { Conv2D(8, kernel: 3); … }`.
    public init(
        inputs: Shape, seed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
        @LayerBuilder layers: () -> [any Layer]
    ) {
        self = stopping(file: file, line: line, column: column) {
            try Network(inputs: inputs, seed: seed, layers: layers())
        }
    }

    /// How many numbers training may change.
    public var parameterCount: Int {
        layers.reduce(0) { $0 + $1.parameters.reduce(0) { $0 + $1.values.count } }
    }

    /// How many numbers go in.
    public var inputs: Int { inputShape.count }

    /// How many numbers come out.
    public var outputs: Int { outputShape.count }

    /// The shape of the network's answer.
    public var outputShape: Shape { shapes[layers.count] }

    /// The shape of the input and then of every layer's output: `layers.count + 1` shapes.
    public var shapes: [Shape] {
        var shapes = [inputShape]
        for layer in layers { shapes.append(layer.outputShape(for: shapes[shapes.count - 1])) }
        return shapes
    }

    /// The input and then every layer's output: `layers.count + 1` arrays.
    public func activations(for input: [Double]) -> [[Double]] {
        var passed = [input]
        for layer in layers { passed.append(layer.forward(passed[passed.count - 1])) }
        return passed
    }

    /// The network's answer to one sample.
    public func prediction(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) { try checkInput(input) }
        return activations(for: input)[layers.count]
    }

    public func callAsFunction(
        _ input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        prediction(for: input, file: file, line: line, column: column)
    }

    /// The same network with other parameters, one array for each parameter of each layer.
    public func replacing(parameters: [[[Double]]]) -> Network {
        var network = self
        for (layer, values) in parameters.enumerated() where layer < layers.count {
            var changed = network.layers[layer].parameters
            for index in changed.indices where index < values.count { changed[index].values = values[index] }
            network.layers[layer].parameters = changed
        }
        return network
    }

    /// The same network with other layers of the same shapes: after they have seen a batch.
    func replacing(layers: [any Layer]) -> Network {
        var network = self
        network.layers = layers
        return network
    }

    func checkInput(_ input: [Double]) throws {
        guard input.count == inputs else {
            throw ShapeError("this network takes \(inputs) inputs, but the sample has \(input.count)")
        }
        try (layers.first as? any SampleChecking)?.check(input)
    }
}

/// Collects the layers between the braces of `Network(inputs:)`.
@resultBuilder
public enum LayerBuilder {
    public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
    public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
    public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
    public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
    public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
    public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
