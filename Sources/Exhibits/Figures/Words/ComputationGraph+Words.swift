extension ComputationGraph {
    /// The picture in words: what comes out, then every named number with its gradient.
    public var words: String {
        let say = AlternativeWords.current
        guard let result = nodes.last else { return say.emptyGraph }
        let named = nodes.filter { $0.kind == .variable && $0.name != nil }.prefix(20).map { node in
            let gradient = node.gradient.map { AlternativeWords.said(say.withGradient, ReadableNumber.text($0)) } ?? ""
            return "\(node.name ?? "") = \(ReadableNumber.text(node.value))\(gradient)"
        }
        let inputs =
            named.isEmpty
            ? "" : AlternativeWords.said(say.graphInputs, named.joined(separator: PageStyle.current.language.semicolon))
        return AlternativeWords.said(say.graph, "\(nodes.count)", result.name ?? say.result, ReadableNumber.text(result.value))
            + inputs
    }
}
