import Exhibits

/// What quantities are called in words: “the output of h1”, “MSE”, “the hidden error”.
struct SpokenNames {
    /// Words of which each has to stand near a number; of each, any of several will do.
    struct Name {
        var words: [[String]]
        var candidates: [QuantityIndex.Candidate]
        /// Whether they are different quantities, one for each unit of a level.
        var isOfSeveral = false
        var spelling: String { words.compactMap(\.first).joined(separator: " ") }
    }

    private var names: [Name] = []
    private var byFirst: [String: [Int]] = [:]

    init(_ constants: ConstantIndex, _ index: QuantityIndex) {
        var groups: [[String]: (order: Int, numbers: [NamedNumber])] = [:]
        for quantity in constants.all {
            let slope = quantity.by.map { ["gradient"] + NameKey.words($0) } ?? []
            for path in [quantity.path, Array(quantity.path.dropFirst())] {
                let words = path.flatMap(NameKey.words) + slope
                guard Self.areTelling(words),
                    path.count == quantity.path.count || words.count > 1 || (words.first?.count ?? 0) > 3
                else { continue }
                let order = groups.count
                groups[words, default: (order, [])].numbers.append(quantity.number)
            }
        }
        for (words, group) in groups.sorted(by: { $0.value.order < $1.value.order }) {
            add(words.map { Self.alike[$0] ?? [$0] }, group.numbers)
        }
        for number in index.numbers { addQuantity(number, index) }
        addGivens(index)
        addAnswers(index)
    }

    /// “The targets 0.01 and 0.99”: all that a network is given of one kind, in their order.
    private mutating func addGivens(_ index: QuantityIndex) {
        for (kind, words) in [
            (QuantityIdentity.Kind.target, ["target", "label", "zielwert", "ziel", "cible", "objetivo"]),
            (.input, ["input", "eingabe", "eingang", "entrée", "entrada"]),
        ] {
            var found: [NamedNumber] = []
            for number in index.numbers {
                guard case .value(let identity)? = number.meaning, identity.kinds.contains(kind),
                    !found.contains(where: { $0.meaning == number.meaning })
                else { continue }
                found.append(number)
            }
            if !found.isEmpty { add([words], found) }
        }
    }

    /// “The network answers 0.2257 and −0.5541”: any of its outputs.
    private mutating func addAnswers(_ index: QuantityIndex) {
        guard (index.units[index.last] ?? 0) > 1 else { return }
        let found = index.numbers.filter { number in
            guard case .value(let identity)? = number.meaning else { return false }
            return identity.kinds.contains(.output) && identity.level == index.last
        }
        add([Self.answers + ["output"]], found)
        names[names.count - 1].isOfSeveral = true
    }

    private static let answers = ["prediction", "probability", "answer"]

    /// Single letters are names, no words.
    private static func areTelling(_ words: [String]) -> Bool {
        let long = words.count { $0.count > 2 && $0.contains(where: \.isLetter) }
        return long > (words.contains { $0.count == 1 && $0 >= "a" } ? 1 : 0)
    }

    private mutating func add(_ words: [[String]], _ numbers: [NamedNumber]) {
        for word in words.first ?? [] { byFirst[word, default: []].append(names.count) }
        names.append(Name(words: words, candidates: numbers.map { QuantityIndex.Candidate(number: $0) }))
    }

    private static let alike: [String: [String]] = [
        "gradient": ["gradient", "derivative", "slope"], "loss": ["loss", "cost", "error"],
        "updated": ["updated", "new", "after"], "new": ["new", "updated", "after"], "output": ["output", "activation"],
    ]
    private static let ordinals = ["first", "second", "third", "fourth", "fifth"]

    private mutating func addQuantity(_ number: NamedNumber, _ index: QuantityIndex) {
        switch number.meaning {
        case .value(let identity)?:
            for what in Self.words(for: identity, last: index.last) { addPlace(what, identity, number, index) }
        case .gradient(let identity)? where !identity.kinds.isDisjoint(with: [.weight, .bias]):
            let indexed = identity.indexedKey.lowercased().filter { !"_(){}".contains($0) }
            add([["gradient", "derivative", "slope"], [identity.key.lowercased(), indexed]], [number])
        case .gradient(let identity)? where identity.kinds.contains(.sum):
            addPlace(["error", "delta"], identity, number, index)
        default: break
        }
    }

    private static func words(for identity: QuantityIdentity, last: Int) -> [[String]] {
        var words: [[String]] = []
        if identity.kinds.contains(.loss) { words.append(["loss", "error", "cost"]) }
        if identity.kinds.contains(.output), identity.level != 0 {
            words.append(["output", "activation", "value"] + (identity.level == last ? answers : []))
        }
        if identity.kinds.contains(.sum) { words.append(["net", "sum", "input", "logit", "score"]) }
        return words
    }

    /// Which unit of which level: h1, “the first hidden unit”, and nothing where there is only one.
    private mutating func addPlace(
        _ what: [String], _ identity: QuantityIdentity, _ number: NamedNumber, _ index: QuantityIndex
    ) {
        guard let level = identity.level, let unit = identity.unit else { return add([what], [number]) }
        let isLast = level == index.last
        let count = index.units[level] ?? 0
        let kind = isLast ? ["output"] : ["hidden"]
        let own = identity.key.split(separator: "_").last.map { $0.lowercased() } ?? ""
        if own.count > 1 { add([what, [own]], [number]) }
        if count == 1 { add(isLast ? [what] : [what, kind], [number]) }
        if count == 1, isLast { add([what, kind], [number]) }
        if Self.ordinals.indices.contains(unit - 1), count > 1 { add([what, kind, [Self.ordinals[unit - 1]]], [number]) }
        // “hidden 2”, “hidden unit 2”: what the number counts says nothing else of it.
        let others = what.filter { !kind.contains($0) }
        guard count > 1, !others.isEmpty else { return }
        add([others, kind.map { WordsBeside.counted($0, unit) }], [number])
        add([others, kind, ["unit", "neuron", "node"].map { WordsBeside.counted($0, unit) }], [number])
    }

    /// The names whose words all stand beside a number, the most telling and nearest first.
    func names(beside words: WordsBeside) -> [Name] {
        var found: [(score: Int, near: Int, distance: Int, order: Int)] = []
        var seen: Set<Int> = []
        for word in Set(words.near.keys).union(words.above) {
            for order in byFirst[word] ?? [] where seen.insert(order).inserted {
                let distances = names[order].words.map { alternatives in alternatives.compactMap { words.near[$0] }.min() }
                let isThere = zip(distances, names[order].words).allSatisfy { distance, alternatives in
                    distance != nil || alternatives.contains { words.above.contains($0) }
                }
                let near = distances.compactMap { $0 }
                guard isThere, let farthest = near.max() else { continue }
                found.append((names[order].words.count, near.count, farthest, order))
            }
        }
        // Words of the sentence say more than those of the heading above.
        return found.sorted {
            ($1.score, $1.near, $0.distance, $0.order) < ($0.score, $0.near, $1.distance, $1.order)
        }.map { names[$0.order] }
    }
}
