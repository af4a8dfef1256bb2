import Derivations
import Exhibits

/// The formulas of a lesson, read for what they say: `let z = w1 * x1 + b`, `1 - sigmoid(z)`.
///
/// A number that a formula gives can then be followed back like one of a scalar expression. Nothing relies on the reading: a
/// formula counts only when it gives the very number that the compiled program computed.
struct Formulas {
    private var definitions: [String: PlainExpression] = [:]

    mutating func take(_ formula: PlainDefinition) { definitions[formula.name] = formula.expression }

    /// The expression as a scalar that knows how it was computed, if its value is the one computed; nil for an expression that
    /// isn't made of numbers, arithmetic and the usual functions.
    func scalar(_ expression: PlainExpression, giving value: Double, with constants: [String: Follower.Constant]) -> Scalar? {
        var reading = Reading(definitions: definitions, follower: Follower(constants))
        guard let scalar = reading.scalar(expression), Mismatch.same(scalar.value, value), scalar.isComputed else { return nil }
        return scalar
    }

    /// A constant of the lesson that has this value and a formula.
    func scalar(giving value: Double, with constants: [String: Follower.Constant]) -> Scalar? {
        for name in definitions.keys.sorted() {
            guard let constant = constants[name]?.value as? Double, Mismatch.same(constant, value) else { continue }
            if let scalar = scalar(.name(name), giving: value, with: constants) { return scalar }
        }
        return nil
    }
}

/// One walk through an expression and the definitions of its names.
private struct Reading {
    let definitions: [String: PlainExpression]
    var follower: Follower
    private var known: [String: Scalar] = [:]
    private var open: Set<String> = []

    init(definitions: [String: PlainExpression], follower: Follower) {
        self.definitions = definitions
        self.follower = follower
    }

    mutating func scalar(_ expression: PlainExpression) -> Scalar? {
        switch expression {
        case .integer(let value): return Scalar(constant: Double(value))
        case .decimal(let value): return Scalar(constant: value)
        case .text: return nil
        case .name(let name): return named(name)
        case .negated(let inner): return scalar(inner).map { -$0 }
        case .combined(let left, let sign, let right):
            guard let a = scalar(left), let b = scalar(right) else { return nil }
            return switch sign {
            case .plus: a + b
            case .minus: a - b
            case .times: a * b
            case .by: a / b
            }
        case .function(let name, let arguments): return applied(name, arguments)
        case .call(let base, "squareRoot", _): return scalar(base).map { sqrt($0) }
        case .member, .call, .element: return leaf(expression)
        }
    }

    /// A constant: by its formula, if that gives its value; otherwise as a number with a name.
    private mutating func named(_ name: String) -> Scalar? {
        if let scalar = known[name] { return scalar }
        guard let constant = follower.constants[name]?.value else { return nil }
        if let scalar = constant as? Scalar { return scalar }
        guard let value = constant as? Double ?? (constant as? Int).map(Double.init) else { return nil }
        var found = Scalar(name, value)
        if let definition = definitions[name], open.count < 200, open.insert(name).inserted {
            if let scalar = scalar(definition), Mismatch.same(scalar.value, value), scalar.isComputed {
                found = scalar.named(name)
            }
            open.remove(name)
        }
        known[name] = found
        return found
    }

    private mutating func leaf(_ expression: PlainExpression) -> Scalar? {
        let found = follower.value(of: expression)
        if let scalar = found as? Scalar { return scalar }
        guard let value = found as? Double ?? (found as? Int).map(Double.init) else { return nil }
        let name = expression.source
        if let scalar = known[name] { return scalar }
        let scalar = Scalar(name, value)
        known[name] = scalar
        return scalar
    }

    private mutating func applied(_ name: String, _ arguments: [PlainExpression.Argument]) -> Scalar? {
        guard let first = arguments.first, let x = scalar(first.value) else { return nil }
        if arguments.count == 2, let y = scalar(arguments[1].value) {
            switch name {
            case "pow": return pow(x, y.value)
            case "max": return max(x, y)
            case "min": return min(x, y)
            default: return nil
            }
        }
        guard arguments.count == 1, first.label == nil else { return nil }
        return switch name {
        case "exp": exp(x)
        case "log": log(x)
        case "sqrt": sqrt(x)
        case "tanh": tanh(x)
        case "sigmoid": sigmoid(x)
        case "relu": relu(x)
        case "abs": abs(x)
        case "sin": sin(x)
        case "cos": cos(x)
        case "Double": x
        default: nil
        }
    }
}

extension Scalar {
    /// Whether it is more than a number that was given.
    fileprivate var isComputed: Bool { graph.role(at: graph.resultPlace) == .result }
}

extension PlainExpression {
    /// As code spells it, for names in messages.
    fileprivate var source: String {
        switch self {
        case .name(let name): name
        case .integer(let value): "\(value)"
        case .decimal(let value): "\(value)"
        case .text(let text): "\"\(text)\""
        case .member(let base, let name): "\(base.source).\(name)"
        case .call(let base, let name, let arguments): "\(base.source).\(name)(\(Self.source(arguments)))"
        case .function(let name, let arguments): "\(name)(\(Self.source(arguments)))"
        case .element(let base, let index): "\(base.source)[\(index.source)]"
        case .negated(let inner): "-\(inner.source)"
        case .combined(let left, let sign, let right):
            "\(left.source) \(Character(UnicodeScalar(sign.rawValue))) \(right.source)"
        }
    }

    private static func source(_ arguments: [Argument]) -> String {
        arguments.map { ($0.label.map { "\($0): " } ?? "") + $0.value.source }.joined(separator: ", ")
    }
}
