/// Layers one after the other, with all their parameters: a value, so a training step gives a new network.
///
/// - SeeAlso: Keras `keras.Model`, `keras.Sequential`, PyTorch `nn.Module`, scikit-learn `MLPClassifier`, `MLPRegressor`
/// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
///   `show(network.summary)`
public struct Network: Sendable {
    /// The shape of one sample.
    public let inputShape: Shape
    /// What unseen weights were drawn from.
    public let seed: UInt64
    private var body: Sequential

    /// The layers, the first one next to the input.
    ///
    /// - SeeAlso: PyTorch `parameters`, `children`, Keras `get_weights`, `trainable_variables`
    public var layers: [any Layer] { body.layers }
    /// The network of the given layers, connected from front to back.
    ///
    /// - Throws: `ShapeError` naming the layer and both shapes when two don't fit, when a sample has no number, and when the layers
    ///   would have more than 2²⁸ parameters.
    public init(inputs: Shape, seed: UInt64 = 1, layers: [any Layer]) throws {
        guard inputs.rank > 0, inputs.dimensions.allSatisfy({ $0 > 0 }) else {
            throw ShapeError("a network needs at least 1 input, not \(inputs)")
        }
        try inputs.check("a sample may have")
        let unconnected = Sequential(layers)
        try Self.check(count: unconnected.parameterCount(for: inputs))
        var generator = SplitMix64(seed: seed)
        inputShape = inputs
        self.seed = seed
        body = try unconnected.connected(to: inputs, drawingFrom: &generator)
        // A lesson's own layer may have said nothing of what it would draw.
        try Self.check(count: parameterCount)
    }

    private static func check(count: Int) throws {
        guard count > Shape.mostParameters else { return }
        throw ShapeError(
            "these layers would have \(count == .max ? "more than \(Int.max)" : "\(count)") parameters, but a network may have "
                + "at most \(Shape.mostParameters); is one of the sizes a slip?")
    }

    /// A network of these layers for samples of `inputs` numbers.
    ///
    /// - Throws: `ShapeError` naming the layer and both shapes when two don't fit, when a sample has no number, and when the layers
    ///   would have more than 2²⁸ parameters.
    public init(inputs: Int, seed: UInt64 = 1, layers: [any Layer]) throws {
        try self.init(inputs: Shape(inputs), seed: seed, layers: layers)
    }

    /// A network of the layers in braces, the first next to the input, for samples of `inputs` numbers.
    ///
    /// Layers that don't fit end the lesson at the line of this call.
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
    ///
    /// - SeeAlso: Keras `count_params`
    public var parameterCount: Int {
        layers.reduce(0) { $0 + $1.parameters.reduce(0) { $0 + $1.values.count } }
    }

    /// How many numbers go in.
    public var inputs: Int { inputShape.count }

    /// How many numbers come out.
    public var outputs: Int { outputShape.count }

    /// The shape of the network's answer.
    public var outputShape: Shape { body.outputShape(for: inputShape) }

    /// The shape of the input and then of every layer's output: `layers.count + 1` shapes.
    public var shapes: [Shape] { body.shapes(from: inputShape) }

    /// The input and then every layer's output: `layers.count + 1` arrays.
    ///
    /// A sample that doesn't fit ends the lesson at this call.
    ///
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `show(Table(["first hidden unit"], rows: [[network.activations(for: [0.5, -1])[2][0]]]))`
    public func activations(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) { try checkInput(input) }
        return passed(input)
    }

    /// The same for a sample that is known to fit.
    func passed(_ input: [Double]) -> [[Double]] { body.passed(input) }

    /// Its way back.
    func walkBack(
        _ passed: [[Double]], _ gradient: [Double], insteadOfLast slope: [Double]? = nil
    ) -> (slopes: [[Double]], gradients: [[[Double]]]) {
        body.walkBack(passed, gradient, insteadOfLast: slope)
    }

    /// A batch in training, layer by layer.
    func trainingPasses(
        over batch: [[Double]], drawingFrom generator: inout SplitMix64
    ) -> (passed: [[[Double]]], passes: [LayerPass]) {
        body.trainingPasses(over: batch, drawingFrom: &generator)
    }

    /// All layers, those inside others too, in the order in which numbers meet them.
    var allLayers: [any Layer] { body.all }

    /// The network's answer to one sample.
    ///
    /// - SeeAlso: Keras `predict`, PyTorch `forward`, scikit-learn `predict`, `predict_proba`, Keras `call`
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `show(Table(["answer"], rows: [[network.prediction(for: [0.5, -1])[0]]]))`
    public func prediction(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) { try checkInput(input) }
        return passed(input)[layers.count]
    }

    /// What comes out when `input` goes in: `net([1, 0])`.
    public func callAsFunction(
        _ input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        prediction(for: input, file: file, line: line, column: column)
    }

    /// The same network with other parameters, one array for each parameter of each layer, as `parameters` of its layers has them.
    ///
    /// Arrays that are too many, too few or of another length end the lesson at this call.
    public func replacing(
        parameters: [[[Double]]], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Network {
        stopping(file: file, line: line, column: column) { try check(shapes: parameters, of: "parameters") }
        return replacing(fitting: parameters)
    }

    /// Throws unless these arrays are shaped like the parameters.
    func check(shapes given: [[[Double]]], of what: String) throws {
        guard given.count == layers.count else {
            throw ShapeError(
                "this network has \(layers.count) layers, but got \(what) for \(given.count); give [] where a layer has none")
        }
        for (index, pair) in zip(layers, given).enumerated() {
            let (own, found) = (pair.0.parameters.map(\.values.count), pair.1.map(\.count))
            guard own == found else {
                throw ShapeError(
                    "layer \(index + 1), \(pair.0.name), takes \(what) of \(Self.sizes(own)), but got \(Self.sizes(found))")
            }
        }
    }

    private static func sizes(_ counts: [Int]) -> String {
        counts.isEmpty ? "no numbers" : counts.map(String.init).joined(separator: " and ") + " numbers"
    }

    /// The same for arrays that are known to fit.
    func replacing(fitting parameters: [[[Double]]]) -> Network {
        var network = self
        for (layer, values) in parameters.enumerated() where !values.isEmpty {
            var changed = body.layers[layer].parameters
            for index in changed.indices { changed[index].values = values[index] }
            network.body.layers[layer].parameters = changed
        }
        return network
    }

    /// The same network with other layers of the same shapes: after they have seen a batch.
    func replacing(layers: [any Layer]) -> Network {
        var network = self
        network.body = Sequential(layers)
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
@_documentation(visibility: internal)
public enum LayerBuilder {
    public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
    public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
    public static func buildExpression(_ block: Sequential) -> [any Layer] { block.layers }
    public static func buildExpression(_ block: TransformerEncoder) -> [any Layer] { block.layers.layers }
    public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
    public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
    public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
    public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
