import Exhibits

/// A formula as somebody would write it: how a named number comes out of others, or the derivative of that.
indirect enum Formula: Hashable, Sendable {
    /// A named number of the graph, or a given one.
    case atom(Int)
    case number(Double)
    /// A number that was computed before, printed with the page's digits.
    case computed(Double)
    /// A number that was given, though not in the graph.
    case given(Double)
    /// A number as a reader sees it.
    case printed(PrintedNumber)
    case sum([Formula])
    case product([Formula])
    case quotient(Formula, Formula)
    case power(Formula, Double)
    case negation(Formula)
    case function(ScalarFunction, Formula)
    /// f′(x) where the derivative has no short form.
    case slope(ScalarFunction, Formula)
    case ownFunction(CustomFunction, Formula)
    case ownSlope(CustomFunction, Formula)
    case opaque(OpaqueFunction, [Formula])
    /// Its slope by the operand with this number.
    case opaqueSlope(OpaqueFunction, Int, [Formula])
    case maximum([Formula])
    case minimum([Formula])
    /// e^{zᵢ} / Σ e^{zⱼ}
    case softmax(Int, [Formula])
    /// A bias, which slides write as multiplied by the input 1.
    case bias(Formula)

    /// The value for given values of the atoms.
    func value(_ values: [Double]) -> Double {
        switch self {
        case .atom(let node): values[node]
        case .number(let number), .computed(let number), .given(let number): number
        case .printed(let number): number.value
        case .sum(let terms): terms.reduce(0) { $0 + $1.value(values) }
        case .product(let factors): factors.reduce(1) { $0 * $1.value(values) }
        case .quotient(let a, let b): a.value(values) / b.value(values)
        case .power(let base, let exponent): Operation.power(exponent).value([base.value(values)])
        case .negation(let term): -term.value(values)
        case .function(let function, let x): function(x.value(values))
        case .slope(let function, let x): function.derivative(at: x.value(values), value: function(x.value(values)))
        case .ownFunction(let function, let x): function.value(x.value(values))
        case .ownSlope(let function, let x): function.slope(x.value(values), function.value(x.value(values)))
        case .opaque(let function, let terms): function.value(terms.map { $0.value(values) })
        case .opaqueSlope(let function, let k, let terms): function.slope(k, at: terms.map { $0.value(values) })
        case .maximum(let terms): terms.map { $0.value(values) }.max() ?? .nan
        case .minimum(let terms): terms.map { $0.value(values) }.min() ?? .nan
        case .softmax(let index, let terms):
            Operation.softmax(index: index, first: 0).value(terms.map { $0.value(values) })
        case .bias(let term): term.value(values)
        }
    }
}

extension Formula {
    /// What the value would be at most if nothing in it cancelled: a value far below that is what rounding left.
    ///
    /// A complement 1 − y, as in the slopes of sigmoid and tanh, is as small as y says: a saturated neuron is no residue.
    func size(_ values: [Double]) -> Double {
        switch self {
        case .sum(let terms) where terms.count == 2 && terms[0] == .number(1): abs(value(values))
        case .sum(let terms): terms.reduce(0) { $0 + $1.size(values) }
        case .product(let factors): factors.reduce(1) { $0 * $1.size(values) }
        case .quotient(let a, let b): a.size(values) / abs(b.value(values))
        case .negation(let term), .bias(let term): term.size(values)
        default: abs(value(values))
        }
    }
}

extension ScalarGraph {
    /// How a node is computed, in terms of named numbers.
    func formula(of node: Int) -> Formula {
        let content = nodes[node]
        guard content.operation != .given else { return operand(node) }
        let parts = content.operands.map(operand)
        switch content.operation {
        case .given: return operand(node)
        case .sum: return .sum(parts)
        case .difference: return .sum([parts[0], .negation(parts[1])])
        case .product: return .product(parts)
        case .quotient: return .quotient(parts[0], parts[1])
        case .negation: return .negation(parts[0])
        case .power(let exponent): return .power(parts[0], exponent)
        case .function(.identity): return parts[0]
        case .function(let function): return .function(function, parts[0])
        case .custom(let function): return .ownFunction(function, parts[0])
        case .opaque(let function): return .opaque(function, parts)
        case .maximum: return .maximum(parts)
        case .minimum: return .minimum(parts)
        case .softmax(let index, _): return .softmax(index, parts)
        case .weightedSum(let pairs):
            let products = (0..<pairs).map { Formula.product([parts[2 * $0], parts[2 * $0 + 1]]) }
            return .sum(products + parts[(2 * pairs)...].map(Formula.bias))
        // Only ever differentiated: what has no value isn't written down.
        case .known(let slopes): return .sum(zip(slopes, parts).map { .product([.given($0), $1]) })
        }
    }

    /// An operand by its name, or its own formula when it has none.
    private func operand(_ node: Int) -> Formula {
        if isNamed(node) { return .atom(node) }
        return nodes[node].operation == .given
            ? (nodes[node].role == .constant ? .number(values[node]) : .atom(node)) : formula(of: node)
    }
}
