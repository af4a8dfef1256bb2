import Derivations
import Exhibits
import Networks

/// Follows plain expressions through the constants that a lesson's cells left, as the compiled expression would.
///
/// It answers only where the static types are known and nothing can go wrong: an unknown name, a wrong type or an index out of
/// range gives nil, and the expression is compiled after all, for the compiler's message or the library's.
struct Follower {
    /// A constant with the type it was declared with.
    struct Constant {
        var value: Any
        var type: Any.Type

        /// Whether its members are those of its value: it is no protocol's, no superclass's and no optional's.
        var isPlain: Bool { Swift.type(of: value) == type && !(type is any Absentable.Type) }
    }

    let constants: [String: Constant]
    /// Networks taken apart, so that a hundred claims about one of them take it apart once; passes remember theirs.
    private var graphs: [PlainExpression: ScalarGraph] = [:]

    init(_ constants: [String: Constant]) { self.constants = constants }

    /// What the expression comes to; nil when that is left to the compiler.
    mutating func value(of expression: PlainExpression) -> Any? {
        if case .name(let name) = expression { return constants[name]?.value }
        guard let found = number(expression) else { return nil }
        return switch found {
        case .value(let value): value
        // A literal alone is an Int or a Double by itself.
        case .integer(let value): value
        case .decimal(let value): value
        }
    }

    /// A value, or a literal that takes the type of its neighbour.
    private enum Found {
        case value(Any)
        case integer(Int)
        case decimal(Double)
    }

    private mutating func number(_ expression: PlainExpression) -> Found? {
        switch expression {
        case .integer(let value): .integer(value)
        case .decimal(let value): .decimal(value)
        case .text(let text): .value(text)
        case .name(let name): constants[name].flatMap { $0.isPlain ? .value($0.value) : nil }
        case .negated(let inner):
            switch number(inner) {
            case .value(let value as Double): .value(-value)
            case .value(let value as Scalar): .value(-value)
            default: nil
            }
        case .combined(let left, let sign, let right): combined(left, sign, right)
        case .function: nil
        case .member(let base, let name): member(name, of: base).map(Found.value)
        case .call(let base, let name, let arguments): call(name, of: base, arguments).map(Found.value)
        case .element(let base, let index): element(of: base, at: index).map(Found.value)
        }
    }

    private mutating func combined(
        _ left: PlainExpression, _ sign: PlainExpression.Operator, _ right: PlainExpression
    ) -> Found? {
        guard let a = number(left), let b = number(right) else { return nil }
        switch (a, b) {
        case (.value(let a as Double), .value(let b as Double)): return .value(sign.applied(a, b))
        case (.value(let a as Double), .integer(let b)): return .value(sign.applied(a, Double(b)))
        case (.value(let a as Double), .decimal(let b)): return .value(sign.applied(a, b))
        case (.integer(let a), .value(let b as Double)): return .value(sign.applied(Double(a), b))
        case (.decimal(let a), .value(let b as Double)): return .value(sign.applied(a, b))
        case (.value(let a as Int), .value(let b as Int)): return sign.applied(a, b).map(Found.value)
        case (.value(let a as Int), .integer(let b)): return sign.applied(a, b).map(Found.value)
        case (.integer(let a), .value(let b as Int)): return sign.applied(a, b).map(Found.value)
        // A decimal among literals makes all of them Double.
        case (.decimal(let a), .decimal(let b)): return .decimal(sign.applied(a, b))
        case (.decimal(let a), .integer(let b)): return .decimal(sign.applied(a, Double(b)))
        case (.integer(let a), .decimal(let b)): return .decimal(sign.applied(Double(a), b))
        // Scalars remember how they were made, and whole literals could be of either type: the compiler decides.
        default: return nil
        }
    }

    private mutating func value(_ expression: PlainExpression) -> Any? {
        if case .value(let value) = number(expression) { value } else { nil }
    }

    // MARK: members of the library's types

    private mutating func member(_ name: String, of base: PlainExpression) -> Any? {
        guard let value = value(base), let name = KnownMember(rawValue: name) else { return nil }
        switch value {
        case let pass as BackpropagationPass: return pass.member(name)
        case let network as Network: return network.member(name)
        case let run as TrainingRun: return run.member(name)
        case let scalar as Scalar: return name == .value ? scalar.value : nil
        case let matrix as ConfusionMatrix: return matrix.member(name)
        case let data as Dataset: return name == .count ? data.count : nil
        case let head as SelfAttention.Head: return name == .outputs ? head.outputs : nil
        case let state as LSTM.State: return state.member(name)
        case let list as any FollowedList where name == .count: return list.count
        default: return TuplePart.named(name.rawValue, of: value)
        }
    }

    private mutating func call(
        _ name: String, of base: PlainExpression, _ arguments: [PlainExpression.Argument]
    ) -> Any? {
        guard let value = value(base) else { return nil }
        let labels = arguments.map { $0.label ?? "_" }
        let texts = arguments.compactMap { if case .text(let text) = $0.value { text } else { nil } }
        switch (value, name, labels) {
        case (let pass as BackpropagationPass, "gradient", ["of"]) where texts.count == 1:
            return pass.agreedGraph?.gradient(of: texts[0])
        case (let pass as BackpropagationPass, "partial", ["_", "_"]) where texts.count == 2:
            return pass.agreedGraph?.partial(texts[0], texts[1])
        case (let scalar as Scalar, "gradient", ["of"]):
            return (self.value(arguments[0].value) as? Scalar).map { scalar.gradient(of: $0) }
        case (let matrix as ConfusionMatrix, _, ["of"]):
            guard case .integer(let label) = arguments[0].value, matrix.counts.indices.contains(label) else { return nil }
            switch KnownMember(rawValue: name) {
            case .precision: return matrix.precision(of: label)
            case .recall: return matrix.recall(of: label)
            case .f1: return matrix.f1(of: label)
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func element(of base: PlainExpression, at index: PlainExpression) -> Any? {
        guard let value = value(base) else { return nil }
        switch index {
        case .text(let name):
            switch value {
            case let pass as BackpropagationPass: return pass.agreedGraph?.value(of: name)
            case let network as Network:
                if graphs[base] == nil { graphs[base] = network.parameterGraph }
                return graphs[base]?.parameter(named: name)
            default: return nil
            }
        case .integer(let position): return (value as? any FollowedList)?.followed(at: position)
        default: return nil
        }
    }

}

extension PlainExpression.Operator {
    /// Nil where Swift would trap.
    fileprivate func applied(_ a: Int, _ b: Int) -> Int? {
        let (result, overflows) =
            switch self {
            case .plus: a.addingReportingOverflow(b)
            case .minus: a.subtractingReportingOverflow(b)
            case .times: a.multipliedReportingOverflow(by: b)
            case .by: a.dividedReportingOverflow(by: b)
            }
        return overflows ? nil : result
    }

    fileprivate func applied(_ a: Double, _ b: Double) -> Double {
        switch self {
        case .plus: a + b
        case .minus: a - b
        case .times: a * b
        case .by: a / b
        }
    }
}
