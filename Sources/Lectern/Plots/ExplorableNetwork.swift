import Derivations
import Exhibits
import Networks

/// A network's diagram that a reader can ask: `show(pass.explorable)`.
public struct ExplorableNetwork: Exhibitable {
    private let pass: BackpropagationPass
    private let writer: DiagramWriter
    private let diagram: NetworkDiagram
    private let page = PageStyle.current
    private let words = LessonWords.current

    init(_ pass: BackpropagationPass) {
        self.pass = pass
        writer = DiagramWriter(pass.network, pass.activations, nil, PageStyle.current.notation)
        diagram = writer.diagram
    }

    /// What a page shows of it.
    public var exhibit: Exhibit {
        let candidates = candidates(pass.quantities)
        let graph = pass.graph
        let parts = candidates.compactMap { part($0, graph) }
        let shown = Set(parts.map(\.id))
        return .explorable(
            Explorable(
                figure: Figure(.network(diagram)), parts: parts, walk: walk(candidates).filter { shown.contains($0.part) }))
    }

    /// What can be asked, with the numbers that it stands for: a neuron's sum and output, a weight, a bias.
    private struct Candidate {
        var id: String
        var title: String
        /// A neuron's label; nil for a parameter.
        var neuron: String?
        var numbers: [NamedScalar]
    }

    /// The drawn neurons from front to back, then the drawn weights and biases, shared biases last.
    private func candidates(_ quantities: Quantities) -> [Candidate] {
        let neurons = writer.columns.flatMap { column -> [Candidate] in
            guard let dense = column.dense else { return [] }
            return column.units.compactMap { unit in
                guard let place = unit.place else { return nil }
                let layers = dense + 1 == column.layers ? [column.layers] : [dense + 1, column.layers]
                return Candidate(
                    id: unit.node.id, title: LessonWords.said(words.neuron, unit.node.label), neuron: unit.node.label,
                    numbers: layers.compactMap { quantities.output(of: $0, place) })
            }
        }
        let parameters = writer.parameters.map { drawn -> Candidate in
            let number = quantities.parameter(layer: drawn.layer, array: drawn.array, place: drawn.place)
            return Candidate(id: drawn.id, title: title(of: drawn), neuron: nil, numbers: [number].compactMap(\.self))
        }
        let shared = Set(diagram.columns.flatMap(\.nodes).filter { $0.role == .bias }.map(\.id))
        return neurons + parameters.filter { !shared.contains($0.id) } + parameters.filter { shared.contains($0.id) }
    }

    private func title(of drawn: DiagramWriter.DrawnParameter) -> String {
        guard let edge = diagram.edges.first(where: { $0.label == drawn.id }) else {
            return LessonWords.said(words.sharedBias, drawn.id)
        }
        return drawn.array == 0
            ? LessonWords.said(words.fromTo, edge.label, edge.from, edge.to)
            : LessonWords.said(words.biasOf, edge.label, edge.to)
    }

    private func part(_ candidate: Candidate, _ graph: ScalarGraph) -> Explorable.Part? {
        guard let first = candidate.numbers.first, let working = graph.derivation(of: first.name)?.working else { return nil }
        let values = candidate.numbers.map { Explorable.Entry($0.tex(in: page), $0.value) }
        return Explorable.Part(
            id: candidate.id, title: candidate.title, entries: values + [.init(working.subject, first.gradient)],
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

    private func walk(_ candidates: [Candidate]) -> [Explorable.Step] {
        guard let result = pass.quantities.result else { return [] }
        let neurons = candidates.filter { $0.neuron != nil }
        let forward = neurons.map { candidate in
            let lines = candidate.numbers.map { "$\($0.valueLine(in: page))$" }.joined(separator: page.language.comma)
            return Explorable.Step(candidate.id, LessonWords.said(words.forward, candidate.neuron ?? "", lines))
        }
        let named = Dictionary(candidates.map { ($0.id, $0) }) { first, _ in first }
        let backward = neurons.reversed().flatMap { candidate -> [Explorable.Step] in
            let own = [
                candidate.numbers.first.map { (candidate.id, LessonWords.said(words.deltaOf, candidate.neuron ?? ""), $0) }
            ]
            let weights = diagram.edges.filter { $0.to == candidate.id && !$0.label.isEmpty }.map { edge in
                named[edge.label]?.numbers.first.map { (edge.label, edge.label, $0) }
            }
            return (own + weights).compactMap(\.self).map { id, name, number in
                Explorable.Step(
                    id, LessonWords.said(words.backward, name, "$\(number.gradientLine(of: result, in: page))$"))
            }
        }
        return forward + backward
    }
}

extension BackpropagationPass {
    /// The network of this pass as a drawing to explore: each neuron and weight with its value, its gradient and the chain
    /// rule behind it, and both passes step by step. Of other layers than dense ones it draws what they make.
    public var explorable: ExplorableNetwork { ExplorableNetwork(self) }
}
