import Exhibits

/// Puts derivations into words and TeX.
struct DerivationWriter {
    let rule: ChainRule
    let style: MathStyle
    let formulas: FormulaWriter
    let words: DerivationWords

    init(_ rule: ChainRule, style: MathStyle) {
        self.rule = rule
        self.style = style
        formulas = FormulaWriter(graph: rule.graph, style: style)
        words = DerivationWords(style.page.language)
    }

    var graph: ScalarGraph { rule.graph }

    // MARK: symbols

    /// ∂a/∂b in TeX.
    func partial(_ a: Int, _ b: Int) -> TeX {
        TeX.fraction(formulas.differential(of: a), formulas.differential(of: b))
    }

    /// ∂a/∂b in plain text.
    func plainPartial(_ a: Int, _ b: Int) -> String { "∂\(plain(a))/∂\(plain(b))" }

    func plain(_ node: Int) -> String { graph.symbol(of: node).map(style.text) ?? "?" }

    /// A name within a sentence.
    func quoted(_ node: Int) -> String { "$\(formulas.tex(node).text)$" }

    /// What stands above in ∂·/∂node: the one part of the error that the node reaches, where slides write that, else the error.
    func top(_ node: Int) -> Int {
        guard style.notation == .sequential else { return graph.root }
        return rule.part(reachedBy: node) ?? graph.root
    }

    /// Factors side by side.
    func joined(_ factors: [TeX]) -> TeX {
        guard let first = factors.first else { return TeX("1", width: 1) }
        return factors.dropFirst().reduce(first) { $0.joined($1, by: style.juxtaposition) }
    }

    /// Which ways from a number are written.
    func ways(from node: Int) -> Ways { rule.ways(from: node, longest: formulas.longest) }

    // MARK: numbers

    /// A gradient as a number of a product or a sum.
    func gradient(_ node: Int) -> Formula {
        if rule.isGiven(node) { return .given(rule.gradients[node]) }
        return rule.isResidue(node) ? .printed(style.printedZero) : .computed(rule.gradients[node])
    }

    /// `left = operands = ∂result/∂node`, where nothing more is written if the operands are that number.
    func workedLine(_ left: TeX?, _ operands: Formula, isGradientOf node: Int, isShortened: Bool = false) -> Line {
        workedLine(
            left, operands, is: rule.gradients[node], size: rule.isResidue(node) ? .infinity : nil, isShortened: isShortened)
    }

    /// A factor's number: as given where it is a given number, otherwise with the page's digits.
    func factorNumber(_ link: ChainRule.Link) -> Formula {
        if link.slope.isPlain(in: graph) { return link.slope }
        return .computed(style.isResidue(link.value, of: link.slope.size(graph.values)) ? 0 : link.value)
    }

    // MARK: steps

    /// The chain rule in symbols.
    func chainRule(_ chain: ChainRule.Chain) -> Step {
        var factors: [TeX] = []
        if let fork = chain.fork, !chain.links.isEmpty { factors.append(partial(graph.root, fork)) }
        factors += chain.links.reversed().map { partial($0.shown, $0.lower) }
        let left = partial(graph.root, chain.from)
        if let fork = chain.fork, chain.links.isEmpty {
            let ways = ways(from: fork)
            return Step(
                said(words.usedInPlaces, quoted(fork), "\(ways.all.count)", quoted(graph.root)),
                sumLines(left, ways.shown.map { $0.map { joined([partial(top($0.user), $0.user), partial($0.user, fork)]) } }))
        }
        return Step(explanation(of: chain), [Line(left, .equal, joined(factors))])
    }

    private func explanation(of chain: ChainRule.Chain) -> String {
        let changed = chain.links.map { quoted($0.shown) }
        let rest = changed.dropFirst().map { said(words.whichChanges, $0) }.joined()
        let start = said(words.change, quoted(chain.from), changed.first ?? "") + rest + "."
        guard let fork = chain.fork else {
            return chain.links.count == 1
                ? said(words.direct, quoted(chain.from), quoted(graph.root)) : start + " " + words.links
        }
        let ways = ways(from: fork)
        let names = ways.shown.map { $0.map { quoted($0.user) } ?? "…" }
        return start + " " + said(words.forks, names.joined(separator: style.page.language.comma), "\(ways.all.count)")
    }

    /// A sentence of the page's language about these.
    func said(_ sentence: String, _ parts: String...) -> String { DerivationWords.filled(sentence, parts) }

    /// One factor: its formula, its numbers, its value.
    func factor(_ link: ChainRule.Link) -> Step {
        var line = Line(partial(link.shown, link.lower), .equal, formulas.tex(link.slope))
        append(link.slope, is: link.value, to: &line)
        return Step(reason(for: link), [line])
    }

    /// A formula's numbers and its value, behind its symbols; nothing is written twice.
    func append(_ formula: Formula, is value: Double, to line: inout Line) {
        let worked = formulas.worked(formula, is: value)
        let isPlain = formula.isPlain(in: graph)
        if formula.hasNames, !worked.isTrivial || isPlain { line.append(.equal, formulas.tex(worked.operands)) }
        if !isPlain { line.append(worked.relation, TeX(worked.result), worked) }
    }

    /// All factors with their numbers, and the result.
    func product(_ chain: ChainRule.Chain) -> Step {
        var values = chain.fork.map { [gradient($0)] } ?? []
        // A factor of 1 has had its own step; it says nothing in the product.
        values += chain.links.reversed().filter { $0.slope != .number(1) }.map(factorNumber)
        let left = partial(graph.root, chain.from)
        guard values.count > 1 else {
            return Step(words.result, [Line(left, .equal, formulas.tex(gradient(chain.from)))])
        }
        return Step(
            words.product,
            [workedLine(left, .product(values), isGradientOf: chain.from)])
    }

    /// `left = operands = result`.
    func workedLine(
        _ left: TeX?, _ operands: Formula, is value: Double, size: Double? = nil, isShortened: Bool = false
    ) -> Line {
        let worked = Worked(operands, is: value, in: graph, style, size: size, isShortened: isShortened)
        var line = Line(left, .equal, formulas.tex(worked.operands))
        if !worked.isTrivial { line.append(worked.relation, TeX(worked.result), worked) }
        return line
    }

    /// ∂E/∂E = 1, or 0 for what doesn't reach the result.
    func trivial(_ node: Int) -> Step {
        let left = partial(graph.root, node)
        return node == graph.root
            ? Step(words.itself, [Line(left, .equal, TeX("1", width: 1))])
            : Step(words.noWay, [Line(left, .equal, TeX("0", width: 1))])
    }

    func update(_ update: Update, of node: Int) -> Step {
        let gradient = partial(graph.root, node)
        guard update.isPlain else {
            let line = Line(
                TeX("g", width: 1), .equal, gradient.related(.equal, TeX(style.printed(rule.gradients[node]))))
            return Step(
                update.hasMemory ? words.firstStepFromZero : words.firstStep,
                [line] + update.graph.forwardSteps(style: style).flatMap(\.lines))
        }
        let name = formulas.tex(node)
        let left = style.notation == .sequential ? name.raised(to: TeX("+", width: 1), isBraced: false) : name
        let rate = TeX(name: style.rate)
        let numbers = Formula.sum([
            .given(update.old), .negation(.product([.given(update.rate), self.gradient(node)])),
        ])
        return Step(
            words.descent,
            [
                Line(left, .equal, name.minus(rate.joined(gradient, by: style.juxtaposition))),
                workedLine(nil, numbers, is: update.new),
            ])
    }

    /// Terms of a sum on lines of up to three, aligned at the equals sign; `nil` stands for dots.
    func sumLines(_ left: TeX?, _ terms: [TeX?]) -> [Line] {
        let shown = terms.map { $0 ?? .dots }
        let rows = stride(from: 0, to: shown.count, by: 3).map { Array(shown[$0..<min($0 + 3, shown.count)]) }
        return rows.enumerated().map { index, row in
            index == 0 ? Line(left, .equal, .sum(row)) : Line(continuing: .sum(row))
        }
    }
}

extension Formula {
    /// Whether it is a number that was given, which needs no value beside it.
    func isPlain(in graph: ScalarGraph) -> Bool {
        switch self {
        case .number, .given: true
        case .atom(let node): graph.nodes[node].operation == .given
        default: false
        }
    }
}
