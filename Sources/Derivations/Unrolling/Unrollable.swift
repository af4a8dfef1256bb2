import Networks

/// A layer of the lesson's own that says its formula in scalars, so that derivations go through it as through Lectern's own.
///
///     /// y_i = w_i x_i
///     struct Scale: Layer, Unrollable {
///         …
///         func unrolled(_ inputs: [Scalar], parameters: [[Scalar]]) -> [Scalar] {
///             zip(parameters[0], inputs).map { $0 * $1 }
///         }
///     }
///
/// The formula is differentiated by the chain rule, apart from the layer's own `backward`; whenever a derivation is made, the two
/// must agree. Without it a derivation has nothing but the layer's values: it takes slopes by differences and can't say why.
public protocol Unrollable: Layer {
    /// The outputs for one sample, written with operators and functions of `Scalar`.
    ///
    /// A formula with cases may look at `value`: `z.value > 0 ? z : 0.1 * z`.
    ///
    /// - Parameter parameters: One array for each of the layer's `parameters`, in the same order.
    func unrolled(_ inputs: [Scalar], parameters: [[Scalar]]) -> [Scalar]
}

/// An activation of the lesson's own that says its formula in scalars:
///
///     struct Softsign: UnrollableActivation {
///         func value(at z: Double) -> Double { z / (1 + abs(z)) }
///         func slope(at z: Double, output: Double) -> Double { (1 - abs(output)) * (1 - abs(output)) }
///         func unrolled(_ z: Scalar) -> Scalar { z / (1 + abs(z)) }
///     }
public protocol UnrollableActivation: Activation, Unrollable {
    /// f(z), written with operators and functions of `Scalar`.
    func unrolled(_ z: Scalar) -> Scalar
}

extension UnrollableActivation {
    public func unrolled(_ inputs: [Scalar], parameters: [[Scalar]]) -> [Scalar] { inputs.map { unrolled($0) } }
}

extension Loss {
    /// A loss of the lesson's own that also says its formula in scalars, for derivations: see `Unrollable`.
    ///
    ///     let quartic = Loss(name: "quartic") { output, target in
    ///         zip(output, target).reduce(0) { $0 + pow($1.0 - $1.1, 4) }
    ///     } gradient: { output, target in
    ///         zip(output, target).map { 4 * pow($0 - $1, 3) }
    ///     } unrolled: { output, target in
    ///         sum(zip(output, target).map { pow($0 - $1, 4) })
    ///     }
    public init(
        name: String, value: @escaping @Sendable (_ output: [Double], _ target: [Double]) -> Double,
        gradient: @escaping @Sendable (_ output: [Double], _ target: [Double]) -> [Double],
        unrolled: @escaping @Sendable (_ output: [Scalar], _ target: [Scalar]) -> Scalar
    ) {
        self.init(name: name, value: value, gradient: gradient)
        scalarForm = ScalarForm(formula: unrolled)
    }

    /// What the lesson wrote for derivations.
    var unrolledFormula: (@Sendable ([Scalar], [Scalar]) -> Scalar)? { (scalarForm as? ScalarForm)?.formula }

    private struct ScalarForm: Sendable {
        let formula: @Sendable ([Scalar], [Scalar]) -> Scalar
    }
}
