import Foundation

/// A number with the operation and the numbers it came out of.
protocol Computed {
    var value: Double { get }
    var operation: Operation { get }
    func operand(_ number: Int) -> Self
    var operandCount: Int { get }
}

extension Operation {
    /// The value of the few combinations that lose their digits when they are taken one after the other: 1 − σ(z), its
    /// logarithm, ln σ(z) and the logarithm of a softmax, alone or under a target, are computed from the z under the function. Nil for all others, and
    /// where the number below isn't the function's exact result: a person who has rounded it goes on with what is written.
    func preciseValue(_ operands: () -> [some Computed]) -> Double? {
        switch self {
        case .difference:
            let operands = operands()
            guard operands[0].value == 1, operands[0].operation == .given else { return nil }
            return operands[1].logit.map { logistic(-$0) }
        case .function(.log):
            let operand = operands()[0]
            if let logit = operand.logit { return -softplus(-logit) }
            if let logit = operand.logitOfRest { return -softplus(logit) }
            return operand.logarithmOfSoftmax ?? operand.logarithmOfShare
        default: return nil
        }
    }
}

extension Computed {
    /// The z of a number that is σ(z).
    fileprivate var logit: Double? {
        guard case .function(.sigmoid) = operation else { return nil }
        let z = operand(0).value
        return value == logistic(z) ? z : nil
    }

    /// The z of a number that is 1 − σ(z).
    fileprivate var logitOfRest: Double? {
        guard operation == .difference, operand(0).operation == .given, operand(0).value == 1,
            let z = operand(1).logit, value == logistic(-z)
        else { return nil }
        return z
    }

    /// ln t − ln p of a number that is t/p with p of a softmax.
    fileprivate var logarithmOfShare: Double? {
        guard operation == .quotient, value == operand(0).value / operand(1).value,
            let logarithm = operand(1).logarithmOfSoftmax
        else { return nil }
        return Foundation.log(operand(0).value) - logarithm
    }

    /// z_i − max − ln(1 + Σ e^(z_k − max)) over all but the largest.
    fileprivate var logarithmOfSoftmax: Double? {
        guard case .softmax(let index, _) = operation else { return nil }
        let z = (0..<operandCount).map { operand($0).value }
        guard operation.value(z) == value, let top = z.max(), let first = z.firstIndex(of: top) else { return nil }
        let rest = z.indices.reduce(0.0) { $1 == first ? $0 : $0 + Foundation.exp(z[$1] - top) }
        return -(Foundation.log1p(rest) + (top - z[index]))
    }
}

private func logistic(_ z: Double) -> Double {
    let function = ScalarFunction.sigmoid
    return function(z)
}

private func softplus(_ z: Double) -> Double {
    let function = ScalarFunction.softplus
    return function(z)
}

extension ScalarGraph {
    /// A node among given values of all nodes.
    private struct Place: Computed {
        let graph: ScalarGraph
        let values: [Double]
        let node: Int

        var value: Double { values[node] }
        var operation: Operation { graph.nodes[node].operation }
        var operandCount: Int { graph.nodes[node].operands.count }
        func operand(_ number: Int) -> Place {
            Place(graph: graph, values: values, node: graph.nodes[node].operands[number])
        }
    }

    /// What an operation gives for operands among the nodes, whose values are given.
    func result(of operation: Operation, _ operands: [Int], at values: [Double]) -> Double {
        operation.preciseValue { operands.map { Place(graph: self, values: values, node: $0) } }
            ?? operation.value(operands.map { values[$0] })
    }
}

extension Scalar: Computed {
    var operation: Operation { node.operation }
    var operandCount: Int { node.operands.count }
    func operand(_ number: Int) -> Scalar { node.operands[number] }
}
