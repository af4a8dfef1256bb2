import Claims
import Exhibits

/// How near a printed number is to what it may be.
extension Tying {
    /// Whether a finger, or a forgotten sign, makes the difference.
    static func isSlip(_ number: WrittenNumber, _ value: Double) -> Bool {
        guard number.digitsThatSay >= 2, let slip = Slip(printed: number, right: value) else { return false }
        return slip == .sign || (slip.isTyping && number.digitsThatSay >= 3)
    }

    /// Whether cancellation in single precision may make the difference.
    static func isNear(_ number: WrittenNumber, _ value: Double) -> Bool {
        number.digitsThatSay >= 6 && abs(number.value - value) <= 1e-5 * abs(value)
    }

    static func fitting(_ number: WrittenNumber, _ candidates: [QuantityIndex.Candidate])
        -> (QuantityIndex.Candidate, Verdict)?
    {
        for wanted in [Verdict.exact, .truncated] {
            // A single digit that is cut off fits too much, where several values could be meant.
            if wanted == .truncated, number.digitsThatSay < 2, let first = candidates.first,
                !candidates.allSatisfy({ $0.value.isSame(as: first.value) })
            {
                return nil
            }
            if let found = candidates.first(where: { number.verdict(for: $0.value) == wanted }) { return (found, wanted) }
        }
        return nil
    }

    /// The one quantity that is meant: all candidates have its value, or only it is a slip of the finger away.
    static func single(_ candidates: [QuantityIndex.Candidate], for number: WrittenNumber) -> QuantityIndex.Candidate? {
        guard let first = candidates.first else { return nil }
        // What no number can be held to isn't wrong.
        if candidates.contains(where: { number.verdict(for: $0.value) == .vague || !$0.value.isFinite }) { return nil }
        if candidates.allSatisfy({ $0.value.isSame(as: first.value) }) { return first }
        guard number.digitsThatSay >= 5 else { return nil }
        let slips = candidates.filter { Slip(printed: number, right: $0.value)?.isTyping == true }
        guard let slip = slips.first, slips.allSatisfy({ $0.value.isSame(as: slip.value) }) else { return nil }
        return slip
    }

    /// Of one quantity at several times its value at the first.
    static func first(_ candidates: [QuantityIndex.Candidate]) -> QuantityIndex.Candidate? {
        guard let first = candidates.first, case .value(let identity)? = first.number.meaning,
            !identity.kinds.isDisjoint(with: [.weight, .bias, .input]),
            candidates.allSatisfy({ $0.number.meaning == first.number.meaning })
        else { return nil }
        return first
    }
}
