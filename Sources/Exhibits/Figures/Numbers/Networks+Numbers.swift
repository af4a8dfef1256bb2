extension NetworkDiagram {
    /// The drawn weights, one row each, with their gradients where these are known; then the nodes' values.
    var numbers: [Table] {
        let words = NumberWords.current
        let labels = Dictionary(columns.flatMap(\.nodes).map { ($0.id, $0.label) }) { first, _ in first }
        let named = edges.filter { !$0.label.isEmpty }
        let hasGradients = named.contains { $0.gradient != nil }
        let weights = Table(
            [words.weight, words.from, words.to, words.value] + (hasGradients ? [words.gradient] : []),
            named.map { edge in
                [edge.label, labels[edge.from] ?? edge.from, labels[edge.to] ?? edge.to].map(Table.Cell.name)
                    + [.number(edge.weight, nil)] + (hasGradients ? [edge.gradient.map { .number($0, nil) } ?? .empty] : [])
            })
        let known = columns.flatMap(\.nodes).filter { $0.value != nil }
        let haveGradients = known.contains { $0.gradient != nil }
        let nodes = Table(
            [words.node, words.value] + (haveGradients ? [words.gradient] : []),
            known.map { node in
                [.name(node.label), node.value.map { .number($0, nil) } ?? .empty]
                    + (haveGradients ? [node.gradient.map { .number($0, nil) } ?? .empty] : [])
            })
        return [weights, nodes]
    }
}

extension ComputationGraph {
    /// Every number of the computation, in its order.
    var numbers: Table {
        let words = NumberWords.current
        return Table(
            [words.name, words.computedBy, words.value, words.gradient],
            nodes.map { node in
                [
                    .name(node.name ?? ""), .text(node.operation), .number(node.value, format),
                    node.gradient.map { .number($0, format) } ?? .empty,
                ]
            })
    }
}

extension UnrolledNetwork {
    /// One row for each step.
    var numbers: Table {
        let words = NumberWords.current
        let parts: [(name: String, values: (Step) -> [Double])] = [
            (words.input, { $0.input }), (words.state, { $0.state }), (words.gradient, { $0.gradient }),
            (words.output, { $0.output }),
        ]
        let widths = parts.map { part in steps.map { part.values($0).count }.max() ?? 0 }
        let titles = zip(parts, widths).flatMap { part, width in
            (0..<width).map { width == 1 ? part.name : "\(part.name) \($0 + 1)" }
        }
        return Table(
            [words.step] + titles,
            steps.enumerated().map { index, step in
                [.number(Double(index + 1), .decimals(0))]
                    + zip(parts, widths).flatMap { part, width -> [Table.Cell] in
                        let values = part.values(step)
                        return (0..<width).map { $0 < values.count ? .number(values[$0], nil) : .empty }
                    }
            })
    }
}
