import Foundation

/// f(z) = z Φ(z), with Φ the distribution function of the standard normal. D. Hendrycks and K. Gimpel, 2016.
///
/// Keras' and PyTorch's default is the exact form; many published numbers come from the approximation with tanh.
///
/// - SeeAlso: Keras `activations.gelu`, PyTorch `nn.GELU`
/// - Example: `GELU()`
public struct GELU: Activation {
    /// Which of the two formulas is meant by the name.
    public enum Form: String, Hashable, Sendable {
        /// ½ z (1 + erf(z / √2))
        case exact
        /// ½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))
        case tanh
    }

    /// The formula used.
    public let form: Form

    /// The exact form, or the approximation by tanh.
    public init(_ form: Form = .exact) {
        self.form = form
    }

    public func value(at z: Double) -> Double {
        switch form {
        case .exact: 0.5 * z * (1 + erf(z / 2.0.squareRoot()))
        case .tanh: 0.5 * z * (1 + Networks.tanh(Self.inner(z)))
        }
    }

    public func slope(at z: Double, output: Double) -> Double {
        switch form {
        case .exact:
            return 0.5 * (1 + erf(z / 2.0.squareRoot())) + z * exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
        case .tanh:
            let t = Networks.tanh(Self.inner(z))
            let slope = (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * z * z)
            return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * slope
        }
    }

    private static func inner(_ z: Double) -> Double { (2 / Double.pi).squareRoot() * (z + 0.044715 * z * z * z) }
}
