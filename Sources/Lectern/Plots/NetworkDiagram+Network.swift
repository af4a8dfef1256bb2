import Derivations
import Exhibits
import Networks

extension NetworkDiagram {
    /// The columns and edges of a network; `activations` are the input and every layer's output on one sample, `pass` has the
    /// gradients that are shown beside values and weights.
    ///
    /// Labels are spelled in either notation: h1 and w5, or a_1^(1) and w_11^(2). What layers other than dense ones make has a
    /// column of its own, without edges: a convolution, a normalisation, a recurrent layer.
    init(
        of network: Network, activations: [[Double]]? = nil, gradients pass: BackpropagationPass? = nil,
        notation: PageStyle.Notation = .sequential
    ) {
        let writer = DiagramWriter(network, activations, pass, notation)
        self.init(columns: writer.columns.map { Column($0.title, $0.units.map(\.node) + $0.biases) }, edges: writer.edges)
    }
}

/// Puts a network's columns and edges together, layer by layer.
private struct DiagramWriter {
    struct Unit {
        var node: NetworkDiagram.Node
        /// Its place in its layer, from 0; nil for what stands for the units left out.
        var place: Int?
    }

    struct Drawn {
        var title: String
        var units: [Unit]
        var biases: [NetworkDiagram.Node] = []
    }

    let network: Network
    let activations: [[Double]]?
    let pass: BackpropagationPass?
    let notation: PageStyle.Notation
    let names: DrawnNames
    var columns: [Drawn] = []
    var edges: [NetworkDiagram.Edge] = []

    init(
        _ network: Network, _ activations: [[Double]]?, _ pass: BackpropagationPass?, _ notation: PageStyle.Notation
    ) {
        self.network = network
        self.activations = activations
        self.pass = pass
        self.notation = notation
        names = DrawnNames(network)
        addColumns()
    }

    private mutating func addColumns() {
        let shapes = network.shapes
        let dense = network.layers.indices.filter { index in
            (network.layers[index] as? Dense)?.weights.first?.count == shapes[index].count
        }
        columns = [
            Drawn(
                title: "input",
                units: units(ofResult: 0, .input, id: { "i\($0)" }, label: { notation == .sequential ? "i\($0)" : "x_\($0)" }))
        ]
        // How many layers the columns so far account for.
        var reached = 0
        for (number, index) in dense.enumerated() {
            guard let layer = network.layers[index] as? Dense else { continue }
            if index > reached { addBetween(reached..<index, .hidden) }
            reached = end(after: index)
            let isLast = reached == network.layers.count
            let name = { [names] (unit: Int) in names.neuron(layer: index, unit: unit) }
            let units = units(
                ofResult: reached, isLast ? .output : .hidden, id: name,
                label: { notation == .sequential ? name($0) : "a_\($0)^(\(names.level(of: index)))" })
            addEdges(of: layer, index, to: units)
            let title = isLast ? "output" : dense.count <= 2 ? "hidden" : "hidden \(number + 1)"
            columns.append(Drawn(title: title, units: units))
        }
        if reached < network.layers.count { addBetween(reached..<network.layers.count, .output) }
    }

    /// Where the activations after a dense layer end, whose results are the column's numbers.
    private func end(after index: Int) -> Int {
        let rest = network.layers[(index + 1)...]
        return rest.firstIndex { !($0 is any Activation || $0 is Softmax || $0 is Dropout || $0 is Flatten) }
            ?? network.layers.count
    }

    /// A column for what other layers make. A `Flatten` or `Dropout` alone changes no number.
    private mutating func addBetween(_ layers: Range<Int>, _ role: NetworkDiagram.Node.Role) {
        let working = layers.filter { !(network.layers[$0] is Flatten || network.layers[$0] is Dropout) }
        guard !working.isEmpty || role == .output else { return }
        let number = columns.count { $0.units.first?.node.id.hasPrefix("u") == true } + 1
        let name = { (unit: Int) in "u\(number),\(unit)" }
        columns.append(
            Drawn(
                title: layers.map { network.layers[$0].name }.joined(separator: ", "),
                units: units(ofResult: layers.upperBound, role, id: name, label: { "u_\(number),\($0)" })))
    }

    /// At most this many units of a layer are drawn.
    private static let limit = 8

    /// The units of one column, the middle of a long one left out: the results of so many layers.
    private func units(
        ofResult layers: Int, _ role: NetworkDiagram.Node.Role, id: (Int) -> String, label: (Int) -> String
    ) -> [Unit] {
        let count = network.shapes[layers].count
        let (values, gradients) = (activations?[layers], pass?.activationGradients[layers])
        func unit(_ place: Int) -> Unit {
            func entry(_ values: [Double]?) -> Double? {
                values.flatMap { $0.indices.contains(place) ? $0[place] : nil }
            }
            return Unit(
                node: NetworkDiagram.Node(
                    id: id(place + 1), label: label(place + 1), role: role, value: entry(values), gradient: entry(gradients)),
                place: place)
        }
        guard count > Self.limit else { return (0..<count).map(unit) }
        let elided = NetworkDiagram.Node(
            id: "…\(layers)", label: "\(count - Self.limit + 2) more", role: .elided)
        return (0..<Self.limit - 3).map(unit) + [Unit(node: elided, place: nil), unit(count - 1)]
    }

    /// The edges of a dense layer between shown units; its bias joins the column it comes from.
    private mutating func addEdges(of layer: Dense, _ index: Int, to units: [Unit]) {
        let gradients = pass?.gradients[index]
        func name(_ array: Int, _ place: Int) -> String {
            names.parameter(layer: index, array: array, place: place)?.text(notation) ?? ""
        }
        let width = layer.weights.first?.count ?? 0
        let sources = columns[columns.count - 1].units
        for unit in units {
            guard let row = unit.place else { continue }
            for source in sources {
                guard let place = source.place else { continue }
                let position = row * width + place
                edges.append(
                    NetworkDiagram.Edge(
                        from: source.node.id, to: unit.node.id, label: name(0, position), weight: layer.weights[row][place],
                        gradient: gradients?.first?[position]))
            }
        }
        let slopes = gradients.flatMap { $0.count > 1 ? $0[1] : nil }
        switch layer.bias {
        case .none: break
        case .shared(let value):
            let bias = NetworkDiagram.Node(
                id: name(1, 0).isEmpty ? "bias \(index)" : name(1, 0), label: name(1, 0), role: .bias, value: value,
                gradient: slopes?.first)
            columns[columns.count - 1].biases.append(bias)
            for unit in units where unit.place != nil {
                edges.append(NetworkDiagram.Edge(from: bias.id, to: unit.node.id, label: "", weight: value))
            }
        case .perUnit(let values):
            let bias = NetworkDiagram.Node(id: "bias \(index)", label: "1", role: .bias)
            columns[columns.count - 1].biases.append(bias)
            for unit in units {
                guard let row = unit.place else { continue }
                edges.append(
                    NetworkDiagram.Edge(
                        from: bias.id, to: unit.node.id, label: name(1, row), weight: values[row], gradient: slopes?[row]))
            }
        }
    }
}
