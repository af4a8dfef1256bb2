import Derivations
import Exhibits
import Networks

extension NetworkDiagram {
    /// The columns and edges of a network; `activations` are the input and every layer's output on one sample, `pass` has the
    /// gradients that are shown beside values and weights.
    ///
    /// Labels are spelled in either notation: h1 and w5, or a_1^(1) and w_11^(2), as the network's named numbers have them. What
    /// layers other than dense ones make has a column of its own, without edges: a convolution, a normalisation, a recurrent
    /// layer.
    init(
        of network: Network, activations: [[Double]]? = nil, gradients pass: BackpropagationPass? = nil,
        notation: PageStyle.Notation = .sequential
    ) {
        self = DiagramWriter(network, activations, pass, notation).diagram
    }
}

/// Puts a network's columns and edges together, layer by layer.
struct DiagramWriter {
    struct Unit {
        var node: NetworkDiagram.Node
        /// Its place in its layer, from 0; nil for what stands for the units left out.
        var place: Int?
    }

    struct Drawn {
        var title: String
        /// How many layers the units are the results of.
        var layers: Int
        /// The dense layer whose sums are behind them.
        var dense: Int?
        var units: [Unit]
        var biases: [NetworkDiagram.Node] = []
    }

    /// A drawn edge or bias, and the parameter that it stands for.
    struct DrawnParameter {
        var id: String
        var layer: Int
        var array: Int
        var place: Int
    }

    let network: Network
    let activations: [[Double]]?
    let pass: BackpropagationPass?
    let notation: PageStyle.Notation
    let quantities: Quantities?
    private let names: NeuronNames
    private(set) var columns: [Drawn] = []
    private(set) var edges: [NetworkDiagram.Edge] = []
    private(set) var parameters: [DrawnParameter] = []

    var diagram: NetworkDiagram {
        NetworkDiagram(
            columns: columns.map { NetworkDiagram.Column($0.title, $0.units.map(\.node) + $0.biases) }, edges: edges)
    }

    init(
        _ network: Network, _ activations: [[Double]]?, _ pass: BackpropagationPass?, _ notation: PageStyle.Notation
    ) {
        self.network = network
        self.activations = activations
        self.pass = pass
        self.notation = notation
        quantities = network.namedQuantities
        names = NeuronNames(network)
        addColumns()
    }

    private mutating func addColumns() {
        columns = [Drawn(title: LessonWords.current.input, layers: 0, units: units(ofResult: 0, .input, id: { "i\($0)" }))]
        let shapes = network.shapes
        let dense = network.layers.indices.filter { index in
            (network.layers[index] as? any FullyConnected)?.weights.first?.count == shapes[index].count
        }
        // How many layers the columns so far account for.
        var reached = 0
        for (number, index) in dense.enumerated() {
            if index > reached { addBetween(reached..<index, .hidden) }
            reached = end(after: index)
            let isLast = reached == network.layers.count
            let units = units(ofResult: reached, isLast ? .output : .hidden) { [names] in names.neuron(layer: index, unit: $0) }
            addEdges(index, to: units)
            let words = LessonWords.current
            let title = isLast ? words.output : dense.count <= 2 ? words.hidden : "\(words.hidden) \(number + 1)"
            columns.append(Drawn(title: title, layers: reached, dense: index, units: units))
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
        let number = columns.count { $0.dense == nil }
        columns.append(
            Drawn(
                title: layers.map { network.layers[$0].name }.joined(separator: ", "), layers: layers.upperBound,
                units: units(ofResult: layers.upperBound, role, id: { "u\(number),\($0)" }, isNeuron: false)))
    }

    /// At most this many units of a layer are drawn.
    private static let limit = 8

    /// The units of one column, the middle of a long one left out: the results of so many layers.
    ///
    /// - Parameter isNeuron: In the sequential notation a neuron is called `h1`, what its numbers have in common; every other
    ///   result has the name of its number.
    private func units(
        ofResult layers: Int, _ role: NetworkDiagram.Node.Role, id: (Int) -> String, isNeuron: Bool = true
    ) -> [Unit] {
        let count = network.shapes[layers].count
        let (values, gradients) = (activations?[layers], pass?.activationGradients[layers])
        func unit(_ place: Int) -> Unit {
            func entry(_ values: [Double]?) -> Double? {
                values.flatMap { $0.indices.contains(place) ? $0[place] : nil }
            }
            return Unit(
                node: NetworkDiagram.Node(
                    id: id(place + 1), label: label(place), role: role, value: entry(values), gradient: entry(gradients)),
                place: place)
        }
        func label(_ place: Int) -> String {
            if isNeuron, notation == .sequential { return id(place + 1) }
            return quantities?.output(of: layers, place)?.symbol.text(notation) ?? id(place + 1)
        }
        guard count > Self.limit else { return (0..<count).map(unit) }
        let elided = NetworkDiagram.Node(
            id: "…\(layers)", label: LessonWords.said(LessonWords.current.more, "\(count - Self.limit + 2)"), role: .elided)
        return (0..<Self.limit - 3).map(unit) + [Unit(node: elided, place: nil), unit(count - 1)]
    }

    /// The edges of a dense layer between shown units; its bias joins the column it comes from.
    private mutating func addEdges(_ index: Int, to units: [Unit]) {
        guard let layer = network.layers[index] as? any FullyConnected else { return }
        let gradients = pass?.gradients[index]
        let slopes = gradients.flatMap { $0.count > 1 ? $0[1] : nil }
        let width = layer.weights.first?.count ?? 0
        let sources = columns[columns.count - 1].units
        for unit in units {
            guard let row = unit.place else { continue }
            for source in sources {
                guard let place = source.place else { continue }
                let position = row * width + place
                addEdge(
                    source.node.id, unit.node.id, (index, 0, position), layer.weights[row][place],
                    gradients?.first?[position])
            }
        }
        switch layer.bias {
        case .none: break
        case .shared(let value):
            let name = name(index, 1, 0)
            let bias = NetworkDiagram.Node(
                id: name.isEmpty ? "bias \(index)" : name, label: name, role: .bias, value: value, gradient: slopes?.first)
            parameters.append(DrawnParameter(id: bias.id, layer: index, array: 1, place: 0))
            columns[columns.count - 1].biases.append(bias)
            for unit in units where unit.place != nil {
                edges.append(NetworkDiagram.Edge(from: bias.id, to: unit.node.id, label: "", weight: value))
            }
        case .perUnit(let values):
            let bias = NetworkDiagram.Node(id: "bias \(index)", label: "1", role: .bias)
            columns[columns.count - 1].biases.append(bias)
            for unit in units {
                guard let row = unit.place else { continue }
                addEdge(bias.id, unit.node.id, (index, 1, row), values[row], slopes?[row])
            }
        }
    }

    private func name(_ layer: Int, _ array: Int, _ place: Int) -> String {
        quantities?.parameter(layer: layer, array: array, place: place)?.symbol.text(notation) ?? ""
    }

    private mutating func addEdge(
        _ from: String, _ to: String, _ parameter: (layer: Int, array: Int, place: Int), _ weight: Double, _ gradient: Double?
    ) {
        let label = name(parameter.layer, parameter.array, parameter.place)
        edges.append(NetworkDiagram.Edge(from: from, to: to, label: label, weight: weight, gradient: gradient))
        parameters.append(
            DrawnParameter(id: label, layer: parameter.layer, array: parameter.array, place: parameter.place))
    }
}
