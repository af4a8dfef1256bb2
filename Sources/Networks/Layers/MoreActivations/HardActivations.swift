/// f(z) = max(0, min(1, s z + ½)), a sigmoid of straight pieces; f′ = s between them and 0 elsewhere, at the two kinks too.
///
/// Two definitions are in use: s = 1/6 in PyTorch (`nn.Hardsigmoid`) and Keras 3 (`hard_sigmoid`), s = 0.2 in Theano and Keras 2.
/// Number by number; the shape stays.
///
/// - Example: `HardSigmoid()`
/// - SeeAlso: Keras `activations.hard_sigmoid`, PyTorch `nn.Hardsigmoid`
public struct HardSigmoid: Activation {
    /// The definitions by the libraries that have them.
    public enum Definition: String, Hashable, Sendable {
        /// max(0, min(1, z/6 + ½)), that is ReLU6(z + 3)/6
        case pyTorch
        /// max(0, min(1, 0.2 z + ½))
        case keras2
    }

    /// Which of the two definitions it follows.
    public let definition: Definition
    /// s
    public var slope: Double { definition == .pyTorch ? 1.0 / 6 : 0.2 }

    /// A hard sigmoid by one of the two definitions.
    public init(_ definition: Definition = .pyTorch) {
        self.definition = definition
    }

    public func value(at z: Double) -> Double { min(1, max(0, slope * z + 0.5)) }

    public func slope(at z: Double, output: Double) -> Double { abs(slope * z) < 0.5 ? slope : 0 }
}

/// f(z) = max(a, min(b, z)), by default between −1 and 1; f′ = 1 between them and 0 elsewhere, at the two kinks too.
///
/// `nn.Hardtanh` in PyTorch; `HardTanh(0, 6)` is ReLU6. R. Collobert, 2004.
/// Number by number; the shape stays.
///
/// - Example: `HardTanh()`
/// - SeeAlso: Keras `activations.hard_tanh`, PyTorch `nn.Hardtanh`, `nn.ReLU6`
public struct HardTanh: Activation {
    /// a, the smallest value.
    public let minimum: Double
    /// b, the largest value.
    public let maximum: Double

    /// A hard tanh between two limits.
    public init(_ minimum: Double = -1, _ maximum: Double = 1) {
        self.minimum = minimum
        self.maximum = maximum
    }

    public func value(at z: Double) -> Double { max(minimum, min(maximum, z)) }

    public func slope(at z: Double, output: Double) -> Double { z > minimum && z < maximum ? 1 : 0 }
}

/// f(z) = z · max(0, min(1, z/6 + ½)), a swish of straight and square pieces; f′ = 0 up to −3, z/3 + ½ between, 1 from 3 on.
///
/// A. Howard et al., *Searching for MobileNetV3*, 2019; `nn.Hardswish` in PyTorch, `hard_silu` in Keras 3.
/// Number by number; the shape stays.
///
/// - Example: `HardSwish()`
/// - SeeAlso: Keras `activations.hard_silu`, PyTorch `nn.Hardswish`
public struct HardSwish: Activation {
    /// A hard swish, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { z * HardSigmoid().value(at: z) }

    public func slope(at z: Double, output: Double) -> Double { z <= -3 ? 0 : z >= 3 ? 1 : z / 3 + 0.5 }
}

extension HardSigmoid: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "HardSigmoid", options: ["definition": .text(definition.rawValue)]) }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let text = try stored.text("definition")
        guard let definition = Definition(rawValue: text) else {
            throw StorageError("the file has a HardSigmoid of the unknown definition '\(text)'")
        }
        self.init(definition)
    }
}

extension HardTanh: StorableLayer {
    public func stored() -> LayerDescription {
        .init(type: "HardTanh", options: ["minimum": .number(minimum), "maximum": .number(maximum)])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.number("minimum"), try stored.number("maximum"))
    }
}

extension HardSwish: PlainLayer {}
