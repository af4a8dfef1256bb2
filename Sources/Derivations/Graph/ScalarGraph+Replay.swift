import Exhibits
import Foundation

/// To how many digits somebody with a calculator rounds what they write down.
public enum Rounding: Codable, Hashable, Sendable {
    case decimals(Int)
    case significant(Int)

    /// The number rounded half away from zero, as one does by hand.
    public func callAsFunction(_ value: Double) -> Double {
        guard value.isFinite, value != 0 else { return value }
        switch self {
        case .decimals(let digits):
            let scale = pow(10, Double(digits))
            let scaled = value * scale
            return Swift.abs(scaled) < 1e15 ? scaled.rounded() / scale : value
        case .significant(let digits):
            let exponent = digits - 1 - Int(Foundation.floor(Foundation.log10(Swift.abs(value))))
            let scale = pow(10, Double(Swift.abs(exponent)))
            return exponent >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
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
                copy.values[node] = adjust(node, content.operation.value(content.operands.map { copy.values[$0] }))
            }
        }
        return copy
    }
}
