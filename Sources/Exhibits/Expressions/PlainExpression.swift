/// An expression that says everything by itself: names, members, subscripts and calls with plain arguments, and arithmetic.
///
/// Most claims are of this kind, `pass["w5"]`, `run.losses[10_000]`, `1 - output`. The compiler takes half a millisecond or more
/// for each; followed through the values that the lesson's cells left, it takes microseconds. Whatever isn't plain, or turns out
/// not to be known, is left to the compiler, so a plain expression never means anything but what Swift means by it.
package indirect enum PlainExpression: Codable, Hashable, Sendable {
    case name(String)
    case integer(Int)
    case decimal(Double)
    case text(String)
    case member(PlainExpression, String)
    /// `pass.gradient(of: "w5")`
    case call(PlainExpression, String, [Argument])
    /// `exp(z)`: a function by itself. Which one is for the compiler to say; only the search for causes reads the usual ones.
    case function(String, [Argument])
    /// `pass["w5"]`
    case element(PlainExpression, PlainExpression)
    case negated(PlainExpression)
    case combined(PlainExpression, Operator, PlainExpression)

    package struct Argument: Hashable, Sendable {
        package var label: String?
        package var value: PlainExpression

        package init(label: String?, value: PlainExpression) {
            self.label = label
            self.value = value
        }
    }

    package enum Operator: UInt8, Sendable {
        case plus = 0x2B
        case minus = 0x2D
        case times = 0x2A
        case by = 0x2F
    }

    /// The names it begins with, also inside its arguments.
    package var roots: Set<String> {
        switch self {
        case .name(let name): [name]
        case .integer, .decimal, .text: []
        case .member(let base, _), .negated(let base): base.roots
        case .call(let base, _, let arguments): arguments.reduce(base.roots) { $0.union($1.value.roots) }
        case .function(_, let arguments): arguments.reduce([]) { $0.union($1.value.roots) }
        case .element(let base, let index): base.roots.union(index.roots)
        case .combined(let left, _, let right): left.roots.union(right.roots)
        }
    }

    /// Whether it is a name and nothing else.
    package var isName: Bool { if case .name = self { true } else { false } }

    /// Whether it computes something from something else.
    package var computes: Bool {
        switch self {
        case .call, .function, .negated, .combined: true
        case .name, .integer, .decimal, .text: false
        case .member(let base, _), .element(let base, _): base.computes
        }
    }

    /// Whether every member in it is one that values of Lectern's own types have.
    package var isKnown: Bool {
        switch self {
        case .name, .integer, .decimal, .text: true
        // What lies in a list of the lesson's own is seldom a list again, but often has a `count`.
        case .member(.element, KnownMember.count.rawValue): false
        case .member(let base, let name): KnownMember(rawValue: name) != nil && base.isKnown
        case .negated(let base): base.isKnown
        case .call(let base, let name, let arguments):
            KnownMember(rawValue: name) != nil && base.isKnown && arguments.allSatisfy(\.value.isKnown)
        case .function: false
        case .element(let base, let index): base.isKnown && index.isKnown
        case .combined(let left, _, let right): left.isKnown && right.isKnown
        }
    }
}

/// The members of passes, networks, training runs, scalars, lists and tables of counts that are followed without compiling.
package enum KnownMember: String, Sendable {
    case loss, output, input, target, network, activations, activationGradients, inputGradient, gradients
    case gradient, partial
    case losses, validationLosses, epochs
    case parameterCount, inputs, outputs
    case value, count
    case counts, accuracy, precision, recall, f1
}
