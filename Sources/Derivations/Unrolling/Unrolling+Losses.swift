import Networks

extension Unrolling {
    /// Adds the loss of one sample: one named part for each output where there are several, and their sum or mean.
    mutating func add(_ loss: Loss, of outputs: [Int], toward target: [Double]) {
        let given =
            loss.takesClass ? outputs.indices.map { Double($0) == target.first ? 1.0 : 0.0 } : target
        var targets = given.map { graph.add($0, .target) }
        name(range(targets), "the targets") { Self.target($0 + 1) }
        guard let form = loss.form else {
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
            let part = add(form, output, target)
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
        let rest = graph.add(1 - amount, .constant)
        let share = graph.add(amount * (targets.count == 1 ? 0.5 : 1 / Double(targets.count)), .constant)
        let kept = targets.map { graph.add(.product, [$0, rest]) }
        let softened = kept.map { graph.add(.sum, [$0, share]) }
        name(range(softened), "the softened targets") { Self.softenedTarget($0 + 1) }
        return softened
    }

    /// The softmax that a loss from logits has inside.
    private mutating func probabilities(of logits: [Int]) -> [Int] {
        let first = graph.nodes.count
        let nodes = logits.indices.map { graph.add(.softmax(index: $0, first: first), logits) }
        name(range(nodes), "probabilities of the classes") {
            Symbol("p_\($0 + 1)", "p_{\($0 + 1)}", indexed: "p_\($0 + 1)", "p_{\($0 + 1)}")
        }
        return nodes
    }

    private mutating func nameError() {
        let symbol = sample.map(Self.error(inSample:)) ?? Self.total
        graph.name(graph.root, symbol, title: "the error")
    }

    /// Adds the mean of the samples' losses, each times its weight, as the result.
    mutating func average(_ losses: [Int], _ weights: [Double]) {
        var terms = losses
        if weights.contains(where: { $0 != 1 }) {
            let factors = weights.map { graph.add($0, .constant) }
            terms = zip(factors, losses).map { graph.add(.product, [$0, $1]) }
        }
        let sum = graph.add(.sum, terms)
        graph.root = graph.add(.quotient, [sum, graph.add(Double(losses.count), .constant)])
        graph.name(graph.root, Self.total, title: "the mean error of the samples")
        graph.parts = []
    }

    /// One output's contribution.
    private mutating func add(_ form: Loss.Form, _ output: Int, _ target: Int) -> Int {
        let value = graph.values[target]
        switch form.kind {
        case .huber: return addHuber(output, target, delta: form.delta ?? 1)
        case .halfSquaredError: return addHalfSquare(output, target)
        case .meanSquaredError:
            return graph.add(.power(2), [graph.add(.difference, [target, output])])
        case .meanAbsoluteError:
            return graph.add(.function(.abs), [graph.add(.difference, [target, output])])
        case .hinge:
            let margin = graph.add(.difference, [graph.add(1, .constant), graph.add(.product, [target, output])])
            return graph.add(.function(.relu), [margin])
        case .kullbackLeiblerDivergence:
            guard value != 0 else { return graph.add(0, .constant) }
            return graph.add(.product, [target, graph.add(.function(.log), [graph.add(.quotient, [target, output])])])
        case .binaryCrossEntropyFromLogits:
            let softplus = graph.add(.function(.softplus), [output])
            return graph.add(.difference, [softplus, graph.add(.product, [target, output])])
        case .categoricalCrossEntropy, .categoricalCrossEntropyFromLogits:
            return graph.add(.negation, [graph.add(.product, [target, graph.add(.function(.log), [output])])])
        case .binaryCrossEntropy:
            // A target of 0 or 1 leaves one logarithm; writing both would take the logarithm of 0 for a perfect answer.
            let one = graph.add(1, .constant)
            let yes = value == 0 ? nil : graph.add(.product, [target, graph.add(.function(.log), [output])])
            guard value != 1 else { return graph.add(.negation, [yes ?? target]) }
            let rest = graph.add(.difference, [one, target])
            let no = graph.add(.product, [rest, graph.add(.function(.log), [graph.add(.difference, [one, output])])])
            return graph.add(.negation, [yes.map { graph.add(.sum, [$0, no]) } ?? no])
        }
    }

    private mutating func addHalfSquare(_ output: Int, _ target: Int) -> Int {
        let half = graph.add(0.5, .constant)
        let square = graph.add(.power(2), [graph.add(.difference, [target, output])])
        return graph.add(.product, [half, square])
    }

    /// ½ d² near the target, δ (|d| − ½ δ) further away: the branch that applies.
    private mutating func addHuber(_ output: Int, _ target: Int, delta: Double) -> Int {
        guard abs(graph.values[target] - graph.values[output]) > delta else { return addHalfSquare(output, target) }
        let distance = graph.add(.function(.abs), [graph.add(.difference, [target, output])])
        let rest = graph.add(.difference, [distance, graph.add(0.5 * delta, .constant)])
        return graph.add(.product, [graph.add(delta, .constant), rest])
    }
}

extension Loss.Form.Kind {
    /// Whether a class whose target is 0 adds nothing.
    fileprivate var skipsZeros: Bool {
        self == .categoricalCrossEntropy || self == .categoricalCrossEntropyFromLogits || self == .kullbackLeiblerDivergence
    }
}
