/// f(z) = 1 for z ≥ 0, else 0: the neuron of W. McCulloch and W. Pitts (1943) and of F. Rosenblatt's perceptron (1958).
///
/// Its derivative is 0 wherever it has one, so nothing before it would ever learn. Backpropagation therefore pretends a slope,
/// which must be said: `Heaviside(pretending: .straightThrough)`. Gradients through it are no derivatives of the loss, and no
/// difference quotient finds them; this is what a straight-through estimator is (Y. Bengio, N. Léonard and A. Courville, 2013).
/// `torch.heaviside(z, 1)`; neither PyTorch nor Keras has it as a layer.
/// Number by number; the shape stays.
///
/// - Example: `Heaviside(pretending: .straightThrough)`
/// - SeeAlso: PyTorch `torch.heaviside`, NumPy `np.heaviside`
public struct Heaviside: Activation {
    /// What backpropagation takes for the derivative.
    public enum Slope: Hashable, Sendable {
        /// 0, the true derivative: nothing before the step learns.
        case zero
        /// 1: the gradient goes straight through.
        case straightThrough
        /// 1 for |z| ≤ `limit`, else 0, as if the step were a straight line there. I. Hubara et al., *Binarized Neural Networks*, 2016.
        case window(limit: Double)
        /// k σ(k z) (1 − σ(k z)), as if the step were a sigmoid of the steepness k.
        case sigmoid(steepness: Double)
    }

    /// What backpropagation takes for the derivative.
    public let pretendedSlope: Slope

    /// A step with the slope that backpropagation shall pretend.
    public init(pretending slope: Slope) {
        pretendedSlope = slope
    }

    public func value(at z: Double) -> Double { z >= 0 ? 1 : 0 }

    public func slope(at z: Double, output: Double) -> Double {
        switch pretendedSlope {
        case .zero: return 0
        case .straightThrough: return 1
        case .window(let limit): return abs(z) <= limit ? 1 : 0
        case .sigmoid(let steepness):
            let s = Networks.sigmoid(steepness * z)
            return steepness * s * (1 - s)
        }
    }
}

extension Heaviside: StorableLayer {
    public func stored() -> LayerDescription {
        let (name, number): (String, Double) =
            switch pretendedSlope {
            case .zero: ("zero", 0)
            case .straightThrough: ("straightThrough", 0)
            case .window(let limit): ("window", limit)
            case .sigmoid(let steepness): ("sigmoid", steepness)
            }
        return LayerDescription(type: "Heaviside", options: ["slope": .text(name), "number": .number(number)])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let (name, number) = (try stored.text("slope"), try stored.number("number"))
        switch name {
        case "zero": self.init(pretending: .zero)
        case "straightThrough": self.init(pretending: .straightThrough)
        case "window": self.init(pretending: .window(limit: number))
        case "sigmoid": self.init(pretending: .sigmoid(steepness: number))
        default: throw StorageError("the file has a Heaviside that pretends the unknown slope '\(name)'")
        }
    }
}
