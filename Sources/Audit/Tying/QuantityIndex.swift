import Exhibits

/// What a lesson computed, by what it is.
struct QuantityIndex {
    /// A quantity that a name may mean.
    struct Candidate: Hashable {
        var number: NamedNumber
        /// −1 where the notes' quantity is minus this one.
        var sign = 1.0
        /// Whether the heading above the number says that this one is meant, of several of its name.
        var isOfHeading = false

        var value: Double { sign * number.value }
        var expression: String { sign < 0 ? "-" + number.expression : number.expression }
    }

    private struct Place: Hashable {
        var kind: QuantityIdentity.Kind
        var level: Int?
        var unit: Int?
        var from: Int?
    }

    private struct Pair: Hashable {
        var top: String
        var bottom: String
    }

    private(set) var numbers: [NamedNumber]
    private var values: [String: [NamedNumber]] = [:]
    private var gradients: [String: [NamedNumber]] = [:]
    private var partials: [Pair: [NamedNumber]] = [:]
    /// Without underscores: `neth1`.
    private var spelled: [String: [QuantityIdentity]] = [:]
    private var places: [Place: [QuantityIdentity]] = [:]
    /// How many units each level has.
    private(set) var units: [Int: Int] = [:]

    init(_ numbers: [NamedNumber]) {
        self.numbers = numbers
        var known: Set<String> = []
        func learn(_ identity: QuantityIdentity) {
            guard known.insert(identity.key).inserted else { return }
            for name in Set([identity.key, identity.indexedKey]) { spelled[Self.plain(name), default: []].append(identity) }
            for kind in identity.kinds {
                places[Place(kind: kind, level: identity.level, unit: identity.unit, from: identity.from), default: []]
                    .append(identity)
            }
            if let level = identity.level, let unit = identity.unit { units[level] = max(units[level] ?? 0, unit) }
            if let level = identity.level, let from = identity.from { units[level - 1] = max(units[level - 1] ?? 0, from) }
        }
        for number in numbers {
            switch number.meaning {
            case .value(let identity)?:
                learn(identity)
                values[identity.key, default: []].append(number)
            case .gradient(let identity)?:
                learn(identity)
                gradients[identity.key, default: []].append(number)
            case .partial(let top, let bottom)?:
                learn(top)
                learn(bottom)
                partials[Pair(top: top.key, bottom: bottom.key), default: []].append(number)
            case nil: break
            }
        }
    }

    static func plain(_ name: String) -> String { name.filter { $0 != "_" } }

    /// The level of the outputs.
    var last: Int { units.keys.max() ?? 0 }

    func named(_ name: String) -> [QuantityIdentity] { spelled[name] ?? [] }

    func at(_ kind: QuantityIdentity.Kind, level: Int? = nil, unit: Int? = nil, from: Int? = nil) -> [QuantityIdentity] {
        places[Place(kind: kind, level: level, unit: unit, from: from)] ?? []
    }

    func values(of identity: QuantityIdentity) -> [NamedNumber] { values[identity.key] ?? [] }

    func gradients(by identity: QuantityIdentity) -> [NamedNumber] {
        gradients[identity.key] ?? []
    }

    func partials(of top: QuantityIdentity, by bottom: QuantityIdentity) -> [NamedNumber] {
        if top.kinds.contains(.loss) { return gradients(by: bottom) }
        return partials[Pair(top: top.key, bottom: bottom.key)] ?? []
    }
}
