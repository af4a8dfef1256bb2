import Exhibits

extension Reference {
    /// What a search found.
    public enum Answer: Sendable {
        /// A whole chapter.
        case topic(Topic)
        /// Declarations of one name.
        case entries([Entry])
        /// What another library has under that name and Lectern another way.
        case otherWay(OtherWay)
        /// Nothing of that name; what speaks of it, best first.
        case mentioned([Entry])
        /// Nothing of that name; what is spelt nearly alike, best first.
        case unknown(nearest: [String])
    }

    /// Finds what `words` name: a chapter, a chapter and a name in it, or a name, as Lectern, Keras or PyTorch spell it.
    public func answer(to words: [String]) -> Answer {
        // A loss is a loss function.
        let plain = words.filter { !["function", "functions"].contains($0.lowercased()) }
        let words = plain.isEmpty ? words : plain
        guard let last = words.last else { return .unknown(nearest: []) }
        let topic = words.first.flatMap(Topic.named)
        // `layer` is the chapter, `Layer` the protocol.
        if words.count == 1, let topic, last == last.lowercased() { return .topic(topic) }
        let name = topic == nil || words.count == 1 ? words.joined(separator: ".") : words.dropFirst().joined(separator: ".")
        var entries = found(name, in: words.count > 1 ? topic : nil)
        // `plot loss` is asked of plots: what speaks of both comes before what is called so elsewhere.
        if entries.isEmpty, topic != nil, words.count > 1 {
            let mentioned = mentioning(words)
            if !mentioned.isEmpty { return .mentioned(mentioned) }
        }
        if entries.isEmpty { entries = found(name, in: nil) }
        // `keras.layers.Dense` is `layers.Dense`.
        if entries.isEmpty, let last = name.split(separator: ".").last, isLibrary(name) {
            entries = found(String(last), in: nil)
        }
        let short = name.split(separator: ".").last.map(String.init) ?? name
        // `Input` is Keras' layer, whatever has a member `input`.
        if words.count == 1, let way = OtherWay.meant(by: short), way.names.contains(where: { $0.shortName == short }),
            !entries.contains(where: { $0.name == short || $0.comment.elsewhere.contains { $0.shortName == short } })
        {
            return .otherWay(way)
        }
        if !entries.isEmpty { return .entries(entries) }
        if let way = OtherWay.meant(by: name) ?? OtherWay.meant(byLabel: name) { return .otherWay(way) }
        // Of several words the last one alone isn't meant.
        if words.count == 1, let way = OtherWay.meant(by: short) ?? OtherWay.meant(byLabel: short) { return .otherWay(way) }
        let mentioned = mentioning(words)
        return mentioned.isEmpty ? .unknown(nearest: nearest(to: name)) : .mentioned(mentioned)
    }

    /// The declarations called so by Lectern, then those that other libraries call so: `Sequential` is a block here and a
    /// model in Keras.
    public func found(_ name: String, in topic: Topic?) -> [Entry] {
        let wanted = Self.plain(name)
        guard !wanted.isEmpty else { return [] }
        let candidates = entries.filter { topic == nil || $0.topic == topic }
        let all = candidates.filter { $0.kind != .initializer && [$0.title, $0.name].map(Self.plain).contains(wanted) }
        // `Network.diagram` is the member and not the type `NetworkDiagram`.
        let exact = name.contains(".") ? all.filter { $0.title.lowercased() == name.lowercased() } : []
        let named = exact.isEmpty ? all : exact
        let types = named.filter { $0.kind == .type && Self.plain($0.title) == wanted }
        let own = (types.isEmpty ? oncePerProtocol(named) : types).enumerated()
            .sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }.map(\.element)
        let elsewhere = candidates.filter { entry in
            entry.comment.elsewhere.contains { $0.isMeant(by: wanted) }
        }
        return own + elsewhere.filter { !own.contains($0) }
    }

    /// What is written by itself or after a point, such as losses, is meant before members, and these before types within types.
    private static func rank(_ entry: Entry) -> Int {
        if entry.path.count == 1 { return 0 }
        if !entry.comment.example.isEmpty { return 0 }
        return entry.kind == .type ? 2 : 1
    }

    /// What may be meant by a name.
    enum Scope {
        case all
        case members(of: String)
        /// What is written without anything before it.
        case standing

        var isStanding: Bool { if case .standing = self { true } else { false } }

        func holds(_ entry: Entry) -> Bool {
            switch self {
            case .all: true
            case .members(let owner): entry.path.first == owner
            case .standing: entry.path.count == 1
            }
        }
    }

    /// Up to `most` titles that are spelt nearly like `name`, or contain it, best first.
    func nearest(to name: String, of scope: Scope = .all, most: Int = 5) -> [String] {
        let wanted = Array(Self.plain(name))
        guard !wanted.isEmpty, wanted.count <= 60 else { return [] }
        // `x`, `net` and `pass` are names of the author's own rather than half of a type's.
        let within = if case .standing = scope { wanted.count >= 5 } else { true }
        let words = NameWords(name)
        var best: [String: Int] = [:]
        for entry in entries where scope.holds(entry) {
            guard entry.kind != .initializer, !entry.comment.isEmpty else { continue }
            let foreign = entry.comment.elsewhere.map { String($0.shortName) }
            let distances =
                [Self.distance(wanted, to: entry.name, orWithin: within)]
                + foreign.map { Self.distance(wanted, to: $0, orWithin: false) }
                + [Self.distance(words, to: NameWords(entry.name), mayBeOne: within && !scope.isStanding)]
            guard let distance = distances.compactMap(\.self).min() else { continue }
            best[entry.title] = min(best[entry.title] ?? .max, distance)
        }
        return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(most).map(\.key)
    }

    /// How far two names are apart in their words; nil when one has a word that the other has not.
    /// - Parameter mayBeOne: Whether a single common word is enough: `my_mean` may well be an author's own.
    private static func distance(_ a: NameWords, to b: NameWords, mayBeOne: Bool) -> Int? {
        guard let surplus = a.surplus(over: b), surplus == 0 || mayBeOne || b.words.count > 1 else { return nil }
        return 1 + surplus
    }

    /// What every type has that a protocol asks for is told once, by the protocol's, behind what stands for itself.
    private func oncePerProtocol(_ named: [Entry]) -> [Entry] {
        let protocols = Set(named.compactMap { entry in named.contains { $0.path[0] == entry.fulfils } ? entry.fulfils : nil })
        let kept = named.filter { entry in entry.fulfils.map { !protocols.contains($0) } ?? true }
        return kept.filter { !protocols.contains($0.path[0]) } + kept.filter { protocols.contains($0.path[0]) }
    }

    /// Whether the first part of a name is another library, or the first part of what one calls something: `activations` of
    /// `activations.relu`.
    func isLibrary(_ name: String) -> Bool {
        guard let first = name.split(separator: ".").first.map(String.init) else { return false }
        return ForeignName.libraries.contains(first)
            || entries.contains { $0.comment.elsewhere.contains { $0.name.hasPrefix(first + ".") } }
    }

    /// The declarations of a type, in the order of their names.
    public func members(of type: Entry) -> [Entry] {
        entries.filter { $0.path.count == type.path.count + 1 && Array($0.path.dropLast()) == type.path }
    }

    /// What a type of the lesson's own has to have, to be what a protocol asks for.
    func requirements(of name: String) -> [Entry] {
        entries.filter { $0.isRequired && $0.path.count == 2 && $0.path[0] == name }
    }

    /// The titles of what has an argument of this label, however it is written.
    func takers(of label: String) -> [String] {
        let wanted = Self.plain(label)
        guard !wanted.isEmpty else { return [] }
        let takers = entries.filter { entry in
            !entry.comment.isEmpty
                && (entry.path.last ?? "").split { "(:".contains($0) }.dropFirst().contains { Self.plain(String($0)) == wanted }
        }
        var seen: Set<String> = []
        return takers.map(\.title).filter { seen.insert($0).inserted }
    }

    /// Letters and digits alone, in lower case: `categorical_crossentropy` is `categoricalCrossEntropy`.
    static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// How far two names are apart; nil when they have nothing to do with each other.
    /// - Parameter within: Whether a longer name that contains the first one counts too.
    private static func distance(_ a: [Character], to name: String, orWithin within: Bool) -> Int? {
        let b = Array(plain(name))
        let limit = max(1, min(3, a.count / 3))
        if within, a.count >= 3, b.count > a.count, b.count <= 3 * a.count + 8, String(b).contains(String(a)) {
            return limit + 1
        }
        guard abs(a.count - b.count) <= limit else { return nil }
        let distance = EditDistance.of(a, b)
        return distance <= limit ? distance : nil
    }
}
