/// What comes in is added to what the inner layers make of it: y = x + f(x), so ∂L/∂x = g + (∂f/∂x)ᵀ g with g = ∂L/∂y.
///
///     Residual {
///         Dense(4)
///         Tanh()
///     }
///
/// The inner layers must keep the shape. Where they don't, a shortcut brings x to the new shape: y = s(x) + f(x), with
/// `Residual { Conv2D(8, kernel: 3, padding: .same) } shortcut: { Conv2D(8, kernel: 1) }`. Parameters: those of the inner layers
/// in order, then those of the shortcut.
///
/// K. He et al., *Deep residual learning for image recognition*, 2016.
public struct Residual: BatchLayer {
    /// f
    public private(set) var layers: [any Layer]
    /// s; empty for x itself.
    public private(set) var shortcut: [any Layer]

    public init(@LayerBuilder _ layers: () -> [any Layer]) {
        self.layers = layers()
        shortcut = []
    }

    public init(@LayerBuilder _ layers: () -> [any Layer], @LayerBuilder shortcut: () -> [any Layer]) {
        self.layers = layers()
        self.shortcut = shortcut()
    }

    public var name: String { "Residual" }

    public var parameters: [Parameter] {
        get { (layers + shortcut).flatMap(\.parameters) }
        set {
            var start = 0
            func take(_ layers: inout [any Layer]) {
                for index in layers.indices {
                    let count = layers[index].parameters.count
                    guard count > 0, start + count <= newValue.count else { continue }
                    layers[index].parameters = Array(newValue[start..<start + count])
                    start += count
                }
            }
            take(&layers)
            take(&shortcut)
        }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Residual {
        var residual = self
        func connect(_ layers: [any Layer], _ place: String) throws -> (layers: [any Layer], shape: Shape) {
            var shape = inputs
            let connected = try layers.enumerated().map { index, layer in
                do {
                    let connected = try layer.connected(to: shape, drawingFrom: &generator)
                    shape = connected.outputShape(for: shape)
                    return connected
                } catch let error as ShapeError {
                    throw ShapeError("Residual, \(place) \(index + 1): \(error)")
                }
            }
            return (connected, shape)
        }
        let inner = try connect(layers, "layer")
        let outer = try connect(shortcut, "shortcut layer")
        residual.layers = inner.layers
        residual.shortcut = outer.layers
        guard inner.shape == outer.shape else {
            let other = shortcut.isEmpty ? "is given samples of shape \(outer.shape)" : "has a shortcut to shape \(outer.shape)"
            throw ShapeError(
                "Residual \(other), but its layers make shape \(inner.shape); the two are added, so make them equal"
                    + (shortcut.isEmpty ? ", or give a shortcut" : ""))
        }
        return residual
    }

    public func outputShape(for inputs: Shape) -> Shape { layers.reduce(inputs) { $1.outputShape(for: $0) } }

    public func forward(_ input: [Double]) -> [Double] {
        Self.sum(layers.reduce(input) { $1.forward($0) }, shortcut.reduce(input) { $1.forward($0) })
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let inner = Self.backward(through: layers, input, gradient)
        let outer = Self.backward(through: shortcut, input, gradient)
        return (Self.sum(inner.input, outer.input), inner.parameters + outer.parameters)
    }

    public func trainingPass(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass {
        func walk(_ layers: [any Layer]) -> (passes: [LayerPass], outputs: [[Double]]) {
            var passes: [LayerPass] = []
            var outputs = batch
            for layer in layers {
                let pass = layer.passInTraining(over: outputs, drawingFrom: &generator)
                outputs = pass.outputs
                passes.append(pass)
            }
            return (passes, outputs)
        }
        @Sendable func walkBack(
            _ passes: [LayerPass], _ gradients: [[Double]]
        ) -> (inputs: [[Double]], parameters: [[Double]]) {
            var (slopes, parameters) = (gradients, [[[Double]]]())
            for pass in passes.reversed() {
                let found = pass.backward(slopes)
                slopes = found.inputs
                parameters.append(found.parameters)
            }
            return (slopes, parameters.reversed().flatMap { $0 })
        }
        let (inner, outer) = (walk(layers), walk(shortcut))
        var layer = self
        layer.layers = inner.passes.map(\.layer)
        layer.shortcut = outer.passes.map(\.layer)
        let (innerPasses, outerPasses) = (inner.passes, outer.passes)
        return LayerPass(outputs: zip(inner.outputs, outer.outputs).map(Self.sum), layer: layer) { gradients in
            let (a, b) = (walkBack(innerPasses, gradients), walkBack(outerPasses, gradients))
            return (zip(a.inputs, b.inputs).map(Self.sum), a.parameters + b.parameters)
        }
    }

    private static func sum(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }

    private static func backward(
        through layers: [any Layer], _ input: [Double], _ gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        var passed = [input]
        for layer in layers { passed.append(layer.forward(passed[passed.count - 1])) }
        var (slope, parameters) = (gradient, [[[Double]]]())
        for (index, layer) in layers.enumerated().reversed() {
            let found = layer.backward(input: passed[index], output: passed[index + 1], gradient: slope)
            slope = found.input
            parameters.append(found.parameters)
        }
        return (slope, parameters.reversed().flatMap { $0 })
    }
}
