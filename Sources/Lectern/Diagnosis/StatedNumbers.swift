import Derivations

/// Which numbers of a computation the lesson has written down before, so that somebody may have gone on with them as written.
struct StatedNumbers {
    /// One factor of the chain rule: the derivative of one number by another.
    struct Edge: Hashable {
        var place: Int
        var operand: Int
    }

    private(set) var forward: [Int: EarlierClaim] = [:]
    private(set) var backward: [Int: EarlierClaim] = [:]
    private(set) var factors: [Edge: EarlierClaim] = [:]
    /// Results that are written down rightly, also those that lose nothing by it.
    private(set) var settled: Set<Int> = []
    /// Numbers whose derivatives are written down rightly.
    private(set) var settledGradients: Set<Int> = []
    private let quantity: GraphQuantity

    /// - Parameter trusting: Of several claims about a number, take the last that is right; otherwise the last of all.
    init(_ claims: EarlierClaims, in quantity: GraphQuantity, trusting: Bool = true) {
        self.quantity = quantity
        guard !claims.isEmpty else { return }
        func claim(_ value: Double) -> EarlierClaim? {
            guard value != 0 else { return nil }
            let all = claims.about(value)
            guard let claim = trusting ? all.last(where: \.holds) ?? all.last : all.last else { return nil }
            return claim.written == value ? nil : claim
        }
        let graph = quantity.graph
        let isValue = if case .value = quantity.kind { true } else { false }
        for place in 0..<graph.count where graph.role(at: place) != .constant && !(isValue && place == quantity.place) {
            forward[place] = claim(graph.value(at: place))
            if claims.about(graph.value(at: place)).contains(where: \.holds) { settled.insert(place) }
        }
        guard let top = quantity.top else { return }
        let isUpdate = if case .updated = quantity.kind { true } else { false }
        var partials: [Edge: Double] = [:]
        var recording = Variation()
        recording.factor = { place, operand, partial in
            partials[Edge(place: place, operand: operand)] = partial
            return partial
        }
        let gradients = graph.gradients(of: top, at: graph.values(under: Variation()), under: recording)
        for place in gradients.indices where place != top && (isUpdate || place != quantity.place) {
            backward[place] = claim(gradients[place])
            if gradients[place] != 0, claims.about(gradients[place]).contains(where: \.holds) { settledGradients.insert(place) }
        }
        // A factor that is one of the numbers themselves is already taken as that.
        for (edge, partial) in partials where partial != 1 && backward[edge.operand] == nil {
            if edge.operand == quantity.place, edge.place == top { continue }
            factors[edge] = claim(partial)
        }
    }

    static func == (a: StatedNumbers, b: StatedNumbers) -> Bool {
        func texts<Key>(_ claims: [Key: EarlierClaim]) -> [Key: String] { claims.mapValues(\.text) }
        return texts(a.forward) == texts(b.forward) && texts(a.backward) == texts(b.backward)
            && texts(a.factors) == texts(b.factors)
    }

    var isEmpty: Bool { forward.isEmpty && backward.isEmpty && factors.isEmpty }

    /// The computation with these numbers as they were written.
    var variation: Variation {
        var variation = Variation()
        variation.forward = { forward[$0]?.written ?? $1 }
        variation.backward = { backward[$0]?.written ?? $1 }
        variation.factor = { factors[Edge(place: $0, operand: $1)]?.written ?? $2 }
        return variation
    }

    /// The same, and other results rounded: these places, or every single step.
    func variation(rounding rule: Rounding, only places: Set<Int>?) -> Variation {
        let stated = variation
        var variation = Variation()
        variation.forward = { place, value in
            forward[place]?.written ?? (places?.contains(place) ?? true ? rule(value) : value)
        }
        variation.backward = { place, value in
            backward[place]?.written ?? (places?.contains(place) ?? true ? rule(value) : value)
        }
        variation.factor = places == nil ? { factors[Edge(place: $0, operand: $1)]?.written ?? rule($2) } : stated.factor
        return variation
    }

    /// One of the numbers, and the way to leave it out.
    struct Stated {
        var name: String
        var claim: EarlierClaim
        /// Nothing but this number as written.
        var alone: StatedNumbers
        fileprivate var remove: (inout StatedNumbers) -> Void
    }

    func without(_ stated: Stated) -> StatedNumbers {
        var rest = self
        stated.remove(&rest)
        return rest
    }

    /// Each number alone, those without a name first, then in the order of computation: forward and back.
    var each: [Stated] {
        var list: [Stated] = []
        var empty = self
        (empty.forward, empty.backward, empty.factors) = ([:], [:], [:])
        for (place, claim) in forward.sorted(by: { $0.key < $1.key }) {
            var alone = empty
            alone.forward[place] = claim
            list.append(Stated(name: quantity.name(of: place), claim: claim, alone: alone) { $0.forward[place] = nil })
        }
        for (place, claim) in backward.sorted(by: { $0.key > $1.key }) {
            var alone = empty
            alone.backward[place] = claim
            let top = quantity.top.map(quantity.name(of:)) ?? ""
            let name = "∂\(top)/∂\(quantity.name(of: place))"
            list.append(Stated(name: name, claim: claim, alone: alone) { $0.backward[place] = nil })
        }
        for (edge, claim) in factors.sorted(by: { ($0.key.place, $0.key.operand) > ($1.key.place, $1.key.operand) }) {
            var alone = empty
            alone.factors[edge] = claim
            let name = "∂\(quantity.name(of: edge.place))/∂\(quantity.name(of: edge.operand))"
            list.append(Stated(name: name, claim: claim, alone: alone) { $0.factors[edge] = nil })
        }
        return list.filter { $0.name.contains(GraphQuantity.nameless) }
            + list.filter { !$0.name.contains(GraphQuantity.nameless) }
    }
}
