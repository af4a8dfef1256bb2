import Derivations
import Exhibits

/// One student's exercises, computed anew from the key.
struct SolvedSheet {
    let items: [GradingKey.Item]
    let student: GradingKey.Student
    /// For each item where its answer stands; nil where no graph has it.
    let quantities: [GraphQuantity?]
    /// For each item in which graph.
    let graphs: [Int?]

    init(_ student: GradingKey.Student, in key: GradingKey) {
        self.student = student
        items = key.items
        let known = student.graphs.map { graph in
            ScalarGraph(RecordedGraph(shape: key.shapes[graph.shape], givens: graph.givens))
        }
        let layout = key.layouts[student.layout]
        graphs = layout.map { location in location.flatMap { known[$0.graph] == nil ? nil : $0.graph } }
        quantities = layout.map { location in
            location.flatMap { location in
                known[location.graph].flatMap { GraphQuantity(recorded: location.quantity, in: $0) }
            }
        }
    }

    /// How far a number may be from the right one: half a unit of the last digit that is asked for, or what the author says.
    func tolerance(of item: Int) -> Double {
        let answer = student.answers[item]
        return Self.tolerance(stated: items[item].tolerance, unit: answer.unit ?? 0, of: answer.value)
    }

    /// The same where it is known how far the author lets a number be off, and what its last digit counts.
    static func tolerance(stated: Double?, unit: Double, of value: Double?) -> Double {
        // What a half needs in binary.
        (stated ?? unit / 2) * (1 + 1e-9) + (value?.ulp ?? 0)
    }

    /// Whether two items ask for one number of a graph.
    func isSame(_ first: Int, _ second: Int) -> Bool {
        guard let one = quantities[first], let other = quantities[second] else { return false }
        return graphs[first] == graphs[second] && one.kind == other.kind
    }

    /// Going on from numbers as a student wrote them, as far as they are in the graph of `item`.
    func variation(goingOnFrom own: [Int: Double], for item: Int) -> Variation {
        guard let quantity = quantities[item] else { return Variation() }
        return .goingOn(
            from: own.compactMap { other, value in
                other != item && graphs[other] == graphs[item] ? quantities[other].map { ($0, value) } : nil
            }, to: quantity)
    }

    /// By how much rounding every named number on the way to the digits of this answer may move it.
    func slack(of item: Int, beside base: Variation) -> Double {
        guard let quantity = quantities[item], let unit = student.answers[item].unit else { return 0 }
        let graph = quantity.graph
        guard graph.count <= Self.mostNodes else { return 0 }
        let right = quantity.value(under: base)
        var slack = 0.0
        let places = graph.namedPlaces.filter { graph.role(at: $0) == .result && $0 != graph.resultPlace }
        for place in places {
            var moved = base
            let forward = base.forward
            moved.forward = { $0 == place ? forward($0, $1) + unit / 2 : forward($0, $1) }
            slack += abs(quantity.value(under: moved) - right)
        }
        // Whoever takes a step has the gradient written down before.
        var slopes = quantity.top == nil ? [] : places
        if case .updated(let own, _) = quantity.kind { slopes.append(own) }
        for place in slopes {
            var moved = base
            let backward = base.backward
            moved.backward = { $0 == place ? backward($0, $1) + unit / 2 : backward($0, $1) }
            slack += abs(quantity.value(under: moved) - right)
        }
        return slack.isFinite ? slack : 0
    }

    /// Beyond this nobody computes by hand.
    private static let mostNodes = 400
}

extension Variation {
    /// Going on to a quantity from numbers that somebody has written for others of its graph.
    static func goingOn(from own: [(quantity: GraphQuantity, value: Double)], to quantity: GraphQuantity) -> Variation {
        var forward: [Int: Double] = [:], backward: [Int: Double] = [:]
        for (known, value) in own {
            switch known.kind {
            case .value(let place): forward[place] = value
            case .derivative(let top, let place): if top == known.graph.resultPlace { backward[place] = value }
            case .updated: break
            }
        }
        var variation = Variation()
        variation.forward = { forward[$0] ?? $1 }
        // Derivatives of other numbers than the result have other values at the same places.
        if let top = quantity.top, top == quantity.graph.resultPlace { variation.backward = { backward[$0] ?? $1 } }
        return variation
    }
}
