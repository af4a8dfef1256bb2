import Claims
import Exhibits

/// A number of the notes and the quantity that its name means.
public struct Tie: Sendable {
    /// The name as the notes write it.
    public var name: String
    /// The quantity, as a lesson would claim it.
    public var expression: String
    public var value: Double
    public var verdict: Verdict
    /// How sure diagnosis is of a cause, in words; empty where it isn't.
    public var causes: [Hint] = []
    /// What a wrong number changes beyond its digits.
    public var conclusion: Conclusion?
    /// Whether a δ was taken for the gradient by an output. Some call that δ; most mean the gradient by the weighted sum.
    public var isDeltaOfOutput = false
    /// Whether it is one of a network's named numbers, not a constant of the lesson's own.
    var isOfNetwork = false
    /// Whether it is an input, a target, a weight or a bias as it was stated, not computed.
    var isGiven = false

    /// What follows differently from a wrong number.
    public enum Conclusion: Hashable, Sendable {
        /// A derivative with the other sign: the step would go the other way.
        case signOfGradient
        /// Another output would be the largest.
        case chosenClass
        /// One loss would be on the other side of another: what fell would rise.
        case lossOrder

        public var words: String {
            switch self {
            case .signOfGradient: "the sign of a gradient: the step would go the other way"
            case .chosenClass: "the class chosen: another output would be the largest"
            case .lossOrder: "whether the loss fell: it would be on the other side of another loss"
            }
        }
    }
}

extension Tie.Conclusion {
    /// What a wrong number changes, if it is a gradient's sign or the largest output.
    init?(of number: WrittenNumber, _ candidate: QuantityIndex.Candidate, among numbers: [NamedNumber]) {
        if Self.ordersLosses(number, candidate, among: numbers) {
            self = .lossOrder
            return
        }
        switch candidate.number.meaning {
        case .gradient? where number.value * candidate.value < 0: self = .signOfGradient
        case .value(let identity)? where identity.kinds.contains(.output):
            let passed = numbers.filter { $0.constant == candidate.number.constant }
            let last = passed.compactMap(\.outputLevel).max()
            let others = passed.filter { $0.outputLevel == last && $0 != candidate.number }
            guard identity.level == last, let largest = others.map(\.value).max() else { return nil }
            guard (candidate.value > largest) != (number.value > largest) else { return nil }
            self = .chosenClass
        default: return nil
        }
    }

    /// Whether a loss is printed above one that it is below, or below one that it is above.
    private static func ordersLosses(
        _ number: WrittenNumber, _ candidate: QuantityIndex.Candidate, among numbers: [NamedNumber]
    )
        -> Bool
    {
        guard candidate.number.isLoss else { return false }
        return numbers.contains { other in
            other.isLoss && other.value != candidate.value && (other.value < candidate.value) != (other.value < number.value)
        }
    }
}

extension NamedNumber {
    /// A network's loss, or one of a training.
    fileprivate var isLoss: Bool {
        switch meaning {
        case .value(let identity)?: identity.kinds.contains(.loss)
        case nil: LessonQuantity(self)?.path.last.map { NameKey.words($0).contains("loss") } ?? false
        default: false
        }
    }

    /// The level of an output.
    fileprivate var outputLevel: Int? {
        guard case .value(let identity)? = meaning, identity.kinds.contains(.output) else { return nil }
        return identity.level
    }
}
