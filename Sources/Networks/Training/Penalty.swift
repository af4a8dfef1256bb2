/// What the size of weights costs: λ₁ Σ |w| + ½ λ₂ Σ w² over all weights (not biases, nor a normalisation's scales).
///
/// The losses of passes and runs leave it out; `pass.loss(with:)` and `pass.gradients(with:)` put it in. Keras' `l2` is ½ λ₂,
/// PyTorch's `weight_decay` is λ₂ and takes biases in; many texts write λ/(2n) Σ w² for n samples, which is λ₂ = λ/n.
///
/// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
///   `let pass = network.backpropagate([0.5, -1], toward: [1], minimizing: .halfSquaredError)`
///   `show(Table(["with the penalty"], rows: [[pass.loss(with: Penalty(l2: 0.1))]]))`
public struct Penalty: Hashable, Sendable {
    /// λ₁
    public let l1: Double
    /// λ₂
    public let l2: Double

    /// A penalty of λ₁ Σ|w| + ½ λ₂ Σ w².
    public init(l1: Double = 0, l2: Double = 0) {
        self.l1 = l1
        self.l2 = l2
    }

    /// The penalty of a network's weights.
    public func value(of network: Network) -> Double {
        var (sizes, squares) = (0.0, 0.0)
        for weight in network.layers.flatMap(\.parameters) where weight.kind == .weight {
            for w in weight.values {
                sizes += abs(w)
                squares = fused(w, w, squares)
            }
        }
        return l1 * sizes + 0.5 * l2 * squares
    }

    /// Its derivative by every parameter, shaped like the network's: λ₁ sign(w) + λ₂ w for weights, 0 for all others.
    public func gradient(of network: Network) -> [[[Double]]] {
        network.layers.map { layer in
            layer.parameters.map { parameter in
                guard parameter.kind == .weight else { return parameter.values.map { _ in 0 } }
                return parameter.values.map { l1 * ($0 > 0 ? 1 : $0 < 0 ? -1 : 0) + l2 * $0 }
            }
        }
    }

    /// Gradients of a loss with those of the penalty added.
    func added(to gradients: [[[Double]]], of network: Network) -> [[[Double]]] {
        zip(gradients, gradient(of: network)).map { zip($0, $1).map { zip($0, $1).map { $0 + $1 } } }
    }
}

extension Optimizer {
    /// What the optimiser adds to the loss that it lowers.
    public var penalty: Penalty { Penalty(l1: l1, l2: l2) }

    /// The same method on the loss with a penalty: see `penalized(l1:l2:)`.
    public func penalized(by penalty: Penalty) -> Optimizer { penalized(l1: penalty.l1, l2: penalty.l2) }
}

extension BackpropagationPass {
    /// The loss with a penalty of the network's weights.
    public func loss(with penalty: Penalty) -> Double { loss + penalty.value(of: network) }

    /// The gradients of that, shaped like the parameters.
    public func gradients(with penalty: Penalty) -> [[[Double]]] { penalty.added(to: gradients, of: network) }
}

extension BatchBackpropagationPass {
    /// The loss of the batch with a penalty of the network's weights.
    public func loss(with penalty: Penalty) -> Double { loss + penalty.value(of: network) }

    /// The gradients of that, shaped like the parameters.
    public func gradients(with penalty: Penalty) -> [[[Double]]] { penalty.added(to: gradients, of: network) }
}
