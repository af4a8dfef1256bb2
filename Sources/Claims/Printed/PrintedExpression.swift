/// A calculation as it is printed: numbers as written, symbols by their names, and what is done with them.
public indirect enum PrintedExpression: Hashable, Sendable {
    public enum Operation: Hashable, Sendable {
        case plus, minus, times, divided, power
        /// `\odot`, `\circ`: entry by entry.
        case entrywise
    }

    /// A number of the text, and which of its numbers it is.
    public struct Operand: Hashable, Sendable {
        public var number: WrittenNumber
        public var index: Int

        public init(_ number: WrittenNumber, index: Int) {
            self.number = number
            self.index = index
        }
    }

    case number(Operand)
    /// π, e.
    case constant(Double)
    case symbol(String)
    case negated(PrintedExpression)
    case binary(Operation, PrintedExpression, PrintedExpression)
    case applied(PrintedFunction, [PrintedExpression])
    /// Rows of equal length.
    case matrix([[PrintedExpression]])
    case transposed(PrintedExpression)

    /// The parts it is made of.
    var parts: [PrintedExpression] {
        switch self {
        case .number, .constant, .symbol: []
        case .negated(let inner), .transposed(let inner): [inner]
        case .binary(_, let a, let b): [a, b]
        case .applied(_, let arguments): arguments
        case .matrix(let rows): rows.flatMap { $0 }
        }
    }

    /// Its numbers, from left to right.
    public var operands: [Operand] {
        if case .number(let operand) = self { return [operand] }
        return parts.flatMap(\.operands)
    }

    /// The names it needs values of.
    public var symbols: [String] {
        if case .symbol(let name) = self { return [name] }
        return parts.flatMap(\.symbols)
    }

    /// Whether a function whose meaning differs between authors is in it.
    public func uses(_ function: PrintedFunction) -> Bool {
        if case .applied(function, _) = self { return true }
        return parts.contains { $0.uses(function) }
    }

    /// The one number, with or without a sign, that it consists of.
    public var plainNumber: (operand: Operand, isNegative: Bool)? {
        switch self {
        case .number(let operand): (operand, false)
        case .negated(let inner): inner.plainNumber.map { ($0.operand, !$0.isNegative) }
        default: nil
        }
    }

    /// The terms of a sum, each with its sign.
    public var terms: [(expression: PrintedExpression, isNegative: Bool)] {
        switch self {
        case .binary(.plus, let a, let b): a.terms + b.terms
        case .binary(.minus, let a, let b): a.terms + b.terms.map { ($0.expression, !$0.isNegative) }
        case .negated(let inner): inner.terms.map { ($0.expression, !$0.isNegative) }
        default: [(self, false)]
        }
    }
}
