import Exhibits

extension ScalarGraph {
    /// The graph as it is kept beside a key; nil where a function of the lesson's own is part of it.
    package var recorded: RecordedGraph? {
        var recorded: [RecordedGraph.Node] = []
        for (place, node) in nodes.enumerated() {
            guard let operation = node.operation.recorded else { return nil }
            recorded.append(
                RecordedGraph.Node(operation, node.operands, role: node.role.rawValue, name: symbol(of: place)?.key))
        }
        let titles = blocks.filter { !$0.title.isEmpty }.map { RecordedGraph.Title($0.nodes, $0.title) }
        return RecordedGraph(
            shape: RecordedGraph.Shape(nodes: recorded, titles: titles, root: root),
            givens: nodes.indices.filter { nodes[$0].operation == .given }.map { values[$0] })
    }

    /// The graph of a record, computed again; nil for a record that describes none.
    package init?(_ record: RecordedGraph) {
        self.init()
        var givens = record.givens[...]
        for (place, node) in record.shape.nodes.enumerated() {
            guard let operation = Operation(recorded: node.operation, operands: node.operands.count),
                let role = Role(rawValue: node.role), node.operands.allSatisfy({ (0..<place).contains($0) })
            else { return nil }
            if operation == .given {
                guard let value = givens.popFirst() else { return nil }
                add(value, role)
            } else {
                if case .softmax(let index, let first) = operation, place != first + index { return nil }
                add(operation, node.operands)
            }
        }
        let titles = record.shape.titles
        guard givens.isEmpty, count > 0, (0..<count).contains(record.shape.root),
            titles.allSatisfy({ $0.nodes.lowerBound >= 0 && $0.nodes.upperBound <= count })
        else { return nil }
        root = record.shape.root
        nameAll(record.shape)
    }

    /// A block for each run of names under one title, so that what is said of a layer is said of the same numbers.
    private mutating func nameAll(_ shape: RecordedGraph.Shape) {
        let names = shape.nodes.map(\.name)
        var titled: Set<Int> = []
        for title in shape.titles {
            let own = names[title.nodes].map { Symbol($0 ?? "") }
            titled.formUnion(title.nodes)
            name(title.nodes, title.words) { own[$0] }
        }
        for (place, name) in names.enumerated() where !titled.contains(place) {
            if let name { self.name(place, Symbol(name)) }
        }
        arrangeNames()
    }
}

extension GraphQuantity {
    package var recorded: RecordedQuantity {
        switch kind {
        case .value(let place): .value(place)
        case .derivative(let top, let place): .derivative(of: top, by: place)
        case .updated(let place, let rate): .updated(place, rate: rate)
        }
    }

    /// `nil` where the graph has no such place.
    package init?(recorded: RecordedQuantity, in graph: ScalarGraph) {
        let places = 0..<graph.count
        switch recorded {
        case .value(let place) where places.contains(place): self.init(.value(place), in: graph)
        case .derivative(let top, let place) where places.contains(top) && places.contains(place):
            self.init(.derivative(of: top, by: place), in: graph)
        case .updated(let place, let rate) where places.contains(place) && rate.isFinite:
            self.init(.updated(place, rate: rate), in: graph)
        default: return nil
        }
    }
}
