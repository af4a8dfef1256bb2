import Exhibits

/// Puts derivations into words and TeX.
struct DerivationWriter {
    let rule: ChainRule
    let style: MathStyle
    let symbols: FormulaWriter
    let numbers: FormulaWriter

    init(_ rule: ChainRule, style: MathStyle) {
        self.rule = rule
        self.style = style
        symbols = FormulaWriter(graph: rule.graph, style: style)
        numbers = FormulaWriter(graph: rule.graph, style: style, mode: .numbers)
    }

    var graph: ScalarGraph { rule.graph }

    // MARK: symbols

    /// ∂a/∂b in TeX.
    func partial(_ a: Int, _ b: Int) -> String {
        "\\frac{\\partial \(symbols.tex(a))}{\\partial \(symbols.tex(b))}"
    }

    /// ∂a/∂b in plain text.
    func plainPartial(_ a: Int, _ b: Int) -> String { "∂\(plain(a))/∂\(plain(b))" }

    func plain(_ node: Int) -> String { graph.symbol(of: node).map(style.text) ?? "?" }

    /// What stands above in ∂·/∂node: the one part of the error that the node reaches, where slides write that, else the error.
    func top(_ node: Int) -> Int {
        guard style.notation == .sequential else { return graph.root }
        return rule.part(reachedBy: node) ?? graph.root
    }

    /// Factors side by side.
    func joined(_ factors: [String]) -> String { factors.joined(separator: style.juxtaposition) }

    /// Numbers multiplied, those below zero in parentheses unless they come first.
    func multiplied(_ values: [Double]) -> String {
        values.enumerated().map { index, value in parenthesised(style.number(value), index > 0) }.joined(separator: style.times)
    }

    func parenthesised(_ text: String, _ needed: Bool) -> String { needed && text.hasPrefix("-") ? "(\(text))" : text }

    // MARK: steps

    /// The chain rule in symbols.
    func chainRule(_ chain: ChainRule.Chain) -> Working.Step {
        var factors: [String] = []
        if let fork = chain.fork, !chain.links.isEmpty { factors.append(partial(graph.root, fork)) }
        factors += chain.links.reversed().map { partial($0.shown, $0.lower) }
        let left = partial(graph.root, chain.from)
        if let fork = chain.fork, chain.links.isEmpty {
            let users = rule.dependents(of: fork)
            return Working.Step(
                "$\(symbols.tex(fork))$ is used in \(users.count) places. Each is a way to $\(symbols.tex(graph.root))$, "
                    + "and their effects add up.",
                sumLines(left, users.map { joined([partial(top($0), $0), partial($0, fork)]) }))
        }
        return Working.Step(explanation(of: chain), ["\(left) &= \(joined(factors))"])
    }

    private func explanation(of chain: ChainRule.Chain) -> String {
        let way = chain.links.map { symbols.tex($0.shown) }
        let steps = way.map { "$\($0)$" }.joined(separator: ", which changes ")
        let start = "A change of $\(symbols.tex(chain.from))$ changes \(steps)."
        guard let fork = chain.fork else {
            return chain.links.count == 1
                ? "$\(symbols.tex(chain.from))$ enters $\(symbols.tex(graph.root))$ directly."
                : start + " The chain rule multiplies the slopes of these links."
        }
        let users = rule.dependents(of: fork)
        let names = symbols.shortened(users.map { "$\(symbols.tex($0))$" }, dots: "…")
        return start + " From there the way forks: through \(names.joined(separator: ", ")). "
            + "The effects of the \(users.count) ways add up in the first factor."
    }

    /// One factor: its formula, its numbers, its value.
    func factor(_ link: ChainRule.Link) -> Working.Step {
        var lines = ["\(partial(link.shown, link.lower)) &= \(symbols.tex(link.slope))"]
        let substituted = numbers.tex(link.slope)
        let value = style.number(link.value)
        if substituted != symbols.tex(link.slope), substituted != value { lines[0] += " = \(substituted)" }
        if lines[0].hasSuffix(" \(value)") == false, !isPlain(link.slope) { lines[0] += " = \(value)" }
        return Working.Step(reason(for: link), lines)
    }

    private func isPlain(_ formula: Formula) -> Bool {
        switch formula {
        case .number: true
        case .atom(let node): graph.nodes[node].operation == .given
        default: false
        }
    }

    /// All factors with their numbers, and the result.
    func product(_ chain: ChainRule.Chain) -> Working.Step {
        var values: [String] = []
        if let fork = chain.fork { values.append(style.number(rule.gradients[fork])) }
        // A factor of 1 has had its own step; it says nothing in the product.
        values += chain.links.reversed().filter { $0.slope != .number(1) }.map { factorNumber($0) }
        let text = values.enumerated().map { parenthesised($1, $0 > 0) }.joined(separator: style.times)
        let left = partial(graph.root, chain.from)
        let result = style.number(rule.gradients[chain.from])
        guard values.count > 1 else { return Working.Step("So the result is", ["\(left) &= \(result)"]) }
        return Working.Step("The product of the factors is the gradient.", ["\(left) &= \(text) = \(result)"])
    }

    /// A factor's number: as given where it is a given number.
    private func factorNumber(_ link: ChainRule.Link) -> String {
        isPlain(link.slope) ? numbers.tex(link.slope) : style.number(link.value)
    }

    /// ∂E/∂E = 1, or 0 for what doesn't reach the result.
    func trivial(_ node: Int) -> Working.Step {
        let left = partial(graph.root, node)
        return node == graph.root
            ? Working.Step("A quantity changes exactly as fast as itself.", ["\(left) &= 1"])
            : Working.Step("It has no way to the result.", ["\(left) &= 0"])
    }

    func update(_ update: Update, of node: Int) -> Working.Step {
        guard update.isPlain else {
            let gradient = "g &= \(partial(graph.root, node)) = \(style.number(rule.gradients[node]))"
            let lines = update.graph.forwardWorking(in: style.page).steps.flatMap(\.lines)
            return Working.Step("The optimiser's first step, from moments that start at 0:", [gradient] + lines)
        }
        let name = symbols.tex(node)
        let left = style.notation == .sequential ? "\(name)^+" : name
        let gradient = parenthesised(style.number(rule.gradients[node]), true)
        let step = "\(style.given(update.old)) - \(style.given(update.rate))\(style.times)\(gradient)"
        return Working.Step(
            "A step against the gradient, scaled by the learning rate, makes the error smaller.",
            [
                "\(left) &= \(name) - \(style.rate)\(style.juxtaposition)\(partial(graph.root, node))",
                "&= \(step) = \(style.number(update.new))",
            ])
    }

    /// Terms of a sum on lines of up to three, aligned at the equals sign.
    func sumLines(_ left: String, _ terms: [String], shortening: Bool = true) -> [String] {
        let shown = shortening ? symbols.shortened(terms) : terms
        let rows = stride(from: 0, to: shown.count, by: 3).map { Array(shown[$0..<min($0 + 3, shown.count)]) }
        return rows.enumerated().map { index, row in
            (index == 0 ? "\(left) &= " : "&\\quad + ") + row.joined(separator: " + ")
        }
    }
}
