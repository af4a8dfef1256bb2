import Exhibits
import Networks

extension NetworkDiagram {
    /// The columns and edges of a network; `activations` are the input and every layer's output on one sample.
    init(of network: Network, activations: [[Double]]? = nil) {
        let dense = network.layers.indices.filter { network.layers[$0] is Dense }
        var names = ParameterNames()
        var columns = [
            Column("input", Self.units("i", role: .input, count: network.inputs, values: activations?.first))
        ]
        var edges: [Edge] = []
        for (number, index) in dense.enumerated() {
            guard let layer = network.layers[index] as? Dense else { continue }
            let isLast = number == dense.count - 1
            let prefix = isLast ? "o" : dense.count == 2 ? "h" : "h\(number + 1),"
            // What leaves the column: the output of the last layer before the next dense one.
            let next = isLast ? network.layers.count : dense[number + 1]
            let units = Self.units(
                prefix, role: isLast ? .output : .hidden, count: layer.units, values: activations?[next])
            edges += Self.edges(of: layer, from: &columns[number], to: units, names: &names)
            columns.append(Column(isLast ? "output" : dense.count == 2 ? "hidden" : "hidden \(number + 1)", units))
        }
        self.init(columns: columns, edges: edges)
    }

    /// At most this many units of a layer are drawn.
    private static let limit = 8

    /// The units of one column, the middle of a long one left out.
    private static func units(_ prefix: String, role: Node.Role, count: Int, values: [Double]?) -> [Node] {
        func node(_ index: Int) -> Node {
            let value = values.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            return Node(id: "\(prefix)\(index + 1)", label: "\(prefix)\(index + 1)", role: role, value: value)
        }
        guard count > limit else { return (0..<count).map(node) }
        let elided = Node(id: "\(prefix)…", label: "\(count - limit + 2) more", role: .elided)
        return (0..<limit - 3).map(node) + [elided, node(count - 1)]
    }

    /// The edges of a dense layer between shown units; its bias joins the column it comes from.
    private static func edges(of layer: Dense, from column: inout Column, to units: [Node], names: inout ParameterNames)
        -> [Edge]
    {
        let shownSources = column.nodes.compactMap { node in index(of: node).map { (node, $0) } }
        let shownUnits = units.compactMap { node in index(of: node).map { (node, $0) } }
        let first = names.weights
        let width = layer.weights.first?.count ?? 0
        names.weights += layer.units * width
        var edges = shownUnits.flatMap { unit, row in
            shownSources.map { source, place in
                Edge(
                    from: source.id, to: unit.id, label: "w\(first + row * width + place + 1)",
                    weight: layer.weights[row][place])
            }
        }
        switch layer.bias {
        case .none: break
        case .shared(let value):
            names.biases += 1
            let bias = Node(id: "b\(names.biases)", label: "b\(names.biases)", role: .bias, value: value)
            column.nodes.append(bias)
            edges += shownUnits.map { Edge(from: bias.id, to: $0.0.id, label: "", weight: value) }
        case .perUnit(let values):
            let bias = Node(id: "bias \(names.biases + 1)", label: "1", role: .bias)
            column.nodes.append(bias)
            edges += shownUnits.map { unit, row in
                Edge(from: bias.id, to: unit.id, label: "b\(names.biases + row + 1)", weight: values[row])
            }
            names.biases += layer.units
        }
        return edges
    }

    /// The place of a unit in its layer, from 0; `nil` for biases and for what stands for the units left out.
    private static func index(of node: Node) -> Int? {
        guard node.role != .bias, node.role != .elided else { return nil }
        return Int(node.id.reversed().prefix { $0.isNumber }.reversed().map(String.init).joined()).map { $0 - 1 }
    }
}

/// How many weights and biases have their numbers already.
private struct ParameterNames {
    var weights = 0
    var biases = 0
}
