import Exhibits

/// Why a factor is what it is, in one sentence.
extension DerivationWriter {
    func reason(for link: ChainRule.Link) -> String {
        let content = graph.nodes[link.upper]
        switch content.operation {
        case .function(let function): return reason(for: function, value: graph.values[content.operands[0]])
        case .custom(let function): return "This is the slope of \(function.name) at this point."
        case .softmax(let index, _):
            return content.operands[index] == link.lower
                ? "Softmax grows with its own input like the sigmoid: output times one minus output."
                : "Softmax shares out 1: what another input gains, this output loses in proportion to both."
        case .weightedSum(let pairs): return reason(inSum: link, pairs: pairs, operands: content.operands)
        case .product where content.operands.count == 2 && !isHalfSquare(link.upper):
            return "In a product, the slope by one factor is the other factor."
        case .sum: return "A sum grows exactly as fast as each of its terms."
        case .maximum:
            return link.value == 0
                ? "Another number is larger, so a change of this one isn't felt."
                : "The maximum follows the largest number alone: slope 1."
        default: break
        }
        if graph.parts.contains(link.upper) || link.upper == graph.root, isHalfSquare(link.upper) {
            return "The error is a half square, so its slope is the plain difference, output minus target."
        }
        if case .quotient = graph.formula(of: link.upper), case .number = link.slope {
            return "A mean passes on a share of each change."
        }
        if case .number = link.slope { return "It enters with a constant factor." }
        return "This is the slope of the upper formula, when only the quantity below the line changes."
    }

    private func reason(inSum link: ChainRule.Link, pairs: Int, operands: [Int]) -> String {
        guard let place = operands.firstIndex(of: link.lower) else { return "" }
        if place >= 2 * pairs { return "The bias is added as it is, so the sum grows exactly as fast." }
        return place.isMultiple(of: 2)
            ? "The sum grows with a weight as fast as the number that the weight multiplies."
            : "The sum passes a change on through the weight that multiplies it."
    }

    private func isHalfSquare(_ node: Int) -> Bool {
        if case .product(let factors) = graph.formula(of: node), factors.first == .number(0.5) { return true }
        return false
    }

    private func reason(for function: ScalarFunction, value: Double) -> String {
        switch function {
        case .sigmoid: "The slope of the sigmoid can be written with its own output: output times one minus output."
        case .tanh: "The slope of tanh can be written with its own output: one minus its square."
        case .relu:
            value > 0
                ? "ReLU lets a positive number through unchanged: slope 1."
                : "ReLU cuts off what is not positive: slope 0, and nothing comes back this way."
        case .leakyReLU(let slope):
            value > 0
                ? "A positive number goes through unchanged: slope 1."
                : "Below zero the slope is \(NumberFormat.shortest.text(slope))."
        case .exp: "The exponential is its own slope."
        case .log: "The slope of the logarithm is one over its argument."
        case .identity: "A linear unit passes changes on unchanged."
        case .softplus: "The slope of softplus is the sigmoid."
        default: "This is the slope of \(function.word) at this point."
        }
    }

    /// What a teacher would add: a simplification that hides behind the product, or why the gradient is so small.
    func remark(_ chain: ChainRule.Chain) -> Step? { cancellation(chain) ?? saturation(chain) }

    /// Cross-entropy after softmax or sigmoid: what remains of both slopes is output minus target.
    private func cancellation(_ chain: ChainRule.Chain) -> Step? {
        for link in chain.links {
            guard let output = output(of: link), let target = target(of: output) else { continue }
            let difference = graph.values[output] - graph.values[target]
            guard abs(difference - rule.gradients[link.lower]) < 1e-12 else { continue }
            let formula = Formula.sum([.atom(output), .negation(.atom(target))])
            var line = Line(partial(graph.root, link.lower), .equal, formulas.tex(formula))
            append(formula, is: difference, to: &line)
            return Step(
                "The slopes of the cross-entropy and of the activation before it cancel: output minus target is all that remains.",
                [line])
        }
        return nil
    }

    /// The probability that the sum below a link stands for.
    private func output(of link: ChainRule.Link) -> Int? {
        switch graph.nodes[link.upper].operation {
        case .function(.sigmoid): usesLogarithm ? link.upper : nil
        case .softmax: graph.nodes[link.upper].operands.firstIndex(of: link.lower).flatMap { graph.sibling(of: link.upper, $0) }
        default: nil
        }
    }

    private var usesLogarithm: Bool { graph.nodes.contains { $0.operation == .function(.log) } }

    /// The target beside an output: both are numbered alike.
    private func target(of output: Int) -> Int? {
        guard let block = graph.block(of: output) else { return nil }
        let place = output - graph.blocks[block].nodes.lowerBound
        let targets = graph.blocks[block...].first { graph.nodes[$0.nodes.lowerBound].role == .target }
        guard let targets, targets.nodes.count == graph.blocks[block].nodes.count else { return nil }
        return targets.nodes.lowerBound + place
    }

    /// Says which factor makes a gradient vanish.
    private func saturation(_ chain: ChainRule.Chain) -> Step? {
        for link in chain.links {
            guard case .function(let function) = graph.nodes[link.upper].operation else { continue }
            let value = TeX(style.printed(graph.values[link.lower]))
            let name = formulas.tex(link.lower)
            if [.sigmoid, .tanh].contains(function), abs(link.value) < 0.01 {
                let place = name.related(.equal, value).enclosed("\\quad\\text{at}\\quad ", "", width: 4).closed
                return Step(
                    "The gradient is small because this neuron is saturated: far from zero the curve is almost flat.",
                    [
                        Line(
                            partial(link.shown, link.lower), .equal,
                            TeX(style.printed(link.value)).joined(place, by: TeX.Sign(" ", width: 0)))
                    ])
            }
            if function == .relu, link.value == 0 {
                return Step(
                    "The gradient is zero because this neuron is off: its sum is not positive, so no change of the weight is felt.",
                    [Line(name, .equal, value.joined(TeX("0", width: 1), by: TeX.Sign(" \\le ", width: 2)))])
            }
        }
        return nil
    }
}
