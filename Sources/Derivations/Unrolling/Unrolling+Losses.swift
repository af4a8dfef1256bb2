import Networks

extension Unrolling {
    /// Adds the loss of one sample: one named part for each output where there are several, and their sum or mean.
    mutating func add(_ loss: Loss, of outputs: [Int], toward target: [Double]) {
        let given =
            loss.takesClass ? outputs.indices.map { Double($0) == target.first ? 1.0 : 0.0 } : target
        var targets = given.map { graph.add($0, .target) }
        name(range(targets), "the targets") { Self.target($0 + 1) }
        guard let form = loss.form else {
            if let formula = loss.formula as? any ScalarLoss {
                add(formula, of: outputs, toward: targets)
                return nameError()
            }
            graph.root = add(own: loss, of: outputs, toward: targets)
            return nameError()
        }
        if form.smoothing != 0 { targets = soften(targets, by: form.smoothing) }
        let several = outputs.count > 1
        let logits = outputs
        let outputs = form.kind == .categoricalCrossEntropyFromLogits ? probabilities(of: logits) : logits
        var parts: [Int] = []
        for (output, target) in zip(outputs, targets) {
            if form.kind.skipsZeros, graph.values[target] == 0, several { continue }
            let part = part(form, output, target, values: (graph.values[output], graph.values[target]))
            if several {
                let number = (outputs.firstIndex(of: output) ?? 0) + 1
                name(part..<(part + 1), "the errors of the outputs") { _ in Self.part(number) }
            }
            parts.append(part)
        }
        if several {
            let sum = graph.add(.sum, parts)
            let count = form.reduction == .mean ? graph.add(Double(outputs.count), .constant) : nil
            graph.root = count.map { graph.add(.quotient, [sum, $0]) } ?? sum
            graph.parts = form.reduction == .mean ? [] : parts
        } else {
            graph.root = parts.first ?? graph.add(0, .constant)
        }
        nameError()
    }

    /// t (1 − α) + α / K, and t (1 − α) + ½ α for a single output.
    private mutating func soften(_ targets: [Int], by amount: Double) -> [Int] {
        let rest = constant(1 - amount)
        let share = constant(amount * (targets.count == 1 ? 0.5 : 1 / Double(targets.count)))
        let kept = targets.map { result(.product, [$0, rest]) }
        let softened = kept.map { result(.sum, [$0, share]) }
        name(range(softened), "the softened targets") { Self.softenedTarget($0 + 1) }
        return softened
    }

    /// The softmax that a loss from logits has inside.
    private mutating func probabilities(of logits: [Int]) -> [Int] {
        let nodes = softmax(logits)
        name(range(nodes), "probabilities of the classes") {
            Symbol("p_\($0 + 1)", "p_{\($0 + 1)}", indexed: "p_\($0 + 1)", "p_{\($0 + 1)}")
        }
        return nodes
    }

    /// Adds the error that has given slopes by the outputs, and no value: those of one sample after the other.
    mutating func add(slopes: [[Double]], of outputs: [[Int]]) {
        graph.root = graph.add(knownBy: Array(slopes.joined()), of: Array(outputs.joined()))
        graph.name(graph.root, Self.total, title: "the error")
        graph.parts = []
    }

    mutating func nameError() {
        let symbol = sample.map(Self.error(inSample:)) ?? Self.total
        graph.name(graph.root, symbol, title: "the error")
    }

    /// Adds the mean of the samples' losses, each times its weight, as the result, or their sum.
    mutating func reduce(_ losses: [Int], _ weights: [Double], _ reduction: Loss.Form.Reduction) {
        var terms = losses
        if weights.contains(where: { $0 != 1 }) {
            let factors = weights.map { graph.add($0, .constant) }
            terms = zip(factors, losses).map { graph.add(.product, [$0, $1]) }
        }
        let sum = graph.add(.sum, terms)
        let isMean = reduction == .mean
        graph.root = isMean ? graph.add(.quotient, [sum, graph.add(Double(losses.count), .constant)]) : sum
        graph.name(graph.root, Self.total, title: isMean ? "the mean error of the samples" : "the error of all samples")
        graph.parts = []
    }
}

extension ScalarBuilder {
    /// What one output adds to a loss.
    ///
    /// - Parameter values: Those of output and target: a formula with cases is written down as the case that applies.
    mutating func part(
        _ form: Loss.Form, _ output: Number, _ target: Number, values: (output: Double, target: Double)
    ) -> Number {
        switch form.kind {
        case .huber:
            let delta = form.delta ?? 1
            guard abs(values.target - values.output) > delta else { return halfSquare(of: output, toward: target) }
            // δ (|d| − ½ δ)
            let rest = result(.difference, [distance(output, target), constant(0.5 * delta)])
            return result(.product, [constant(delta), rest])
        case .halfSquaredError: return halfSquare(of: output, toward: target)
        case .meanSquaredError: return result(.power(2), [result(.difference, [target, output])])
        case .meanAbsoluteError: return distance(output, target)
        case .hinge:
            let margin = result(.difference, [constant(1), result(.product, [target, output])])
            return result(.function(.relu), [margin])
        case .kullbackLeiblerDivergence:
            guard values.target != 0 else { return constant(0) }
            // t / o and its slope would overflow long before ln t − ln o does.
            guard values.output < 1e-150 else { return product(target, logarithm(result(.quotient, [target, output]))) }
            let logarithms = [logarithm(target), logarithm(output)]
            return product(target, result(.difference, logarithms))
        case .binaryCrossEntropyFromLogits:
            let softplus = result(.function(.softplus), [output])
            return result(.difference, [softplus, product(target, output)])
        case .categoricalCrossEntropy, .categoricalCrossEntropyFromLogits:
            return result(.negation, [product(target, logarithm(output))])
        case .binaryCrossEntropy:
            // A target of 0 or 1 leaves one logarithm; writing both would take the logarithm of 0 for a perfect answer.
            let one = constant(1)
            let yes = values.target == 0 ? nil : product(target, logarithm(output))
            guard values.target != 1 else { return result(.negation, [yes ?? target]) }
            let no = product(result(.difference, [one, target]), logarithm(result(.difference, [one, output])))
            return result(.negation, [yes.map { result(.sum, [$0, no]) } ?? no])
        }
    }

    /// ½ (t − o)²
    mutating func halfSquare(of output: Number, toward target: Number) -> Number {
        let half = constant(0.5)
        return product(half, result(.power(2), [result(.difference, [target, output])]))
    }

    private mutating func distance(_ output: Number, _ target: Number) -> Number {
        result(.function(.abs), [result(.difference, [target, output])])
    }

    private mutating func product(_ a: Number, _ b: Number) -> Number { result(.product, [a, b]) }
    private mutating func logarithm(_ number: Number) -> Number { result(.function(.log), [number]) }
}

extension Loss.Form.Kind {
    /// Whether a class whose target is 0 adds nothing.
    fileprivate var skipsZeros: Bool {
        self == .categoricalCrossEntropy || self == .categoricalCrossEntropyFromLogits || self == .kullbackLeiblerDivergence
    }
}
