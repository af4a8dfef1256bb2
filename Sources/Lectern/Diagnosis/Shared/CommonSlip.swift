import Claims
import Derivations
import Exhibits

/// A mistake in one place of a computation that moves everything behind it.
struct CommonSlip {
    var cause: Cause
    var words: String
    var variation: Variation
    /// What would have to be believed as well, if it explains the same numbers: a value one digit further.
    var rivals: [Variation] = []

    init(_ cause: Cause, _ words: String, _ variation: Variation) {
        self.cause = cause
        self.words = words
        self.variation = variation
    }

    /// All that are tried: what is easily done wrong in the graph, the parameters of another network of the lesson, a given number
    /// misread.
    static func all(
        in graph: ScalarGraph, for wrong: [(quantity: GraphQuantity, written: WrittenNumber)], beside evidence: Evidence
    ) -> [CommonSlip] {
        var slips = graph.forwardSlips(in: (0..<graph.count).filter { !graph.operands(at: $0).isEmpty }) + graph.exchanges()
        var known: Set<String> = []
        for target in Set(wrong.filter { $0.quantity.top == graph.resultPlace }.map(\.quantity.place)).sorted() {
            slips += graph.backwardSlips(of: graph.resultPlace, to: target).filter { known.insert($0.words).inserted }
        }
        return slips.map { CommonSlip($0.cause, $0.message, $0.variation) } + otherParameters(than: graph, evidence)
            + misread(graph, wrong)
    }

    private static func otherParameters(than graph: ScalarGraph, _ evidence: Evidence) -> [CommonSlip] {
        evidence.graphs.filter { $0.graph.resembles(graph) && !$0.graph.hasNumbers(of: graph) }.map { other in
            var variation = Variation()
            variation.forward = { graph.role(at: $0) == .parameter ? other.graph.value(at: $0) : $1 }
            return CommonSlip(.updatedWeights, "computed with the weights of \(other.name)", variation)
        }
    }

    /// Each given number with the value that the first wrong numbers ask for, with as many decimals as those of its kind have:
    /// beside 0.15 a weight of 0.1 was given as 0.10.
    private static func misread(
        _ graph: ScalarGraph, _ wrong: [(quantity: GraphQuantity, written: WrittenNumber)]
    ) -> [CommonSlip] {
        let givens = graph.namedPlaces.filter { graph.operands(at: $0).isEmpty && graph.role(at: $0) != .constant }
        guard givens.count <= 80 else { return [] }
        let mostDecimals = givens.reduce(into: [ScalarGraph.Role: Int]()) { most, place in
            guard let own = Self.decimals(of: graph.value(at: place)) else { return }
            most[graph.role(at: place), default: 0] = max(most[graph.role(at: place), default: 0], own)
        }
        return givens.flatMap { place -> [CommonSlip] in
            let right = graph.value(at: place)
            let text = NumberFormat.shortest.text(right)
            guard Self.decimals(of: right) != nil, let decimals = mostDecimals[graph.role(at: place)],
                let unit = Double("1e-\(decimals)")
            else { return [] }
            var tried: Set<Double> = []
            return wrong.prefix(3).compactMap { item in
                guard let asked = value(of: place, giving: item.written, item.quantity),
                    let value = Double(NumberFormat.decimals(decimals).text(asked)), value != right,
                    tried.insert(value).inserted
                else { return nil }
                let wrong = NumberFormat.shortest.text(value)
                var slip = CommonSlip(
                    .wrongInput, "\(item.quantity.name(of: place)) taken as \(wrong) instead of \(text)",
                    .giving(value, at: place))
                slip.rivals = [.giving(value - unit, at: place), .giving(value + unit, at: place)]
                return slip
            }
        }
    }

    /// The decimals that a given number needs, where a person might have written it.
    private static func decimals(of value: Double) -> Int? {
        let text = NumberFormat.shortest.text(value)
        let count = text.drop { $0 != "." }.dropFirst().count
        return count <= 4 && !text.contains("e") ? count : nil
    }

    /// What a given number must have been for the result to be as it was written, by the secant method.
    private static func value(of place: Int, giving written: WrittenNumber, _ quantity: GraphQuantity) -> Double? {
        func result(_ value: Double) -> Double { quantity.value(under: .giving(value, at: place)) }
        var (before, beforeY) = (quantity.graph.value(at: place), quantity.value(under: Variation()))
        var x = before + max(0.01, abs(before) * 0.05)
        var y = result(x)
        // As near to the written number as it gets, not only within its digits.
        for _ in 0..<40 where abs(y - written.value) > written.unit * 1e-3 {
            guard y != beforeY, y.isFinite, x.isFinite, abs(x) < 1e6 else { return nil }
            (x, before, beforeY) = (x + (written.value - y) * (x - before) / (y - beforeY), x, y)
            y = result(x)
        }
        return written.verdict(for: y) == .exact && abs(x) < 1e6 ? x : nil
    }
}

/// The numbers of a graph computed again with a slip, once for all claims.
struct Recomputed {
    private let variation: Variation
    private let values: [Double]
    private let gradients: [Double]
    private let root: Int

    init(_ variation: Variation, in graph: ScalarGraph) {
        self.variation = variation
        root = graph.resultPlace
        values = graph.values(under: variation)
        gradients = graph.gradients(of: root, at: values, under: variation)
    }

    func value(of quantity: GraphQuantity) -> Double {
        switch quantity.kind {
        case .value(let place): values[place]
        case .derivative(of: root, let place): gradients[place]
        case .derivative, .updated: quantity.value(under: variation)
        }
    }
}
