import Exhibits

extension Derivation {
    /// The derivation in the page's style, ready to be shown.
    public var working: Working { working(in: .current) }

    /// The derivation in a given style.
    public func working(in page: PageStyle) -> Working {
        let writer = DerivationWriter(rule, style: MathStyle(page))
        let steps = steps(by: writer)
        return Working(
            subject: writer.partial(rule.graph.root, node).text, title: writer.plainPartial(rule.graph.root, node),
            steps: steps.map(\.set), folds: steps.count > 3)
    }

    /// The derivation before it is set.
    func steps(by writer: DerivationWriter) -> [Step] {
        let chain = rule.chain(from: node)
        var steps = [writer.chainRule(chain)]
        if detail == .symbols { return chain.links.isEmpty && chain.fork == nil ? [writer.trivial(node)] : steps }
        if detail == .full {
            if let fork = chain.fork { steps += writer.forkSteps(fork) }
            steps += chain.links.reversed().map(writer.factor)
        }
        if !chain.links.isEmpty { steps.append(writer.product(chain)) }
        // There is nothing to derive.
        if rule.isGiven(node) { steps = chain.links.map(writer.factor) }
        if node == rule.graph.root || (chain.links.isEmpty && chain.fork == nil) {
            steps = [writer.trivial(node)]
        } else if chain.links.isEmpty, detail == .outline, let fork = chain.fork {
            steps.append(writer.fork(fork, explained: false))
        }
        if let remark = writer.remark(chain) { steps.append(remark) }
        if let update { steps.append(writer.update(update, of: node)) }
        return steps
    }
}
