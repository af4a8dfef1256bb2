/// The ways that lead on from a number to the result, and which of them are written down.
struct Ways: Sendable {
    struct Way: Sendable {
        /// The named number the way leads to.
        var user: Int
        var link: ChainRule.Link
        /// Whether it adds 0 to the sum, but for rounding.
        var isIdle: Bool
    }

    let all: [Way]
    /// The written ones, in order; `nil` stands for dots. Symbols and numbers leave out the same ways.
    let shown: [Way?]

    init(_ all: [Way], longest: Int) {
        self.all = all
        guard all.count > longest else {
            shown = all
            return
        }
        let busy = all.indices.filter { !all[$0].isIdle }
        let chosen =
            busy.count < 3 ? [0, 1, all.count - 1] : busy.count > longest ? [busy[0], busy[1], busy[busy.count - 1]] : busy
        var shown: [Way?] = []
        var next = 0
        for index in chosen {
            if index > next { shown.append(nil) }
            shown.append(all[index])
            next = index + 1
        }
        self.shown = next < all.count ? shown + [nil] : shown
    }

    var written: [Way] { shown.compactMap(\.self) }

    /// Whether the dots at a place of `shown` stand for ways that add something.
    func leavesOutSomething(at place: Int) -> Bool {
        guard case nil = shown[place] else { return false }
        let before = shown[..<place].compactMap(\.self).last?.user ?? -1
        let after = shown[place...].compactMap(\.self).first?.user ?? Int.max
        return all.contains { !$0.isIdle && $0.user > before && $0.user < after }
    }

    /// Whether ways that add something are left out.
    var isShortened: Bool { all.count { !$0.isIdle } > written.count { !$0.isIdle } }
}

extension ChainRule {
    /// The ways from one number.
    func ways(from node: Int, longest: Int) -> Ways {
        Ways(
            dependents(of: node).map { user in
                let link = link(user, node)
                return Ways.Way(user: user, link: link, isIdle: gradients[user] == 0 || link.isIdle(graph))
            }, longest: longest)
    }
}

extension ChainRule {
    /// Whether a gradient is nothing but what rounding left of numbers that cancel.
    func isResidue(_ node: Int) -> Bool {
        let chain = chain(from: node)
        if chain.links.contains(where: { $0.value != 0 && $0.isIdle(graph) }) { return true }
        guard let fork = chain.fork else { return false }
        let terms = dependents(of: fork).map { gradients[$0] * link($0, fork).value }
        let sum = gradients[fork]
        return sum != 0 && abs(sum) <= MathStyle.rounding * terms.reduce(0) { $0 + abs($1) }
    }
}

extension ChainRule.Link {
    /// Whether the slope is 0, but for rounding.
    func isIdle(_ graph: ScalarGraph) -> Bool {
        value == 0 || abs(value) <= MathStyle.rounding * slope.size(graph.values)
    }
}
