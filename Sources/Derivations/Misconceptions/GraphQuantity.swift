/// A computed number found again in a graph, so that it can be computed another way.
package struct GraphQuantity: Sendable {
    package enum Kind: Hashable, Sendable {
        case value(Int)
        /// The derivative of one number by another.
        case derivative(of: Int, by: Int)
        /// A parameter after one step of gradient descent: w − η·∂E/∂w.
        case updated(Int, rate: Double)
    }

    package var kind: Kind
    package var graph: ScalarGraph
    /// Whether only a relation between numbers tells how the value was made.
    package var isGuess = false

    /// Where in the graph a value is found: as a number, as a derivative of the result, as a derivative between named numbers.
    package init?(_ value: Double, in graph: ScalarGraph) {
        self.graph = graph
        let root = graph.resultPlace
        let places = (0..<graph.count).filter { graph.role(at: $0) == .result }
        // From the result backwards: a number that occurs twice is likelier meant where the reader meets it last.
        if let place = places.last(where: { Self.same(graph.value(at: $0), value) }) {
            kind = .value(place)
            return
        }
        let values = graph.values(under: Variation())
        let gradients = graph.gradients(of: root, at: values)
        if let place = gradients.lastIndex(where: { $0 != 0 && Self.same($0, value) }), place != root {
            kind = .derivative(of: root, by: place)
            return
        }
        let named = graph.namedPlaces
        guard named.count <= 120 else { return nil }
        for top in named where graph.role(at: top) == .result && top != root {
            let gradients = graph.gradients(of: top, at: values)
            if let place = named.last(where: { $0 < top && gradients[$0] != 0 && Self.same(gradients[$0], value) }) {
                kind = .derivative(of: top, by: place)
                return
            }
        }
        return nil
    }

    package init(_ kind: Kind, in graph: ScalarGraph) {
        self.kind = kind
        self.graph = graph
    }

    /// The number computed again under a variation.
    package func value(under variation: Variation) -> Double {
        let own = place
        var variation = variation
        let forward = variation.forward
        // What is asked for is compared as it comes out, not as somebody would have rounded it.
        if case .value = kind { variation.forward = { $0 == own ? $1 : forward($0, $1) } }
        // A derivative that is asked for as well; one that is used to step along may have been written down before.
        if case .derivative = kind {
            let backward = variation.backward
            variation.backward = { $0 == own ? $1 : backward($0, $1) }
        }
        let values = graph.values(under: variation)
        switch kind {
        case .value(let place): return values[place]
        case .derivative(let top, let place): return graph.gradients(of: top, at: values, under: variation)[place]
        case .updated(let place, let rate):
            return values[place] - rate * graph.gradients(of: graph.resultPlace, at: values, under: variation)[place]
        }
    }

    /// The place of the number itself, or of what a derivative is taken by.
    package var place: Int {
        switch kind {
        case .value(let place), .derivative(_, let place), .updated(let place, _): place
        }
    }

    /// What derivatives are taken of; nil for a number that is no derivative.
    package var top: Int? {
        switch kind {
        case .value: nil
        case .derivative(let top, _): top
        case .updated: graph.resultPlace
        }
    }

    /// What the number at a place is called.
    package func name(of place: Int) -> String { graph.name(at: place) ?? Self.nameless }

    package static let nameless = "an intermediate result"

    /// Whether two computed numbers are the same up to the noise of arithmetic in another order.
    package static func same(_ a: Double, _ b: Double) -> Bool {
        a == b || abs(a - b) <= 1e-12 * max(abs(a), abs(b))
    }
}
