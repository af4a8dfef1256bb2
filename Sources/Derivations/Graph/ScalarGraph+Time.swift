extension ScalarGraph {
    /// A gradient that isn't carried back through time, or only through the last steps: the weights of a recurrence then get what
    /// the last of them contribute, each state being taken for a given number.
    package func timeSlips(words: SlipWords = SlipWords()) -> [Slip] {
        let edges = recurrences
        guard !edges.isEmpty else { return [] }
        // How many recurrences lie between the beginning and each number.
        var level = [Int](repeating: 0, count: nodes.count)
        for place in nodes.indices {
            level[place] =
                nodes[place].operands.map { level[$0] + (edges.contains(Way(from: place, to: $0)) ? 1 : 0) }.max() ?? 0
        }
        let last = edges.map { level[$0.from] }.max() ?? 0
        return (1...min(last, 10)).map { kept in
            let cut = edges.filter { level[$0.from] <= last - kept + 1 }
            var variation = Variation()
            variation.factor = { cut.contains(Way(from: $0, to: $1)) ? 0 : $2 }
            return Slip(
                kind: .throughTime, words: kept == 1 ? words.notThroughTime : words.said(\.throughLastSteps, "\(kept)"),
                variation: variation, isOfChainRule: true)
        }
    }

    /// From the sum of a step to the states before it: a parameter there multiplies a number that depends on the same parameter.
    private var recurrences: Set<Way> {
        // A parameter that is used once takes no part in a recurrence.
        var uses: [Int: Int] = [:]
        for node in nodes {
            guard case .weightedSum(let pairs) = node.operation else { continue }
            for pair in 0..<pairs where nodes[node.operands[2 * pair]].role == .parameter {
                uses[node.operands[2 * pair], default: 0] += 1
            }
        }
        let shared = uses.filter { $0.value > 1 }
        guard !shared.isEmpty else { return [] }
        var depends = [Set<Int>](repeating: [], count: nodes.count)
        var found: Set<Way> = []
        for (place, node) in nodes.enumerated() {
            if shared[place] != nil { depends[place] = [place] }
            for operand in node.operands { depends[place].formUnion(depends[operand]) }
            guard case .weightedSum(let pairs) = node.operation else { continue }
            for pair in 0..<pairs {
                let (weight, operand) = (node.operands[2 * pair], node.operands[2 * pair + 1])
                if depends[operand].contains(weight) { found.insert(Way(from: place, to: operand)) }
            }
        }
        return found
    }
}
