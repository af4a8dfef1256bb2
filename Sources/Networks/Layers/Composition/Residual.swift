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
///
/// - SeeAlso: Keras `layers.Add`, `layers.add`, PyTorch `x + f(x)`
/// - Example: `Network(inputs: inputs) { Residual { Dense(inputs) } }`
public struct Residual: BatchLayer, CompositeLayer {
    private var inner: Sequential
    private var outer: Sequential

    /// f
    public var layers: [any Layer] { inner.layers }
    /// s; empty for x itself.
    public var shortcut: [any Layer] { outer.layers }

    /// y = x + f(x), with f made of `layers`.
    public init(@LayerBuilder _ layers: () -> [any Layer]) {
        self.init(layers, shortcut: { [] })
    }

    /// y = s(x) + f(x), with f made of `layers` and s of `shortcut`.
    public init(@LayerBuilder _ layers: () -> [any Layer], @LayerBuilder shortcut: () -> [any Layer]) {
        inner = Sequential(layers())
        outer = Sequential(shortcut())
    }

    public var name: String { "Residual" }

    /// The layers, then the shortcut.
    public var blocks: [Sequential] {
        get { [inner, outer] }
        set {
            guard newValue.count == 2 else { return }
            (inner, outer) = (newValue[0], newValue[1])
        }
    }

    public var parameters: [Parameter] {
        get { inner.parameters + outer.parameters }
        set { _ = outer.take(inner.take(newValue[...])) }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Residual {
        func connect(_ block: Sequential, _ place: String) throws -> Sequential {
            do {
                return try block.connected(to: inputs, drawingFrom: &generator)
            } catch let error as ShapeError {
                throw ShapeError("Residual, \(place)\(error)")
            }
        }
        var residual = self
        residual.inner = try connect(inner, "")
        residual.outer = try connect(outer, "shortcut ")
        let (made, added) = (residual.inner.outputShape(for: inputs), residual.outer.outputShape(for: inputs))
        guard made == added else {
            let other = shortcut.isEmpty ? "is given samples of shape \(added)" : "has a shortcut to shape \(added)"
            throw ShapeError(
                "Residual \(other), but its layers make shape \(made); the two are added, so make them equal"
                    + (shortcut.isEmpty ? ", or give a shortcut" : ""))
        }
        return residual
    }

    public func outputShape(for inputs: Shape) -> Shape { inner.outputShape(for: inputs) }

    public func parameterCount(for inputs: Shape) -> Int {
        inner.parameterCount(for: inputs).plus(outer.parameterCount(for: inputs))
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        Self.sum(layers.reduce(input) { $1.forward($0) }, shortcut.reduce(input) { $1.forward($0) })
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let (a, b) = (inner.walkBack(inner.passed(input), gradient), outer.walkBack(outer.passed(input), gradient))
        return (Self.sum(a.slopes[0], b.slopes[0]), (a.gradients + b.gradients).flatMap { $0 })
    }

    public func trainingPass(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass {
        let through = inner.trainingPasses(over: batch, drawingFrom: &generator)
        let around = outer.trainingPasses(over: batch, drawingFrom: &generator)
        var layer = self
        layer.blocks = [through, around].map { Sequential($0.passes.map(\.layer)) }
        let outputs = zip(through.passed[layers.count], around.passed[shortcut.count]).map(Self.sum)
        let (inner, outer) = (through.passes, around.passes)
        return LayerPass(outputs: outputs, layer: layer) { gradients in
            let (a, b) = (Sequential.walkBack(inner, gradients), Sequential.walkBack(outer, gradients))
            return (zip(a.slopes[0], b.slopes[0]).map(Self.sum), (a.gradients + b.gradients).flatMap { $0 })
        }
    }

    private static func sum(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }
}

extension Residual: SampleChecking {
    func check(_ input: [Double]) throws {
        for block in blocks { try (block.layers.first as? any SampleChecking)?.check(input) }
    }
}

extension Residual: StartedLayer {
    func startSlopes(_ input: [Double], _ gradient: [Double]) -> [RecurrentState] {
        blocks.flatMap { $0.startSlopes(input, gradient) }
    }
}
