import Exhibits

extension ScalarGraph {
    /// The graph as a drawing: every number that counts towards the result, with its value and its gradient.
    public var drawing: ComputationGraph {
        let reaches = reachesRoot()
        // A result that has no value isn't drawn: what is known of it stands below what it depends on.
        return drawing(of: nodes.indices.filter { reaches[$0] && nodes[$0].role != .unknown })
    }

    /// The part of the graph that leads to one number from others, which stand there as if they were given.
    ///
    /// - Throws: `UnknownName` for a name that the graph doesn't have, with those that it has.
    func drawing(of result: String, from names: [String]) throws -> ComputationGraph {
        let top = try node(orExplain: result)
        let givens = Set(try names.map { try node(orExplain: $0) })
        var needed: Set<Int> = [top]
        for place in stride(from: top, through: 0, by: -1)
        where needed.contains(place) && (place == top || !givens.contains(place)) {
            needed.formUnion(nodes[place].operands)
        }
        return drawing(of: needed.sorted(), beginningAt: givens.subtracting([top]))
    }

    private func drawing(of kept: [Int], beginningAt givens: Set<Int> = []) -> ComputationGraph {
        let gradients = gradients()
        let drawn = kept.map { node in
            ComputationGraph.Node(
                id: "n\(node)", kind: givens.contains(node) ? .variable : kind(of: node),
                operation: givens.contains(node) ? "" : nodes[node].operation.sign, name: symbol(of: node)?.key,
                value: values[node], gradient: nodes[node].role == .constant ? nil : gradients[node])
        }
        let edges = kept.flatMap { node in
            givens.contains(node) ? [] : nodes[node].operands.map { ComputationGraph.Edge(from: "n\($0)", to: "n\(node)") }
        }
        return ComputationGraph(nodes: drawn, edges: edges)
    }

    private func kind(of node: Int) -> ComputationGraph.Node.Kind {
        nodes[node].operation != .given ? .operation : nodes[node].role == .constant ? .constant : .variable
    }

    /// The drawing with its text for readers who don't see it.
    public var figure: Figure {
        let name = symbol(of: root)?.key ?? "f"
        let count = drawing.nodes.count
        let text =
            nodes[root].role == .unknown
            ? AlternativeWords.said(AlternativeWords.current.graphOfGiven, "\(count)", name)
            : AlternativeWords.said(
                AlternativeWords.current.graph, "\(count)", name, ReadableNumber.text(values[root], significant: 4))
        return Figure(.graph(drawing), alternative: text)
    }
}

extension Operation {
    /// What a node of a drawing is marked with.
    var sign: String {
        switch self {
        case .given: ""
        case .sum: "+"
        case .difference: "−"
        case .product: "×"
        case .quotient: "÷"
        case .negation: "×−1"
        case .power(let exponent): exponent == 2 ? "x²" : exponent == 3 ? "x³" : "^\(NumberFormat.shortest.text(exponent))"
        case .function(let function): function.word
        case .custom(let function): function.name
        case .opaque(let function): function.name
        case .maximum: "max"
        case .minimum: "min"
        case .weightedSum: "Σ"
        case .softmax: "softmax"
        case .known: "?"
        }
    }
}

extension ScalarFunction {
    /// What a lecturer calls the function.
    var word: String {
        switch self {
        case .exp: "exp"
        case .log: "ln"
        case .sin: "sin"
        case .cos: "cos"
        case .tanh: "tanh"
        case .sqrt: "√"
        case .abs: "|x|"
        case .sigmoid: "σ"
        case .relu: "ReLU"
        case .softplus: "softplus"
        case .softsign: "softsign"
        case .silu: "SiLU"
        case .gelu, .geluTanh: "GELU"
        case .mish: "mish"
        case .hardSigmoid: "hard σ"
        case .leakyReLU: "leaky ReLU"
        case .elu: "ELU"
        case .selu: "SELU"
        case .step, .stepPretending: "step"
        case .identity: "id"
        }
    }
}
