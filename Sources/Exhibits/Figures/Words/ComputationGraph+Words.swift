extension ComputationGraph {
    /// The picture in words: what comes out, then every named number with its gradient.
    public var words: String {
        guard let result = nodes.last else { return "An empty computation graph." }
        let name = result.name ?? "the result"
        let named = nodes.filter { $0.kind == .variable && $0.name != nil }.prefix(20).map { node in
            let gradient = node.gradient.map { ", gradient \(ReadableNumber.text($0))" } ?? ""
            return "\(node.name ?? "") = \(ReadableNumber.text(node.value))\(gradient)"
        }
        let inputs = named.isEmpty ? "" : " Inputs: \(named.joined(separator: "; "))."
        return "Graph of \(nodes.count) nodes that computes \(name) = \(ReadableNumber.text(result.value)).\(inputs)"
    }
}
