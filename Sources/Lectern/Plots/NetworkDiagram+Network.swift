import Derivations
import Exhibits
import Networks

extension NetworkDiagram {
    /// The columns and edges of a network; `activations` are the input and every layer's output on one sample, `pass` has the
    /// gradients that are shown beside values and weights.
    ///
    /// Labels are spelled in either notation: h1 and w5, or a_1^(1) and w_11^(2).
    init(
        of network: Network, activations: [[Double]]? = nil, gradients pass: BackpropagationPass? = nil,
        notation: PageStyle.Notation = .sequential
    ) {
        let dense = network.layers.indices.filter { network.layers[$0] is Dense }
        var names = ParameterNames(notation: notation)
        var columns = [
            Column(
                "input",
                Self.units(
                    "i", label: { notation == .sequential ? "i\($0)" : "x_\($0)" }, role: .input, count: network.inputs,
                    values: activations?.first, gradients: pass?.activationGradients.first))
        ]
        var edges: [Edge] = []
        for (number, index) in dense.enumerated() {
            guard let layer = network.layers[index] as? Dense else { continue }
            let isLast = number == dense.count - 1
            let prefix = isLast ? "o" : dense.count == 2 ? "h" : "h\(number + 1),"
            // What leaves the column: the output of the last layer before the next dense one.
            let next = isLast ? network.layers.count : dense[number + 1]
            let units = Self.units(
                prefix, label: { notation == .sequential ? "\(prefix)\($0)" : "a_\($0)^(\(number + 1))" },
                role: isLast ? .output : .hidden, count: layer.units, values: activations?[next],
                gradients: pass?.activationGradients[next])
            names.level = number + 1
            edges += Self.edges(
                of: layer, from: &columns[number], to: units, names: &names, gradients: pass?.gradients[index] ?? [])
            columns.append(Column(isLast ? "output" : dense.count == 2 ? "hidden" : "hidden \(number + 1)", units))
        }
        self.init(columns: columns, edges: edges)
    }

    /// At most this many units of a layer are drawn.
    private static let limit = 8

    /// The units of one column, the middle of a long one left out.
    private static func units(
        _ prefix: String, label: (Int) -> String, role: Node.Role, count: Int, values: [Double]?, gradients: [Double]?
    ) -> [Node] {
        func node(_ index: Int) -> Node {
            func entry(_ values: [Double]?) -> Double? {
                values.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
            return Node(
                id: "\(prefix)\(index + 1)", label: label(index + 1), role: role, value: entry(values),
                gradient: entry(gradients))
        }
        guard count > limit else { return (0..<count).map(node) }
        let elided = Node(id: "\(prefix)…", label: "\(count - limit + 2) more", role: .elided)
        return (0..<limit - 3).map(node) + [elided, node(count - 1)]
    }

    /// The edges of a dense layer between shown units; its bias joins the column it comes from.
    private static func edges(
        of layer: Dense, from column: inout Column, to units: [Node], names: inout ParameterNames, gradients: [[Double]]
    ) -> [Edge] {
        let shownSources = column.nodes.compactMap { node in index(of: node).map { (node, $0) } }
        let shownUnits = units.compactMap { node in index(of: node).map { (node, $0) } }
        let width = layer.weights.first?.count ?? 0
        var edges = shownUnits.flatMap { unit, row in
            shownSources.map { source, place in
                Edge(
                    from: source.id, to: unit.id, label: names.weight(row: row, column: place, width: width),
                    weight: layer.weights[row][place], gradient: gradients.first?[row * width + place])
            }
        }
        names.weights += layer.units * width
        let slopes = gradients.count > 1 ? gradients[1] : nil
        switch layer.bias {
        case .none: break
        case .shared(let value):
            let bias = Node(
                id: "b\(names.biases + 1)", label: names.bias(row: nil), role: .bias, value: value, gradient: slopes?.first)
            names.biases += 1
            column.nodes.append(bias)
            edges += shownUnits.map { Edge(from: bias.id, to: $0.0.id, label: "", weight: value) }
        case .perUnit(let values):
            let bias = Node(id: "bias \(names.biases + 1)", label: "1", role: .bias)
            column.nodes.append(bias)
            edges += shownUnits.map { unit, row in
                Edge(
                    from: bias.id, to: unit.id, label: names.bias(row: row), weight: values[row], gradient: slopes?[row])
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

/// What weights and biases are called, and how many have their numbers already.
private struct ParameterNames {
    let notation: PageStyle.Notation
    var level = 1
    var weights = 0
    var biases = 0

    /// w5, or w_21^(1) from unit 2 to unit 1.
    func weight(row: Int, column: Int, width: Int) -> String {
        switch notation {
        case .sequential: "w\(weights + row * width + column + 1)"
        case .indexed: "w_\(column + 1)\(column < 9 && row < 9 ? "" : ",")\(row + 1)^(\(level))"
        }
    }

    /// b3, or b_1^(1); a bias that all units share has no index of its own.
    func bias(row: Int?) -> String {
        switch notation {
        case .sequential: "b\(biases + (row ?? 0) + 1)"
        case .indexed: "b\(row.map { "_\($0 + 1)" } ?? "")^(\(level))"
        }
    }
}
