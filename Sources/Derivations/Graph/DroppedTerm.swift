/// A sum of the graph with one of its terms forgotten: a frequent slip, and the numbers it leads to.
public struct DroppedTerm: Sendable {
    /// The name of the sum: `net_h1`.
    public var sum: String
    /// The term that is missing: `b1`, `w2·i2`.
    public var term: String
    /// The graph computed without it.
    public var graph: ScalarGraph
}

extension ScalarGraph {
    /// Every way to forget one term of a named sum, for graphs small enough to try them all.
    ///
    /// - Parameter limit: No more variants than this; a large network would have thousands.
    public func droppedTerms(limit: Int = 200) -> [DroppedTerm] {
        var variants: [DroppedTerm] = []
        for block in blocks {
            for node in block.nodes {
                let count = nodes[node].operation.termCount(operands: nodes[node].operands.count)
                guard count > 1 else { continue }
                for term in 0..<count {
                    guard variants.count < limit else { return variants }
                    variants.append(dropping(term, from: node))
                }
            }
        }
        return variants
    }

    private func dropping(_ term: Int, from node: Int) -> DroppedTerm {
        let operands = nodes[node].operands
        let involved: [Int]
        if case .weightedSum(let pairs) = nodes[node].operation {
            involved = term < pairs ? [operands[2 * term], operands[2 * term + 1]] : [operands[term + pairs]]
        } else {
            involved = [operands[term]]
        }
        let sign = nodes[node].operation == .difference && term == 1 ? -1.0 : 1.0
        let graph = replayed { place, value in
            place == node ? value - sign * involved.reduce(1) { $0 * self.values[$1] } : value
        }
        let names = involved.map { symbol(of: $0)?.key ?? "?" }
        return DroppedTerm(sum: symbol(of: node)?.key ?? "?", term: names.joined(separator: "·"), graph: graph)
    }
}
