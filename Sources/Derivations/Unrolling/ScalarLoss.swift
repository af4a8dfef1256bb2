import Networks

/// A loss of Lectern's own as one formula in scalars, apart from the engine's.
protocol ScalarLoss: LossFormula {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar
}

/// A loss of one part for each output: each gets a name of its own.
protocol ScalarOutputwiseLoss: ScalarLoss, OutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar
}

extension ScalarOutputwiseLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        let whole = sum(zip(outputs, targets).map { unrolled($0, $1) })
        return reduction == .mean ? whole / Double(outputs.count) : whole
    }
}

extension Unrolling {
    /// The loss as the graph's root.
    mutating func add(_ formula: any ScalarLoss, of outputs: [Int], toward targets: [Int]) {
        guard let parts = formula as? any ScalarOutputwiseLoss, outputs.count > 1 else {
            graph.root = formed(outputs, targets) { [formula.unrolled($0, $1)] }[0]
            return
        }
        let nodes = formed(outputs, targets) { zip($0, $1).map { parts.unrolled($0, $1) } }
        name(range(nodes), "the errors of the outputs") { Self.part($0 + 1) }
        let sum = graph.add(.sum, nodes)
        let isMean = parts.reduction == .mean
        graph.root = isMean ? graph.add(.quotient, [sum, graph.add(Double(outputs.count), .constant)]) : sum
        graph.parts = isMean ? [] : nodes
    }

    private mutating func formed(
        _ outputs: [Int], _ targets: [Int], _ formula: ([Scalar], [Scalar]) -> [Scalar]
    ) -> [Int] {
        let (results, givens) = expressions(of: outputs + targets) {
            formula(Array($0[..<outputs.count]), Array($0[outputs.count...]))
        }
        return insert(results, givens)
    }
}

extension ClassLoss: ScalarLoss {
    // The graph's targets are one among zeros already.
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        (base as? any ScalarLoss)?.unrolled(outputs, targets) ?? Scalar(constant: .nan)
    }
}

extension SmoothedLoss: ScalarLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        let share = amount * (outputs.count == 1 ? 0.5 : 1 / Double(outputs.count))
        let softened = takesClass ? targets : targets.map { $0 * (1 - amount) + share }
        return (base as? any ScalarLoss)?.unrolled(outputs, softened) ?? Scalar(constant: .nan)
    }
}
