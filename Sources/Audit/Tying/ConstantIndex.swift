import Exhibits

/// What a lesson's own constants hold, by the names that its author gave them.
struct ConstantIndex {
    private var exact: [String: [LessonQuantity]] = [:]
    /// By the name without the case of what follows its first letter; what two names have in common there is nobody's.
    private var folded: [String: Set<String>] = [:]
    private var slopes: [String: [LessonQuantity]] = [:]
    private(set) var all: [LessonQuantity] = []

    init(_ numbers: [NamedNumber]) {
        for number in numbers {
            guard let quantity = LessonQuantity(number) else { continue }
            if case .value(let identity)? = number.meaning {
                // What has a place in a level is found by it.
                guard identity.kinds.isEmpty else { continue }
                for key in Set([identity.key, identity.indexedKey].map(NameKey.plain)) { add(quantity, as: key) }
            } else if let by = quantity.by {
                if case .gradient(let identity)? = number.meaning, !identity.kinds.isEmpty { continue }
                slopes[NameKey.plain(by), default: []].append(quantity)
            } else {
                let whole = NameKey.plain(quantity.path.joined())
                add(quantity, as: whole)
                if let last = quantity.path.last, quantity.path.count > 1, NameKey.plain(last) != whole {
                    add(quantity, as: NameKey.plain(last))
                }
            }
            all.append(quantity)
        }
    }

    private mutating func add(_ quantity: LessonQuantity, as key: String) {
        exact[key, default: []].append(quantity)
        folded[Self.folded(key), default: []].insert(key)
    }

    /// The numbers of a name; the case of a single letter is part of it.
    func numbers(named key: String) -> [LessonQuantity] {
        if let found = exact[key] { return found }
        guard key.count > 1, let names = folded[Self.folded(key)], names.count == 1, let name = names.first else { return [] }
        return exact[name] ?? []
    }

    private static func folded(_ key: String) -> String { key.prefix(1) + key.dropFirst().lowercased() }

    /// Derivatives by a name, of one quantity or of any.
    func slopes(of top: String?, by bottom: String) -> [LessonQuantity] {
        (slopes[bottom] ?? []).filter { quantity in
            guard let top, !quantity.path.isEmpty else { return true }
            return NameKey.plain(quantity.path.joined()) == top
        }
    }
}
