import Claims
import Exhibits

/// A number that nothing ties, and the quantity that it nearly is.
public struct Nearness: Sendable {
    public var number: AuditedNumber
    public var expression: String
    /// As it should read with as many digits, if it is meant for that quantity.
    public var correction: String
    /// How it differs, in words.
    public var difference: String
}

extension Audit {
    /// No audit looks at more numbers than this for what they nearly are.
    private static let mostNear = 400

    /// What is left: numbers that no name and no calculation explains, though they nearly are a quantity of the network.
    func nearnesses(to quantities: [NamedNumber]) -> [Nearness] {
        let index = ValueIndex(quantities)
        let left = numbers.filter { number in
            guard case .unchecked(let reason) = number.status, reason.isUnexplained else { return false }
            return true
        }
        return left.prefix(Self.mostNear).compactMap { number in
            guard let written = WrittenNumber(parsing: number.text), let (near, difference) = index.quantity(near: written),
                let correction = written.correction(for: near.value)
            else { return nil }
            return Nearness(number: number, expression: near.expression, correction: correction, difference: difference)
        }
    }

    /// How many numbers no name, no calculation and no quantity explains.
    public var unexplained: Int {
        numbers.count { if case .unchecked(let reason) = $0.status { reason.isUnexplained } else { false } }
    }
}

extension AuditedNumber.Reason {
    /// Whether nothing is known of such a number.
    var isUnexplained: Bool {
        switch self {
        case .noCalculation, .severalQuantities, .otherContext, .unknownName, .unreadMark, .noResult: true
        default: false
        }
    }
}
