extension Formula {
    /// Without factors of 1, sums of one term, double signs and constants that multiply each other.
    var simplified: Formula {
        switch self {
        case .sum(let terms):
            let kept = terms.map(\.simplified).filter { $0 != .number(0) }
            return kept.isEmpty ? .number(0) : kept.count == 1 ? kept[0] : .sum(kept)
        case .product(let factors):
            return Self.product(of: factors.map(\.simplified))
        case .negation(let term):
            switch term.simplified {
            case .negation(let inner): return inner
            case .number(let value): return .number(-value)
            case let other: return .negation(other)
            }
        case .quotient(let a, let b):
            let (top, bottom) = (a.simplified, b.simplified)
            if bottom == .number(1) { return top }
            if case .negation(let inner) = top { return .negation(.quotient(inner, bottom)) }
            return .quotient(top, bottom)
        case .power(let base, 1): return base.simplified
        case .power(let base, let exponent): return .power(base.simplified, exponent)
        default: return self
        }
    }

    private var isReciprocal: Bool {
        if case .quotient(.number(1), _) = self { true } else { false }
    }

    private static func product(of factors: [Formula]) -> Formula {
        var constant = 1.0
        var kept: [Formula] = []
        func take(_ factor: Formula) {
            switch factor {
            case .number(let value): constant *= value
            case .negation(let inner):
                constant = -constant
                take(inner)
            case .product(let inner): inner.forEach(take)
            default: kept.append(factor)
            }
        }
        factors.forEach(take)
        if kept.isEmpty || constant == 0 { return .number(constant) }
        // y · 1/a is written y/a.
        if kept.count > 1, let place = kept.firstIndex(where: \.isReciprocal), case .quotient(_, let bottom) = kept[place] {
            kept.remove(at: place)
            let top = Self.product(of: [.number(constant)] + kept)
            if case .negation(let inner) = top { return .negation(.quotient(inner, bottom)) }
            return .quotient(top, bottom)
        }
        let magnitude = abs(constant)
        if magnitude != 1 { kept.insert(.number(magnitude), at: 0) }
        let product = kept.count == 1 ? kept[0] : Formula.product(kept)
        return constant < 0 ? .negation(product) : product
    }
}
