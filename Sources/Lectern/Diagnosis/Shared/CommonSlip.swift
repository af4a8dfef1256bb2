import Claims
import Derivations
import Exhibits

/// A mistake in one place of a computation that moves everything behind it.
struct CommonSlip {
    var cause: Cause
    var words: String
    var variation: Variation

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

    /// Each given number with the value that the first wrong numbers ask for, where that is a number as short as an author writes.
    private static func misread(
        _ graph: ScalarGraph, _ wrong: [(quantity: GraphQuantity, written: WrittenNumber)]
    ) -> [CommonSlip] {
        let givens = graph.namedPlaces.filter { graph.operands(at: $0).isEmpty && graph.role(at: $0) != .constant }
        guard givens.count <= 80 else { return [] }
        return givens.flatMap { place -> [CommonSlip] in
            var tried: Set<Double> = []
            return wrong.prefix(3).compactMap { item in
                guard let value = value(of: place, giving: item.written, item.quantity), tried.insert(value).inserted else {
                    return nil
                }
                var variation = Variation()
                variation.forward = { $0 == place ? value : $1 }
                let name = item.quantity.name(of: place)
                let (wrong, right) = (NumberFormat.shortest.text(value), NumberFormat.shortest.text(graph.value(at: place)))
                return CommonSlip(.wrongInput, "\(name) taken as \(wrong) instead of \(right)", variation)
            }
        }
    }

    /// What a given number must have been for the result to be as it was written: the shortest that fits, of three digits at most.
    private static func value(of place: Int, giving written: WrittenNumber, _ quantity: GraphQuantity) -> Double? {
        func result(_ value: Double) -> Double {
            var variation = Variation()
            variation.forward = { $0 == place ? value : $1 }
            return quantity.value(under: variation)
        }
        var (x, y) = (quantity.graph.value(at: place), quantity.value(under: Variation()))
        var (before, beforeY) = (x, y)
        x = before + max(0.01, abs(before) * 0.05)
        y = result(x)
        for _ in 0..<30 where written.verdict(for: y) != .exact {
            guard y != beforeY, y.isFinite, x.isFinite, abs(x) < 1e6 else { return nil }
            (x, before, beforeY) = (x + (written.value - y) * (x - before) / (y - beforeY), x, y)
            y = result(x)
        }
        guard written.verdict(for: y) == .exact else { return nil }
        for digits in 1...3 {
            guard let short = Double(NumberFormat.scientific(digits).text(x)) else { continue }
            if short != quantity.graph.value(at: place), written.verdict(for: result(short)) == .exact { return short }
        }
        return nil
    }
}

/// The numbers of a graph computed again with a slip, once for all claims.
struct Recomputed {
    private let slip: CommonSlip
    private let values: [Double]
    private let gradients: [Double]
    private let root: Int

    init(_ slip: CommonSlip, in graph: ScalarGraph) {
        self.slip = slip
        root = graph.resultPlace
        values = graph.values(under: slip.variation)
        gradients = graph.gradients(of: root, at: values, under: slip.variation)
    }

    func value(of quantity: GraphQuantity) -> Double {
        switch quantity.kind {
        case .value(let place): values[place]
        case .derivative(of: root, let place): gradients[place]
        case .derivative, .updated: quantity.value(under: slip.variation)
        }
    }
}
