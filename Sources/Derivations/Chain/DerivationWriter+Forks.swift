import Exhibits

/// Sums over the ways that lead on from one number, and the neurons' gradients these sums reuse.
extension DerivationWriter {
    /// Everything needed to evaluate ∂result/∂fork: the gradients of later neurons first, each once, from the result back.
    func forkSteps(_ node: Int) -> [Step] {
        var wanted: Set<Int> = []
        var queue = [node]
        while let fork = queue.popLast() {
            for user in ways(from: fork).written.map(\.user) where wanted.insert(user).inserted {
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
        var deltas: [Step] = []
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

    /// ∂E/∂net for neurons of one layer, each from its own chain.
    private func delta(_ nodes: [Int], isFirst: Bool) -> Step? {
        let lines = nodes.flatMap(deltaLines)
        guard !lines.isEmpty else { return nil }
        let place = nodes.first.flatMap { graph.block(of: $0) }.map { graph.blocks[$0].title } ?? ""
        let names = listed(nodes)
        guard !place.isEmpty, nodes.count > 1 || style.page.language == .english else {
            return Step(said(words.gradientOf, names), lines)
        }
        // What a layer's numbers are called is English; in other languages they stand by their symbols.
        let what = style.page.language != .english ? names : place.hasPrefix("the ") ? String(place.dropFirst(4)) : place
        return Step(said(isFirst ? words.namedGradientsFirst : words.namedGradientsNext, what), lines)
    }

    private func listed(_ nodes: [Int]) -> String {
        let isShortened = nodes.count > 6 && style.page.language != .english
        let names = isShortened ? nodes.prefix(2).map(quoted) + ["…"] + nodes.suffix(1).map(quoted) : nodes.map(quoted)
        return names.joined(separator: style.page.language.comma)
    }

    private func deltaLines(_ node: Int) -> [Line] {
        let chain = rule.chain(from: node)
        let left = partial(top(node), node)
        var names: [TeX] = []
        var values: [Formula] = []
        var before: [Line] = []
        if let fork = chain.fork {
            if chain.links.isEmpty { return forkLines(fork) }
            before = forkLines(fork)
            names.append(partial(top(fork), fork))
            values.append(gradient(fork))
        }
        let links = Array(chain.links.reversed())
        for link in links {
            names.append(partial(link.shown == graph.root ? top(node) : link.shown, link.lower))
            // Multiplying by 1 is not worth the ink.
            if link.slope != .number(1) { values.append(factorNumber(link)) }
        }
        guard names.count > 1 else {
            guard let link = links.first else { return before }
            var line = Line(left, .equal, formulas.tex(link.slope))
            append(link.slope, is: link.value, to: &line)
            return before + [line]
        }
        let slopes = links.map(\.slope)
        let isWritten = chain.fork == nil
        let symbols = isWritten ? [Line(nil, .equal, formulas.tex(Formula.product(slopes).withoutOnes))] : []
        // Where a factor is 0 no product needs to be worked out.
        let numbers: Formula = slopes.contains(.number(0)) || values.isEmpty ? gradient(node) : .product(values)
        return before + [Line(left, .equal, joined(names))] + symbols
            + [workedLine(nil, values.count > 1 ? numbers : gradient(node), isGradientOf: node)]
    }

    /// The sum over the ways from one number.
    func fork(_ node: Int, explained: Bool) -> Step {
        let idle = ways(from: node).all.contains(where: \.isIdle)
        return Step(
            explained
                ? idle ? words.wayBackIdle : words.wayBack
                : words.withNumbers, forkLines(node))
    }

    private func forkLines(_ node: Int) -> [Line] {
        let ways = ways(from: node)
        let left = partial(top(node), node)
        let tops = ways.all.map { top($0.user) }
        if style.notation == .sequential, top(node) == graph.root, !tops.contains(graph.root),
            Set(tops).count == ways.all.count, ways.all.count <= formulas.longest
        {
            return separateWays(node, ways)
        }
        let names = ways.shown.map { way in
            way.map {
                isPart($0.user) ? partial($0.user, node) : joined([partial(top($0.user), $0.user), partial($0.user, node)])
            }
        }
        let worked = Worked(
            .sum(ways.written.filter { !$0.isIdle }.map(number)), is: rule.gradients[node], in: graph, style,
            size: rule.isResidue(node) ? .infinity : nil, isShortened: ways.isShortened)
        var lines = sumLines(left, names)
        if case .sum(let terms) = worked.operands, !terms.isEmpty { lines += sumLines(nil, numbers(terms, ways)) }
        return lines + [Line(nil, worked.relation, TeX(worked.result), worked)]
    }

    /// What one way brings back, as a product of numbers; nothing for a slope of 1.
    private func number(_ way: Ways.Way) -> Formula {
        if isPart(way.user) { return .computed(way.link.value) }
        let gradient = gradient(way.user)
        return way.link.slope == .number(1) ? gradient : .product([gradient, factorNumber(way.link)])
    }

    /// The terms in order, with dots where the ways have them and something is left out.
    private func numbers(_ terms: [Formula], _ ways: Ways) -> [TeX?] {
        var rest = terms[...]
        var texts: [TeX?] = []
        for (place, way) in ways.shown.enumerated() {
            switch way {
            case nil where ways.leavesOutSomething(at: place): texts.append(nil)
            case let way? where !way.isIdle:
                guard let term = rest.popFirst() else { continue }
                texts.append(formulas.term(term, isFirst: texts.isEmpty))
            default: continue
            }
        }
        return texts
    }

    /// As slides write it: the error of each output by itself, then their sum.
    private func separateWays(_ node: Int, _ ways: Ways) -> [Line] {
        let tops = ways.all.map { top($0.user) }
        var lines = [Line(partial(graph.root, node), .equal, .sum(tops.map { partial($0, node) }))]
        for (way, top) in zip(ways.all, tops) {
            if isPart(way.user) {
                var line = Line(partial(way.user, node), .equal, formulas.tex(way.link.slope))
                append(way.link.slope, is: way.link.value, to: &line)
                lines.append(line)
            } else {
                lines.append(Line(partial(top, node), .equal, joined([partial(top, way.user), partial(way.user, node)])))
                lines.append(workedLine(nil, number(way), is: rule.gradients[way.user] * way.link.value))
            }
        }
        let results = ways.all.map { Formula.computed(rule.gradients[$0.user] * $0.link.value) }
        return lines + [workedLine(partial(graph.root, node), .sum(results), isGradientOf: node)]
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
