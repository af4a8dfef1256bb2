import Claims

/// What the notes give names to.
struct SymbolTable {
    struct Definition {
        var literal: Literal
        var section: Int
    }

    private var definitions: [String: [Definition]] = [:]

    mutating func define(_ name: String, _ literal: Literal, section: Int) {
        definitions[name, default: []].append(Definition(literal: literal, section: section))
    }

    func holds(_ name: String) -> Bool { definitions[name] != nil }

    /// The one value of a name: nil where it has none or several. A letter alone is known in its own section only.
    func literal(of name: String, in section: Int) -> Literal? {
        guard var all = definitions[name] else { return nil }
        let isLetter = !name.contains("_") && !name.contains("^") && (name.count == 1 || name.hasPrefix("\\"))
        if isLetter { all = all.filter { $0.section == section } }
        guard let first = all.first?.literal else { return nil }
        var best = first
        for other in all.dropFirst().map(\.literal) {
            guard other.entries.count == first.entries.count else { return nil }
            for (a, b) in zip(first.entries, other.entries) {
                // What is chosen isn't rounded: 0.15 and 0.2 are two weights.
                if Self.isParameter(name), a.number.value != b.number.value { return nil }
                let (left, right) = (Interval(rounded: a.number), Interval(rounded: b.number))
                guard left.low <= right.high, right.low <= left.high else { return nil }
            }
            // Of two roundings the longer one says more.
            if let a = best.entries.first?.number.place, let b = other.entries.first?.number.place, b < a { best = other }
        }
        return best
    }

    /// Names that notes give to what is chosen, not computed: inputs, weights, targets, rates.
    static func isParameter(_ name: String) -> Bool {
        let base = name.drop { $0 == "\\" }.prefix { $0.isLetter }
        return parameters.contains(String(base))
    }

    private static let parameters: Set<String> = [
        "w", "W", "b", "B", "x", "X", "i", "t", "T", "y", "Y", "eta", "alpha", "lambda", "theta", "Theta", "U", "V", "beta",
        "gamma",
        "epsilon", "varepsilon", "n", "N", "m", "k", "K", "lr", "target", "input", "bias", "weight", "rate", "tau", "u", "v",
        "rho",
    ]
}
