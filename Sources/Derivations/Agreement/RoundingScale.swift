/// How large the terms are that the numbers of a graph and the derivatives of its result are made of.
///
/// A running error bound in units of a relative error u of every operation (N. Higham, *Accuracy and Stability of Numerical
/// Algorithms*, 2002, section 3.3), to first order: a computed y = f(x) is off by its own |y| u and by what its operands bring,
/// Σ |∂y/∂x_k| u μ_k; a derivative by its own size, by what comes back to it and by how much its factors move when their operands
/// do. So 1 − 0.999999 has the scale of 1, not of 10⁻⁶, and a ReLU whose sum is 0 but for rounding may have either slope.
struct RoundingScale {
    /// μ: the error of each number, in units of u.
    let values: [Double]
    /// The error of ∂result/∂number, in units of u.
    let gradients: [Double]

    /// - Parameter unit: u; how far operands are moved to see what a factor does.
    init(_ graph: ScalarGraph, gradients found: [Double], unit: Double) {
        var scales = [Double](repeating: 0, count: graph.nodes.count)
        for (place, node) in graph.nodes.enumerated() where !node.operands.isEmpty {
            let x = node.operands.map { graph.values[$0] }
            let partials = node.operation.partials(x, value: graph.values[place])
            var scale = node.operation.ownScale(x, value: graph.values[place])
            // A step of a sum that is 0 but for rounding may be on either side.
            if node.operation.jumps, let operand = node.operands.first, abs(x[0]) <= unit * scales[operand] {
                scale += 1 / unit
            }
            for (operand, partial) in zip(node.operands, partials) { scale += Self.product(abs(partial), scales[operand]) }
            scales[place] = scale
        }
        var errors = [Double](repeating: 0, count: graph.nodes.count)
        for place in stride(from: graph.root, through: 0, by: -1) where found[place] != 0 || errors[place] != 0 {
            let node = graph.nodes[place]
            guard !node.operands.isEmpty else { continue }
            let (x, y, gradient, error) = (
                node.operands.map { graph.values[$0] }, graph.values[place], abs(found[place]), errors[place]
            )
            let partials = node.operation.partials(x, value: y)
            let moves = node.operation.partialScales(
                x, y, partials, scales: node.operands.map { scales[$0] }, own: scales[place], unit: unit)
            for (index, operand) in node.operands.enumerated() {
                let size = abs(partials[index])
                errors[operand] +=
                    Self.product(gradient, moves[index]) + Self.product(error, size) + Self.product(gradient, size)
            }
        }
        values = scales
        gradients = errors
    }

    /// 0 times anything is 0 here: what doesn't count brings no error.
    private static func product(_ a: Double, _ b: Double) -> Double { a == 0 || b == 0 ? 0 : a * b }
}

extension Operation {
    /// Whether the value leaps from 0 to 1 at 0.
    fileprivate var jumps: Bool {
        switch self {
        case .function(.step), .function(.stepPretending): true
        default: false
        }
    }

    /// The size of the terms the operation itself adds up.
    fileprivate func ownScale(_ x: [Double], value: Double) -> Double {
        switch self {
        case .sum: x.reduce(0) { $0 + abs($1) }
        case .weightedSum(let pairs):
            (0..<pairs).reduce(0) { $0 + abs(x[2 * $1] * x[2 * $1 + 1]) } + x[(2 * pairs)...].reduce(0) { $0 + abs($1) }
        default: abs(value)
        }
    }

    /// How far each partial derivative moves, in units of u, when the operands and the result are off by their scales times u.
    fileprivate func partialScales(
        _ x: [Double], _ y: Double, _ partials: [Double], scales: [Double], own: Double, unit: Double
    ) -> [Double] {
        switch self {
        case .given, .known, .sum, .difference, .negation: return x.map { _ in 0 }
        case .weightedSum(let pairs):
            return x.indices.map { k in k >= 2 * pairs ? 0 : scales[k.isMultiple(of: 2) ? k + 1 : k - 1] }
        case .product where x.count == 2: return [scales[1], scales[0]]
        case .softmax:
            // Each of the probabilities is off by so much of itself.
            let relative = 2 * (scales.max() ?? 0) + 2
            return x.map { _ in abs(y) * relative }
        case .maximum, .minimum:
            // Where two are nearly equal, either may be chosen.
            let chosen = x.firstIndex(of: y)
            let rivals = x.indices.filter { abs(x[$0] - y) <= unit * (scales[$0] + own) }
            return x.indices.map { rivals.count > 1 && ($0 == chosen || rivals.contains($0)) ? 1 / unit : 0 }
        case .product, .quotient, .power, .function, .custom, .opaque:
            var moves = x.map { _ in 0.0 }
            func move(_ x: [Double], _ y: Double) {
                for (k, partial) in self.partials(x, value: y).enumerated() {
                    let distance = abs(partial - partials[k]) / unit
                    if !distance.isNaN { moves[k] += distance }
                }
            }
            for k in x.indices where scales[k] != 0 {
                var moved = x
                moved[k] += unit * scales[k]
                move(moved, value(moved))
            }
            if case .function = self { move(x, y + unit * own) }
            return zip(moves, uncertainties(x, partials)).map { $0 + $1 / unit }
        }
    }
}
