extension Formula {
    /// The formula with each of its atoms and numbers replaced.
    func mapLeaves(_ change: (Formula) -> Formula) -> Formula {
        func all(_ terms: [Formula]) -> [Formula] { terms.map { $0.mapLeaves(change) } }
        func one(_ term: Formula) -> Formula { term.mapLeaves(change) }
        return switch self {
        case .atom, .number, .computed, .given, .printed: change(self)
        case .sum(let terms): .sum(all(terms))
        case .product(let factors): .product(all(factors))
        case .quotient(let a, let b): .quotient(one(a), one(b))
        case .power(let base, let exponent): .power(one(base), exponent)
        case .negation(let term): .negation(one(term))
        case .function(let function, let x): .function(function, one(x))
        case .slope(let function, let x): .slope(function, one(x))
        case .ownFunction(let function, let x): .ownFunction(function, one(x))
        case .ownSlope(let function, let x): .ownSlope(function, one(x))
        case .opaque(let function, let terms): .opaque(function, all(terms))
        case .opaqueSlope(let function, let k, let terms): .opaqueSlope(function, k, all(terms))
        case .maximum(let terms): .maximum(all(terms))
        case .minimum(let terms): .minimum(all(terms))
        case .softmax(let index, let terms): .softmax(index, all(terms))
        case .bias(let term): .bias(one(term))
        }
    }

    /// Whether a name stands in it, so that its numbers are another line.
    var hasNames: Bool {
        var found = false
        _ = mapLeaves { leaf in
            if case .atom = leaf { found = true }
            return leaf
        }
        return found
    }

    /// Whether it is written with dots for some of its terms, where sums of more than `longest` terms are shortened.
    func isShortened(longest: Int) -> Bool {
        switch self {
        case .atom, .number, .computed, .given, .printed: false
        case .product(let parts), .maximum(let parts), .minimum(let parts): parts.contains { $0.isShortened(longest: longest) }
        case .sum(let parts), .opaque(_, let parts), .opaqueSlope(_, _, let parts), .softmax(_, let parts):
            parts.count > longest || parts.contains { $0.isShortened(longest: longest) }
        case .quotient(let a, let b): a.isShortened(longest: longest) || b.isShortened(longest: longest)
        case .power(let term, _), .negation(let term), .function(_, let term), .slope(_, let term),
            .ownFunction(_, let term), .ownSlope(_, let term), .bias(let term):
            term.isShortened(longest: longest)
        }
    }
}
