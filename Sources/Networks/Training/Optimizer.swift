/// How gradients become new parameters. A value: whatever state a method needs lives in the run that uses it.
public struct Optimizer: Hashable, Sendable {
    /// Which parameters change.
    public enum Scope: String, Hashable, Sendable { case all, weights }

    public let rate: Double
    public let scope: Scope

    /// w⁺ = w − η · ∂E/∂w, all gradients taken at the old parameters.
    public static func gradientDescent(rate: Double, updating scope: Scope = .all) -> Optimizer {
        Optimizer(rate: rate, scope: scope)
    }

    func updates(_ parameter: Parameter) -> Bool { scope == .all || parameter.kind == .weight }
}

extension Network {
    /// The network after one step along gradients shaped like its parameters.
    public func updated(along gradients: [[[Double]]], by optimizer: Optimizer) -> Network {
        let parameters = zip(layers, gradients).map { layer, gradients in
            zip(layer.parameters, gradients).map { parameter, gradient in
                guard optimizer.updates(parameter) else { return parameter.values }
                return zip(parameter.values, gradient).map { $0 - optimizer.rate * $1 }
            }
        }
        return replacing(parameters: parameters)
    }

    /// The network after one step along the gradients of one sample.
    public func updated(along pass: BackpropagationPass, by optimizer: Optimizer) -> Network {
        updated(along: pass.gradients, by: optimizer)
    }
}
