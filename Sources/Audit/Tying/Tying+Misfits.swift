import Claims
import Exhibits

/// What is no value of what its name may mean: wrong, or unsure.
extension Tying {
    mutating func judge(
        _ misfit: Misfit, _ evidence: Evidence, _ elsewhere: [String: String], _ naming: Naming, among numbers: [NamedNumber]
    ) {
        let literal = misfit.literal
        // What one of the quantities in question is written so is no misfit, however its words were read.
        if Self.fitting(literal.number, misfit.candidates) != nil { return }
        guard
            let candidate = Self.single(misfit.candidates, for: literal.number)
                ?? Self.first(misfit.candidates).flatMap({ naming.speaksOfAnotherStep(literal) ? nil : $0 })
        else {
            if misfit.spokenName == nil { unsure[literal.position] = .severalQuantities }
            return
        }
        let digits = literal.number.digitsThatSay
        // Copied from another place, where it is right.
        let isStale = digits >= 4 && elsewhere[literal.number.text].map { $0 != candidate.expression } == true
        let isSlip = Self.isSlip(literal.number, candidate.value) || isStale
        let difference = abs(literal.number.value - candidate.value)
        let isNear = digits >= 4 && difference <= 0.02 * abs(candidate.value)
        // Right somewhere else, it may be meant for what it is there.
        if misfit.isSlipOnly, elsewhere[literal.number.text] != nil { return }
        let speaks =
            misfit.spokenName == nil
            ? isSlip || misfit.isSaidByPlace
                || (misfit.isOfRun && evidence.speaksOfRun(literal) && !naming.saysAnotherStep(literal))
                || evidence.speaksOfNetwork(
                    literal, isPlaced: candidate.isOfHeading || literal.isOfStep,
                    isOfAnotherStep: { naming.speaksOfAnotherStep(literal) })
            : misfit.words == 1 && literal.labels.isEmpty
                ? givenSpeaks(literal, candidate, isSlip: isSlip)
                : evidence.wordsSpeak(literal, isSlip: isSlip, isNear: isNear, isPlain: misfit.words >= 3)
        guard speaks else {
            if misfit.spokenName == nil { unsure[literal.position] = .otherContext }
            return
        }
        var tie = Tie(
            name: misfit.spokenName ?? literal.spelling, expression: candidate.expression, value: candidate.value,
            verdict: .wrong, conclusion: Tie.Conclusion(of: literal.number, candidate, among: numbers))
        tie.isOfNetwork = candidate.number.meaning != nil
        tie.isGiven = candidate.isGiven
        ties[literal.position] = tie
    }

    /// Whether a number can be meant for nothing but what was given: where it isn't stated rightly elsewhere, or is a finger's slip away
    /// from it, and the notes speak of this network.
    private func givenSpeaks(_ literal: NamedLiteral, _ candidate: QuantityIndex.Candidate, isSlip: Bool) -> Bool {
        let right = ties.values.filter(\.verdict.isTrue)
        guard right.count >= 3 else { return false }
        return isSlip || Slip(printed: literal.number, right: candidate.value) == .sign
            || !right.contains { tie in
                tie.value.isSame(as: candidate.value)
                    && (tie.expression == candidate.expression || candidate.number.meaning != nil)
            }
    }
}

extension NamedLiteral {
    /// Whether the paragraph around it says which step it is of.
    fileprivate var isOfStep: Bool { labels.isEmpty && !rowNumbers.isEmpty }
}

extension QuantityIndex.Candidate {
    /// An input, a target or a parameter whose value is a short decimal, as people choose them.
    var isGiven: Bool {
        guard case .value(let identity)? = number.meaning,
            !identity.kinds.isDisjoint(with: [.input, .target, .weight, .bias])
        else { return false }
        return value.isShortDecimal
    }
}
