import Exhibits
import Foundation

/// One figure of each kind, small enough to read and telling enough to look at.
enum Samples {
    static let figures: [(name: String, figure: Figure)] =
        [
            ("loss-linear", Figure(.lines(loss(.linear)))),
            ("loss-logarithmic", Figure(.lines(loss(.logarithmic)))),
            ("curves", Figure(.lines(runs))),
            ("network-2-2-2", Figure(.network(twoTwoTwo))),
            ("network-elided", Figure(.network(elided))),
            ("network-gradients", Figure(.network(withGradients))),
            ("computation-graph", Figure(.graph(expression))),
            ("unrolled", Figure(.unrolled(unrolled(3, hasGradients: true)))),
            ("unrolled-long", Figure(.unrolled(unrolled(12, hasGradients: false)))),
        ] + PlaneSamples.figures

    static func loss(_ scale: LinePlot.Scale) -> LinePlot {
        let epochs = (0...500).map { Double($0) * 20 }
        let values = epochs.map { 0.298371109 / (1 + $0 * $0 / 11800) }
        return LinePlot(
            x: .init("epochs"), y: .init("loss", scale), series: [.init("loss", x: epochs, y: values)],
            marks: [.init(x: epochs[500], y: values[500], ReadableNumber.text(values[500]))])
    }

    static var runs: LinePlot {
        let epochs = (0...60).map(Double.init)
        let training = epochs.map { 0.7 * exp(-$0 / 18) + 0.05 }
        let validation = epochs.map { 0.7 * exp(-$0 / 15) + 0.12 + $0 * $0 / 20000 }
        let slow = epochs.map { 0.7 * exp(-$0 / 60) }
        let lowest = validation.indices.min { validation[$0] < validation[$1] } ?? 0
        return LinePlot(
            x: .init("epochs"), y: .init("mean loss"),
            series: [
                .init("training", x: epochs, y: training), .init("validation", x: epochs, y: validation),
                .init("slow rate", x: epochs, y: slow),
            ],
            marks: [.init(x: epochs[lowest], y: validation[lowest], "minimum at \(lowest)")])
    }

    static var twoTwoTwo: NetworkDiagram {
        func column(_ title: String, _ role: NetworkDiagram.Node.Role, _ units: [(String, Double)], bias: (String, Double)?)
            -> NetworkDiagram.Column
        {
            let nodes = units.map { NetworkDiagram.Node(id: $0.0, label: $0.0, role: role, value: $0.1) }
            return .init(title, nodes + (bias.map { [.init(id: $0.0, label: $0.0, role: .bias, value: $0.1)] } ?? []))
        }
        let weights: [(String, String, String, Double)] = [
            ("i1", "h1", "w1", 0.15), ("i2", "h1", "w2", 0.2), ("i1", "h2", "w3", 0.25), ("i2", "h2", "w4", 0.3),
            ("h1", "o1", "w5", 0.4), ("h2", "o1", "w6", -0.45), ("h1", "o2", "w7", 0.5), ("h2", "o2", "w8", 0.55),
            ("b1", "h1", "", 0.35), ("b1", "h2", "", 0.35), ("b2", "o1", "", 0.6), ("b2", "o2", "", 0.6),
        ]
        return NetworkDiagram(
            columns: [
                column("input", .input, [("i1", 0.05), ("i2", 0.1)], bias: ("b1", 0.35)),
                column("hidden", .hidden, [("h1", 0.593269992), ("h2", 0.596884378)], bias: ("b2", 0.6)),
                column("output", .output, [("o1", 0.75136507), ("o2", 0.772928465)], bias: nil),
            ],
            edges: weights.map { .init(from: $0.0, to: $0.1, label: $0.2, weight: $0.3) })
    }

    /// The same in the indexed notation, with a gradient below each number.
    static var withGradients: NetworkDiagram {
        var diagram = twoTwoTwo
        for column in diagram.columns.indices {
            for place in diagram.columns[column].nodes.indices {
                let node = diagram.columns[column].nodes[place]
                let isBias = node.role == .bias
                diagram.columns[column].nodes[place].label =
                    isBias ? "b^(\(column + 1))" : column == 0 ? "x_\(place + 1)" : "a_\(place + 1)^(\(column))"
                diagram.columns[column].nodes[place].gradient = (node.value ?? 0) * 0.0387 - 0.015
            }
        }
        for index in diagram.edges.indices where index < 8 {
            diagram.edges[index].label = "w_\(index % 2 + 1)\(index % 4 / 2 + 1)^(\(index / 4 + 1))"
            diagram.edges[index].gradient = diagram.edges[index].weight * 0.1234 - 0.03
        }
        return diagram
    }

    static var elided: NetworkDiagram {
        func nodes(_ prefix: String, _ role: NetworkDiagram.Node.Role, _ count: Int) -> [NetworkDiagram.Node] {
            (1...5).map { .init(id: "\(prefix)\($0)", label: "\(prefix)\($0)", role: role) }
                + [.init(id: "\(prefix)…", label: "\(count - 6) more", role: .elided)]
                + [.init(id: "\(prefix)\(count)", label: "\(prefix)\(count)", role: role)]
        }
        let (inputs, hidden) = (nodes("i", .input, 64), nodes("h", .hidden, 32))
        let outputs = (1...4).map { NetworkDiagram.Node(id: "o\($0)", label: "o\($0)", role: .output) }
        func edges(_ from: [NetworkDiagram.Node], _ to: [NetworkDiagram.Node]) -> [NetworkDiagram.Edge] {
            from.indices.flatMap { a in
                to.indices.filter { _ in from[a].role != .elided }.filter { to[$0].role != .elided }.map { b in
                    .init(from: from[a].id, to: to[b].id, label: "w\(a + b)", weight: sin(Double(a * 7 + b * 3)))
                }
            }
        }
        return NetworkDiagram(
            columns: [.init("input", inputs), .init("hidden", hidden), .init("output", outputs)],
            edges: edges(inputs, hidden) + edges(hidden, outputs))
    }

    /// f = (x + y) · z, as CS231n draws it.
    static var expression: ComputationGraph {
        ComputationGraph(
            nodes: [
                .init(id: "x", kind: .variable, name: "x", value: -2, gradient: -4),
                .init(id: "y", kind: .variable, name: "y", value: 5, gradient: -4),
                .init(id: "q", kind: .operation, operation: "+", name: "q", value: 3, gradient: -4),
                .init(id: "z", kind: .variable, name: "z", value: -4, gradient: 3),
                .init(id: "f", kind: .operation, operation: "×", name: "f", value: -12, gradient: 1),
            ],
            edges: [.init(from: "x", to: "q"), .init(from: "y", to: "q"), .init(from: "q", to: "f"), .init(from: "z", to: "f")])
    }

    /// A recurrent network over some steps, with an answer after the last.
    static func unrolled(_ count: Int, hasGradients: Bool) -> UnrolledNetwork {
        UnrolledNetwork(
            steps: (1...count).map { step in
                let share = Double(step) / Double(count)
                return .init(
                    input: [Double(step)], state: [tanh(share), -0.25], gradient: hasGradients ? [-0.05 * share, 0.1] : [],
                    output: step == count ? [0.731] : [])
            })
    }
}
