import Exhibits

extension ScalarGraph {
    /// The graph as a drawing: every number that counts towards the result, with its value and its gradient.
    public var drawing: ComputationGraph {
        let reaches = reachesRoot()
        let gradients = gradients()
        // A result that has no value isn't drawn: what is known of it stands below what it depends on.
        let kept = nodes.indices.filter { reaches[$0] && nodes[$0].role != .unknown }
        let drawn = kept.map { node in
            ComputationGraph.Node(
                id: "n\(node)", kind: kind(of: node), operation: nodes[node].operation.sign, name: symbol(of: node)?.key,
                value: values[node], gradient: nodes[node].role == .constant ? nil : gradients[node])
        }
        let edges = kept.flatMap { node in
            nodes[node].operands.map { ComputationGraph.Edge(from: "n\($0)", to: "n\(node)") }
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
