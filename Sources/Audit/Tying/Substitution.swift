import Claims

/// Numbers put in for names: of `w_1 i_1 + b = 0.15 \cdot 0.05 + 0.35` every number has the name that stands at its place.
struct Substitution {
    /// The names with their numbers, from left to right.
    private(set) var pairs: [(symbol: String, number: PrintedExpression.Operand, isNegative: Bool)] = []

    /// nil where the two aren't built alike.
    init?(_ names: PrintedExpression, _ numbers: PrintedExpression) {
        guard !names.symbols.isEmpty, walk(names, numbers), !pairs.isEmpty else { return nil }
    }

    private mutating func walk(_ a: PrintedExpression, _ b: PrintedExpression) -> Bool {
        switch (a, b) {
        case (.symbol(let name), _):
            if let number = b.plainNumber { pairs.append((name, number.operand, number.isNegative)) }
            // A name may stand for more than a number; its place alone tells nothing then.
            return true
        case (.negated(let a), .negated(let b)), (.transposed(let a), .transposed(let b)): return walk(a, b)
        case (.binary(let first, let a, let b), .binary(let second, let c, let d)):
            return first == second && walk(a, c) && walk(b, d)
        case (.applied(let first, let a), .applied(let second, let b)):
            return first == second && a.count == b.count && zip(a, b).allSatisfy { walk($0, $1) }
        case (.matrix(let a), .matrix(let b)):
            let (left, right) = (a.flatMap { $0 }, b.flatMap { $0 })
            return left.count == right.count && zip(left, right).allSatisfy { walk($0, $1) }
        case (.constant, .constant), (.constant, .number), (.number, .constant): return true
        case (.number(let a), .number(let b)): return a.number.value == b.number.value
        default: return false
        }
    }
}

extension ReadChain {
    /// The numbers that calculations of this chain put in for names.
    var substitutions: [Substitution] {
        let read = sides.filter(\.isCalculation).compactMap(\.expression)
        let inCalculations = zip(read, read.dropFirst()).compactMap { names, numbers in
            numbers.symbols.isEmpty ? Substitution(names, numbers) : nil
        }
        // A vector of names is what every vector of numbers behind it states.
        guard let first = sides.first?.expression, case .matrix = first else { return inCalculations }
        return inCalculations
            + sides.dropFirst().compactMap { side in
                side.literal == nil ? nil : side.expression.flatMap { Substitution(first, $0) }
            }
    }
}
