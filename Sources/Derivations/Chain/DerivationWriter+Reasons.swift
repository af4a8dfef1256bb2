import Exhibits

/// Why a factor is what it is, in one sentence.
extension DerivationWriter {
    func reason(for link: ChainRule.Link) -> String {
        directReason(for: link) ?? generalReason(for: link)
    }

    /// What the operation that the upper quantity is the result of says of each of its operands; nil where the lower one stands
    /// deeper in its formula.
    private func directReason(for link: ChainRule.Link) -> String? {
        let content = graph.nodes[link.upper]
        if case .known = content.operation { return words.givenSlope }
        guard content.operands.contains(link.lower) else { return nil }
        switch content.operation {
        case .function(let function): return reason(for: function, value: graph.values[content.operands[0]])
        case .custom(let function): return said(words.slope, function.name)
        case .softmax(let index, _):
            return content.operands[index] == link.lower
                ? words.softmaxOwn
                : words.softmaxOther
        case .weightedSum(let pairs): return reason(inSum: link, pairs: pairs, operands: content.operands)
        case .product where Set(content.operands).count == 2 && content.operands.count == 2 && !isHalfSquare(link.upper):
            return words.factors
        case .sum: return words.terms
        case .maximum:
            return link.value == 0
                ? words.notLargest
                : words.largest
        default: return nil
        }
    }

    private func generalReason(for link: ChainRule.Link) -> String {
        if graph.parts.contains(link.upper) || link.upper == graph.root, isHalfSquare(link.upper) {
            return words.halfSquare
        }
        if case .quotient = graph.formula(of: link.upper), case .number = link.slope {
            return words.mean
        }
        if case .number = link.slope { return words.constant }
        return words.upper
    }

    private func reason(inSum link: ChainRule.Link, pairs: Int, operands: [Int]) -> String {
        guard let place = operands.firstIndex(of: link.lower) else { return "" }
        if place >= 2 * pairs { return words.bias }
        return place.isMultiple(of: 2)
            ? words.weight
            : words.throughWeight
    }

    private func isHalfSquare(_ node: Int) -> Bool {
        if case .product(let factors) = graph.formula(of: node), factors.first == .number(0.5) { return true }
        return false
    }

    private func reason(for function: ScalarFunction, value: Double) -> String {
        switch function {
        case .sigmoid: words.sigmoid
        case .tanh: words.tanh
        case .relu:
            value > 0
                ? words.reluOn
                : words.reluOff
        case .leakyReLU(let slope):
            value > 0
                ? words.positive
                : said(words.belowZero, NumberFormat.shortest.text(slope))
        case .exp: words.exponential
        case .log: words.logarithm
        case .identity: words.identity
        case .softplus: words.softplus
        default: said(words.slopeOf, function.word)
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
                words.cancellation,
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
                let place = name.related(.equal, value).enclosed("\\quad\\text{\(words.at)}\\quad ", "", width: 4).closed
                return Step(
                    words.saturated,
                    [
                        Line(
                            partial(link.shown, link.lower), .equal,
                            TeX(style.printed(link.value)).joined(place, by: TeX.Sign(" ", width: 0)))
                    ])
            }
            if function == .relu, link.value == 0 {
                return Step(
                    words.off,
                    [Line(name, .equal, value.joined(TeX("0", width: 1), by: TeX.Sign(" \\le ", width: 2)))])
            }
        }
        return nil
    }
}
