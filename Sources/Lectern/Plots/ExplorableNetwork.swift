import Derivations
import Exhibits
import Networks

/// A network's diagram that a reader can ask: `show(pass.explorable)`.
public struct ExplorableNetwork: Exhibitable {
    private let pass: BackpropagationPass
    private let diagram: NetworkDiagram

    init(_ pass: BackpropagationPass) {
        self.pass = pass
        diagram = NetworkDiagram(
            of: pass.network, activations: pass.activations, notation: PageStyle.current.notation)
    }

    public var exhibit: Exhibit {
        let graph = pass.graph
        let numbers = NamedNumbers(graph)
        let parts = candidates.compactMap { part($0, graph, numbers) }
        let shown = Set(parts.map(\.id))
        return .explorable(
            Explorable(
                figure: Figure(.network(diagram)), parts: parts, walk: walk(numbers).filter { shown.contains($0.part) }))
    }

    /// What can be asked: the drawn neurons from front to back, then the drawn weights and biases.
    private var candidates: [(id: String, title: String, names: [String])] {
        var result: [(id: String, title: String, names: [String])] = []
        for column in diagram.columns.dropFirst() {
            for node in column.nodes where node.role == .hidden || node.role == .output {
                result.append((node.id, "neuron \(node.label)", ["net_\(node.id)", "out_\(node.id)"]))
            }
        }
        let biases = Set(diagram.columns.flatMap(\.nodes).filter { $0.role == .bias }.map(\.id))
        for edge in diagram.edges where !edge.label.isEmpty {
            let bias = biases.contains(edge.from)
            result.append(
                (
                    edge.label, bias ? "\(edge.label), bias of \(edge.to)" : "\(edge.label), from \(edge.from) to \(edge.to)",
                    [edge.label]
                ))
        }
        for column in diagram.columns {
            for node in column.nodes where node.role == .bias && node.value != nil {
                result.append((node.id, "\(node.label), shared bias", [node.id]))
            }
        }
        return result
    }

    private func part(
        _ candidate: (id: String, title: String, names: [String]), _ graph: ScalarGraph, _ numbers: NamedNumbers
    ) -> Explorable.Part? {
        let known = candidate.names.filter { numbers[$0] != nil }
        guard let first = known.first, let number = numbers[first], let working = graph.derivation(of: first)?.working else {
            return nil
        }
        let values = known.compactMap { numbers[$0] }.map { Explorable.Entry($0.symbol, $0.value) }
        return Explorable.Part(
            id: candidate.id, title: candidate.title, entries: values + [.init(working.subject, number.gradient)],
            working: working, path: path(from: candidate.id))
    }

    /// The neurons and weights between a part and the outputs.
    private func path(from id: String) -> [String] {
        var reached: [String] = []
        var fronts = diagram.edges.filter { $0.label == id }.map(\.to)
        if fronts.isEmpty { fronts = [id] }
        if diagram.edges.contains(where: { $0.from == id && $0.label.isEmpty }) {
            fronts = diagram.edges.filter { $0.from == id }.map(\.to)
        }
        while let node = fronts.popLast() {
            guard !reached.contains(node) else { continue }
            reached.append(node)
            for edge in diagram.edges where edge.from == node {
                if !edge.label.isEmpty, !reached.contains(edge.label) { reached.append(edge.label) }
                fronts.append(edge.to)
            }
        }
        return reached.filter { $0 != id }.sorted()
    }

    private func walk(_ numbers: NamedNumbers) -> [Explorable.Step] {
        let neurons = diagram.columns.dropFirst().flatMap { $0.nodes.filter { $0.role == .hidden || $0.role == .output } }
        let forward = neurons.map { neuron in
            let lines = ["net_", "out_"].compactMap { numbers[$0 + neuron.id].map { "$\($0.valueLine)$" } }
            return Explorable.Step(neuron.id, "Forward, neuron \(neuron.label): " + lines.joined(separator: ", ") + ".")
        }
        let backward = neurons.reversed().flatMap { neuron -> [Explorable.Step] in
            let own = numbers["net_" + neuron.id].map {
                Explorable.Step(
                    neuron.id, "Backward, the delta of \(neuron.label): $\($0.gradientLine(of: numbers.result))$.")
            }
            let weights = diagram.edges.filter { $0.to == neuron.id && !$0.label.isEmpty }.compactMap { edge in
                numbers[edge.label].map {
                    Explorable.Step(edge.label, "Backward, \(edge.label): $\($0.gradientLine(of: numbers.result))$.")
                }
            }
            return [own].compactMap(\.self) + weights
        }
        return forward + backward
    }
}

extension BackpropagationPass {
    /// The network of this pass as a drawing to explore: each neuron and weight with its value, its gradient and the chain
    /// rule behind it, and both passes step by step. Of other layers than dense ones it draws what they make.
    public var explorable: ExplorableNetwork { ExplorableNetwork(self) }
}
