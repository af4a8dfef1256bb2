import Exhibits

/// Sums over the ways that lead on from one number, and the neurons' gradients these sums reuse.
extension DerivationWriter {
    /// Everything needed to evaluate ∂result/∂fork: the gradients of later neurons first, each once, from the result back.
    func forkSteps(_ node: Int) -> [Working.Step] {
        var wanted: Set<Int> = []
        var queue = [node]
        while let fork = queue.popLast() {
            for user in shownUsers(of: fork) where wanted.insert(user).inserted {
                if let next = rule.chain(from: user).fork { queue.append(next) }
            }
        }
        // A part of the error enters it as it is: a slope of 1 that needs no step.
        let later = wanted.filter { !isPart($0) }.sorted(by: >)
        var groups: [[Int]] = []
        for user in later {
            if let last = groups.last?.last, belongTogether(last, user) {
                groups[groups.count - 1].append(user)
            } else {
                groups.append([user])
            }
        }
        var deltas: [Working.Step] = []
        for group in groups {
            if let step = delta(group.sorted(), isFirst: deltas.isEmpty) { deltas.append(step) }
        }
        return deltas + [fork(node, explained: true)]
    }

    /// Whether two numbers are told of in one step: those of one layer, and the same ones of several samples.
    private func belongTogether(_ a: Int, _ b: Int) -> Bool {
        guard let first = graph.block(of: a), let second = graph.block(of: b) else { return false }
        let title = graph.blocks[first].title
        return first == second || (!title.isEmpty && title == graph.blocks[second].title)
    }

    /// Whether a number is one of the parts that the error adds up.
    private func isPart(_ node: Int) -> Bool { graph.parts.contains(node) }

    /// Which users of a number are written out: all, or the first two and the last.
    private func shownUsers(of node: Int) -> [Int] {
        let users = rule.dependents(of: node)
        return users.count <= symbols.longest ? users : [users[0], users[1], users[users.count - 1]]
    }

    /// ∂E/∂net for neurons of one layer, each from its own chain.
    private func delta(_ nodes: [Int], isFirst: Bool) -> Working.Step? {
        let lines = nodes.flatMap { node -> [String] in
            let chain = rule.chain(from: node)
            let left = partial(top(node), node)
            var names: [String] = []
            var values: [String] = []
            var slopes: [Formula] = []
            var before: [String] = []
            if let fork = chain.fork {
                if chain.links.isEmpty { return forkLines(fork) }
                before = forkLines(fork)
                names.append(partial(top(fork), fork))
                values.append(style.number(rule.gradients[fork]))
            }
            for link in chain.links.reversed() {
                names.append(partial(link.shown == graph.root ? top(node) : link.shown, link.lower))
                slopes.append(link.slope)
                // Multiplying by 1 is not worth the ink.
                if link.slope != .number(1) { values.append(style.number(link.value)) }
            }
            let result = style.number(rule.gradients[node])
            guard names.count > 1 else {
                let only = chain.links.first?.slope == .number(1)
                return before + ["\(left) &= \(symbolsOf(chain))" + (only ? "" : " = \(result)")]
            }
            let product = values.enumerated().map { parenthesised($1, $0 > 0) }.joined(separator: style.times)
            let written = slopes.count == names.count ? ["&= \(symbols.tex(Formula.product(slopes).withoutOnes))"] : []
            // Where a factor is 0 no product needs to be worked out.
            let isCut = slopes.contains(.number(0))
            let numbers = values.count > 1 && !isCut ? "&= \(product) = \(result)" : "&= \(result)"
            return before + ["\(left) &= \(joined(names))"] + written + [numbers]
        }
        guard !lines.isEmpty else { return nil }
        let place = nodes.first.flatMap { graph.block(of: $0) }.map { graph.blocks[$0].title } ?? ""
        guard place.isEmpty else {
            let what = "the gradients of the \(place.hasPrefix("the ") ? String(place.dropFirst(4)) : place)"
            return Working.Step(
                isFirst ? "First \(what), which every way from there back reuses." : "Then \(what).", lines)
        }
        let names = nodes.map { "$\(symbols.tex($0))$" }.joined(separator: ", ")
        return Working.Step("The gradient of \(names), which every way from there back reuses.", lines)
    }

    private func symbolsOf(_ chain: ChainRule.Chain) -> String { chain.links.first.map(symbolsOf) ?? "1" }

    /// A slope in symbols and then in numbers.
    private func symbolsOf(_ link: ChainRule.Link) -> String {
        let text = symbols.tex(link.slope)
        let substituted = numbers.tex(link.slope)
        return text == substituted ? text : "\(text) = \(substituted)"
    }

    /// The sum over the ways from one number.
    func fork(_ node: Int, explained: Bool) -> Working.Step {
        let users = rule.dependents(of: node)
        let idle = users.contains { bringsNothing($0, rule.link($0, node)) }
        return Working.Step(
            explained
                ? "Each way brings back the gradient of where it leads, times the slope of that step. The ways add up"
                    + (idle ? "; those that bring 0 are left out of the numbers." : ".")
                : "With numbers:", forkLines(node))
    }

    private func forkLines(_ node: Int) -> [String] {
        let users = rule.dependents(of: node)
        let links = users.map { rule.link($0, node) }
        let left = partial(top(node), node)
        let value = style.sum(
            rule.gradients[node], of: zip(users, links).map { rule.gradients[$0] * $1.value })
        let tops = users.map(top)
        if style.notation == .sequential, top(node) == graph.root, !tops.contains(graph.root), Set(tops).count == users.count,
            users.count <= symbols.longest
        {
            return separateWays(node, users, tops, links, value)
        }
        let names = users.map { isPart($0) ? partial($0, node) : joined([partial(top($0), $0), partial($0, node)]) }
        let kept = users.indices.filter { !bringsNothing(users[$0], links[$0]) }
        let products = kept.enumerated().map { position, index in
            if isPart(users[index]) { return parenthesised(style.number(links[index].value), position > 0) }
            let gradient = parenthesised(style.number(rule.gradients[users[index]]), position > 0)
            return gradient + timesSlope(links[index])
        }
        var lines = sumLines(left, names)
        if !products.isEmpty {
            var numbers = sumLines("", products)
            numbers[0] = numbers[0].trimmingPrefix(" ").description
            lines += numbers
        }
        lines.append("&= \(value)")
        return lines
    }

    /// As slides write it: the error of each output by itself, then their sum.
    private func separateWays(
        _ node: Int, _ users: [Int], _ tops: [Int], _ links: [ChainRule.Link], _ value: String
    ) -> [String] {
        var lines = ["\(partial(graph.root, node)) &= \(tops.map { partial($0, node) }.joined(separator: " + "))"]
        var results: [String] = []
        for (index, user) in users.enumerated() {
            let gradient = style.number(rule.gradients[user])
            let result = style.number(rule.gradients[user] * links[index].value)
            if isPart(user) {
                lines.append("\(partial(user, node)) &= \(symbolsOf(links[index])) = \(result)")
            } else {
                lines.append("\(partial(tops[index], node)) &= \(joined([partial(tops[index], user), partial(user, node)]))")
                lines.append("&= \(gradient)\(timesSlope(links[index])) = \(result)")
            }
            results.append(parenthesised(result, index > 0))
        }
        lines.append("\(partial(graph.root, node)) &= \(results.joined(separator: " + ")) = \(value)")
        return lines
    }

    /// Whether a way adds 0 to the sum, but for rounding.
    private func bringsNothing(_ user: Int, _ link: ChainRule.Link) -> Bool {
        rule.gradients[user] == 0 || abs(link.value) <= 1e-13 * link.slope.size(graph.values)
    }

    /// Nothing for a slope of 1.
    private func timesSlope(_ link: ChainRule.Link) -> String {
        link.slope == .number(1) ? "" : style.times + parenthesised(slopeNumber(link), true)
    }

    private func slopeNumber(_ link: ChainRule.Link) -> String {
        switch link.slope {
        case .atom(let node) where graph.nodes[node].operation == .given: numbers.tex(link.slope)
        case .number: numbers.tex(link.slope)
        default: style.sum(link.value, of: [link.slope.size(graph.values)])
        }
    }
}

extension Formula {
    /// A product without its factors of 1.
    fileprivate var withoutOnes: Formula {
        guard case .product(let factors) = self else { return self }
        let kept = factors.filter { $0 != .number(1) }
        return kept.isEmpty ? .number(1) : kept.count == 1 ? kept[0] : .product(kept)
    }
}
