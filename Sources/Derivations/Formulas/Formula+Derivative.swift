import Networks

extension Formula {
    /// The derivative with respect to one atom, simplified; `nil` where it is 0.
    ///
    /// - Parameter result: The node this formula computes: e^x, σ(x), tanh x and softmax have derivatives in terms of it.
    func derivative(by atom: Int, result: Int?, in graph: ScalarGraph) -> Formula? {
        raw(by: atom, result: result, in: graph).map(\.simplified)
    }

    private func raw(by atom: Int, result: Int?, in graph: ScalarGraph) -> Formula? {
        switch self {
        case .atom(let node): return node == atom ? .number(1) : nil
        case .number, .computed, .given, .printed, .slope, .ownSlope, .opaqueSlope: return nil
        case .sum(let terms):
            let slopes = terms.compactMap { $0.raw(by: atom, result: nil, in: graph) }
            return slopes.isEmpty ? nil : slopes.count == 1 ? slopes[0] : .sum(slopes)
        case .product(let factors):
            let terms: [Formula] = factors.indices.compactMap { k in
                guard let slope = factors[k].raw(by: atom, result: nil, in: graph) else { return nil }
                var others = factors
                others[k] = slope
                return .product(others)
            }
            return terms.isEmpty ? nil : terms.count == 1 ? terms[0] : .sum(terms)
        case .quotient(let a, let b):
            let top = a.raw(by: atom, result: nil, in: graph).map { Formula.quotient($0, b) }
            let bottom = b.raw(by: atom, result: nil, in: graph).map {
                Formula.negation(.quotient(.product([a, $0]), .power(b, 2)))
            }
            let terms = [top, bottom].compactMap { $0 }
            return terms.isEmpty ? nil : terms.count == 1 ? terms[0] : .sum(terms)
        case .power(let base, let exponent):
            return base.raw(by: atom, result: nil, in: graph).map {
                .product([.number(exponent), exponent == 2 ? base : .power(base, exponent - 1), $0])
            }
        case .negation(let term):
            return term.raw(by: atom, result: nil, in: graph).map { .negation($0) }
        case .function(let function, let x):
            let own = result.map(Formula.atom) ?? self
            return x.raw(by: atom, result: nil, in: graph).map {
                .product([function.slope(at: x, result: own, value: x.value(graph.values)), $0])
            }
        case .ownFunction(let function, let x):
            return x.raw(by: atom, result: nil, in: graph).map { .product([.ownSlope(function, x), $0]) }
        case .opaque(let function, let terms):
            let slopes = terms.indices.filter { terms[$0] == .atom(atom) }.map { Formula.opaqueSlope(function, $0, terms) }
            return slopes.isEmpty ? nil : slopes.count == 1 ? slopes[0] : .sum(slopes)
        case .maximum(let terms), .minimum(let terms):
            let value = self.value(graph.values)
            guard let chosen = terms.first(where: { $0.value(graph.values) == value }) else { return nil }
            return chosen.raw(by: atom, result: nil, in: graph)
        case .softmax(let index, let terms):
            guard let place = terms.firstIndex(of: .atom(atom)) else { return nil }
            let own = result.map(Formula.atom) ?? self
            if place == index { return .product([own, .sum([.number(1), .negation(own)])]) }
            let other = result.flatMap { graph.sibling(of: $0, place) }.map(Formula.atom) ?? .softmax(place, terms)
            return .negation(.product([own, other]))
        case .bias(let term): return term.raw(by: atom, result: nil, in: graph)
        }
    }
}

extension ScalarFunction {
    /// f′ as it is written on a board: with the function's own result where that is shorter.
    func slope(at x: Formula, result y: Formula, value: Double) -> Formula {
        switch self {
        case .exp: y
        case .log: .quotient(.number(1), x)
        case .sin: .function(.cos, x)
        case .cos: .negation(.function(.sin, x))
        case .tanh: .sum([.number(1), .negation(.power(y, 2))])
        case .sqrt: .quotient(.number(1), .product([.number(2), y]))
        case .sigmoid: .product([y, .sum([.number(1), .negation(y)])])
        case .softplus: .function(.sigmoid, x)
        case .relu: .number(value > 0 ? 1 : 0)
        case .leakyReLU(let slope): .number(value > 0 ? 1 : slope)
        case .abs: .number(value > 0 ? 1 : value < 0 ? -1 : 0)
        case .hardSigmoid(let slope): .number(Swift.abs(slope * value) < 0.5 ? slope : 0)
        case .step, .stepPretending(.zero): .number(0)
        case .stepPretending(.straightThrough): .number(1)
        case .stepPretending(.window(let limit)): .number(Swift.abs(value) <= limit ? 1 : 0)
        case .stepPretending(.sigmoid(let steepness)): Self.pretended(.product([.number(steepness), x]), steepness)
        case .identity: .number(1)
        case .elu(let alpha): value > 0 ? .number(1) : .sum([y, .number(alpha)])
        case .selu: value > 0 ? .number(Self.seluScale) : .sum([y, .number(Self.seluScale * Self.seluAlpha)])
        case .softsign: .quotient(.number(1), .power(.sum([.number(1), .function(.abs, x)]), 2))
        case .silu, .gelu, .geluTanh, .mish: .slope(self, x)
        }
    }

    /// k σ(kz) (1 − σ(kz))
    private static func pretended(_ inner: Formula, _ steepness: Double) -> Formula {
        let sigma = Formula.function(.sigmoid, inner)
        return .product([.number(steepness), sigma, .sum([.number(1), .negation(sigma)])])
    }
}

extension ScalarGraph {
    /// The named result with number `place` of the softmax that `node` is a result of.
    func sibling(of node: Int, _ place: Int) -> Int? {
        guard case .softmax(let index, let first) = nodes[node].operation else { return nil }
        let operands = nodes[node].operands
        func fits(_ other: Int) -> Bool {
            guard nodes.indices.contains(other), nodes[other].operands == operands,
                case .softmax(place, _) = nodes[other].operation
            else { return false }
            return isNamed(other)
        }
        if first >= 0 { return fits(node - index + place) ? node - index + place : nil }
        return nodes.indices.first(where: fits)
    }
}
