/// A loss as a network's last layer is trained by it.
///
/// ln(1 − σ(z)) of a saturated sigmoid has lost its digits before the loss sees it: 1 − σ(12) is 6·10⁻⁶, what is left of two
/// numbers near 1. So binary cross-entropy after `Sigmoid`, and categorical cross-entropy and the Kullback-Leibler divergence
/// after a `Softmax` over all outputs, are computed from the numbers that go into that layer, the logits, as the losses
/// `…FromLogits` do.
struct Objective {
    let loss: Loss
    /// The same loss as a function of what goes into the last layer.
    let fromLogits: Loss?

    init(_ loss: Loss, after layers: [any Layer], outputs: Int) {
        self.loss = loss
        fromLogits = layers.last.flatMap { loss.fromLogits(of: $0, outputs: outputs) }
    }

    /// - Parameter logits: What goes into the last layer.
    func value(_ output: [Double], _ logits: [Double], _ target: [Double]) -> Double {
        fromLogits?.value(logits, target) ?? loss.value(output, target)
    }

    /// ∂loss/∂output.
    func slope(_ output: [Double], _ logits: [Double], _ target: [Double]) -> [Double] {
        guard let form = fromLogits?.form, form.kind == .binaryCrossEntropyFromLogits else {
            return loss.gradient(output, target)
        }
        let count = form.reduction == .mean ? Double(output.count) : 1
        return zip(logits, form.targets(target, of: output.count)).map { z, t in
            ((t == 1 ? 0 : (1 - t) / sigmoid(-z)) - (t == 0 ? 0 : t / sigmoid(z))) / count
        }
    }

    /// ∂loss/∂logit, where the last layer's own way back would lose digits.
    func slopeOfLogits(_ logits: [Double], _ target: [Double]) -> [Double]? { fromLogits?.gradient(logits, target) }
}

extension Network {
    func objective(_ loss: Loss) -> Objective { Objective(loss, after: layers, outputs: outputs) }
}

extension Objective {
    /// The loss of the arrays of one sample: the input and then every layer's output.
    func value(_ activations: [[Double]], _ target: [Double]) -> Double {
        let last = activations.count - 1
        return value(activations[last], activations[max(0, last - 1)], target)
    }
}

extension Loss {
    /// The loss as a function of what goes into `layer`, if the two are better computed together.
    func fromLogits(of layer: any Layer, outputs: Int) -> Loss? {
        guard var form else { return nil }
        let reduction = form.reduction
        switch form.kind {
        case .binaryCrossEntropy where layer is Sigmoid: form.kind = .binaryCrossEntropyFromLogits
        case .categoricalCrossEntropy where layer.isSoftmax(over: outputs): form.kind = .categoricalCrossEntropyFromLogits
        case .kullbackLeiblerDivergence where layer.isSoftmax(over: outputs):
            var loss = Self.divergenceFromLogits(form)
            loss.overSamples = overSamples
            return loss
        default: return nil
        }
        form.reduction = reduction
        var loss = Loss(form)
        loss.overSamples = overSamples
        return loss
    }

    /// Σ_j t_j (ln t_j − ln softmax(z)_j): the cross-entropy less what no weight changes, the entropy of the targets.
    private static func divergenceFromLogits(_ form: Form) -> Loss {
        let crossEntropy = categoricalCrossEntropyFromLogits
        @Sendable func share(_ logits: [Double]) -> Double { form.reduction == .mean ? Double(logits.count) : 1 }
        return Loss(name: form.name) { logits, target in
            let targets = form.targets(target, of: logits.count)
            return targets.reduce(crossEntropy.value(logits, targets)) { $0 + ($1 == 0 ? 0 : $1 * log($1)) } / share(logits)
        } gradient: { logits, target in
            crossEntropy.gradient(logits, form.targets(target, of: logits.count)).map { $0 / share(logits) }
        }
    }
}

extension Layer {
    fileprivate func isSoftmax(over outputs: Int) -> Bool {
        (self as? Softmax).map { ($0.width ?? outputs) == outputs } ?? false
    }
}

extension Network {
    /// Where the way back of one sample begins: ∂loss/∂activation behind so many layers, for whoever walks it himself. That is
    /// before the last layer where the loss and that layer are one function of the logits.
    package func startOfWayBack(
        _ passed: [[Double]], toward target: [Double], minimizing loss: Loss
    ) -> (layers: Int, slope: [Double]) {
        let objective = objective(loss)
        let logits = passed[max(0, layers.count - 1)]
        if let slope = objective.slopeOfLogits(logits, target) { return (layers.count - 1, slope) }
        return (layers.count, objective.slope(passed[layers.count], logits, target))
    }
}
