/// Reads a calculation in numbers, and reckons with them as they are printed.
struct PencilEvaluation {
    private var rest: ArraySlice<PencilToken>
    /// How many braces are open; past a number that no line has, there is nothing to reckon.
    private var depth = 0
    private static let deepest = 50
    /// No line that anybody prints has more marks.
    private static let longest = 1500

    private init(rest: ArraySlice<PencilToken>) { self.rest = rest }

    /// The value of an expression of numbers and operations; nil where there is anything else in it.
    static func value(of tokens: [PencilToken]) -> Double? {
        guard tokens.count <= longest else { return nil }
        var evaluation = PencilEvaluation(rest: tokens[...])
        guard let expression = evaluation.sum(), evaluation.rest.isEmpty else { return nil }
        return Reckoning.exact.value(of: expression)?.number?.middle
    }

    private mutating func take(_ kind: PencilToken.Kind) -> Bool {
        guard rest.first?.kind == kind else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func sum() -> PrintedExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest, var value = product() else { return nil }
        while true {
            if take(.plus) {
                guard let next = product() else { return nil }
                value = .binary(.plus, value, next)
            } else if take(.minus) {
                guard let next = product() else { return nil }
                value = .binary(.minus, value, next)
            } else {
                return value
            }
        }
    }

    private mutating func product() -> PrintedExpression? {
        guard var value = signed() else { return nil }
        while true {
            if take(.times) {
                guard let next = signed() else { return nil }
                value = .binary(.times, value, next)
            } else if take(.divided) {
                guard let next = signed() else { return nil }
                value = .binary(.divided, value, next)
            } else {
                // Two factors side by side, unless both are plain numbers, which nobody multiplies like that.
                switch rest.first?.kind {
                case .opening, .fraction, .function:
                    guard let next = power() else { return nil }
                    value = .binary(.times, value, next)
                default: return value
                }
            }
        }
    }

    private mutating func signed() -> PrintedExpression? {
        var isNegative = false
        while true {
            if take(.minus) {
                isNegative.toggle()
            } else if !take(.plus) {
                return power().map { isNegative ? .negated($0) : $0 }
            }
        }
    }

    private mutating func power() -> PrintedExpression? {
        guard let base = atom() else { return nil }
        guard take(.power) else { return base }
        guard let exponent = rest.first?.kind == .opening ? atom() : signed() else { return nil }
        return .binary(.power, base, exponent)
    }

    private mutating func atom() -> PrintedExpression? {
        guard let token = rest.popFirst() else { return nil }
        switch token.kind {
        case .number(let number): return number.isContinued ? nil : .number(.init(number, index: 0))
        case .opening:
            guard let value = sum(), take(.closing) else { return nil }
            return value
        case .fraction:
            guard let top = argument(), let bottom = argument() else { return nil }
            return .binary(.divided, top, bottom)
        case .function(let function):
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.deepest else { return nil }
            return (function == .squareRoot ? argument() : power()).map { .applied(function.printed, [$0]) }
        default: return nil
        }
    }

    /// An expression in braces, or a number of one digit without them.
    private mutating func argument() -> PrintedExpression? {
        if rest.first?.kind == .opening { return atom() }
        guard case .number(let number)? = rest.first?.kind, number.text.count == 1 else { return nil }
        rest.removeFirst()
        return .number(.init(number, index: 0))
    }
}
