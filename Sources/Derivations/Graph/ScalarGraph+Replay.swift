import Exhibits

/// To how many digits somebody with a calculator rounds what they write down.
public enum Rounding: Codable, Hashable, Sendable {
    /// To so many digits behind the point, halves away from zero.
    case decimals(Int)
    /// To so many significant digits, halves away from zero.
    case significant(Int)

    /// The number rounded half away from zero, as one does by hand with what a calculator of fifteen digits shows.
    public func callAsFunction(_ value: Double) -> Double {
        guard value.isFinite else { return value }
        let shown = PrintedNumber(value, .significant(15)).value
        return switch self {
        case .decimals(let digits): PrintedNumber(shown, .decimals(digits)).value
        case .significant(let digits): PrintedNumber(shown, .significant(digits)).value
        }
    }
}

extension ScalarGraph {
    /// The graph computed again with changed given numbers or with intermediate results rounded.
    ///
    /// - Parameters:
    ///   - rounding: Applied to named results only: those are what a person writes down.
    ///   - givens: New values for given nodes.
    func replayed(rounding: Rounding? = nil, givens: [Int: Double] = [:]) -> ScalarGraph {
        replayed(givens: givens) { node, value in
            guard let rounding, isNamed(node) else { return value }
            return rounding(value)
        }
    }

    func replayed(givens: [Int: Double] = [:], adjust: (Int, Double) -> Double) -> ScalarGraph {
        var copy = self
        for (node, content) in nodes.enumerated() {
            if content.operation == .given {
                copy.values[node] = givens[node] ?? values[node]
            } else {
                copy.values[node] = adjust(node, result(of: content.operation, content.operands, at: copy.values))
            }
        }
        return copy
    }
}
