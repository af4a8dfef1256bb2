import Claims

extension AuditedNumber {
    /// The number judged by the quantity of its name, and by the calculation beside it, if there is one.
    mutating func take(_ tie: Tie, as number: WrittenNumber?) {
        guard let number else { return }
        var tie = tie
        switch status {
        case .checked(var judged) where judged.verdict == .wrong && judged.followsIfRounded && tie.verdict.isTrue:
            // The network gives it, and the numbers beside it are shown with fewer digits than they were computed with.
            (judged.verdict, judged.correction, judged.range, judged.slip, judged.tie) = (tie.verdict, nil, nil, nil, tie)
            status = .checked(judged)
        case .checked(var judged) where judged.verdict == .wrong:
            // What is wrong beside its calculation stays so; that the network gives the number says where the slip is.
            judged.tie = tie
            status = .checked(judged)
        case .checked(var judged) where tie.verdict == .wrong:
            if Self.isNear(number, tie.value) {
                tie.verdict = .roundingPath
                judged.verdict = .roundingPath
                judged.tie = tie
            } else {
                // It follows from numbers of which one is wrong.
                judged = Judged(number, tie, follows: judged.calculation)
            }
            status = .checked(judged)
        case .checked(var judged):
            judged.tie = tie
            status = .checked(judged)
        case .unchecked(.silenced): break
        case .operand, .given, .unchecked: status = .checked(Judged(number, tie))
        }
    }

    /// Whether steps rounded to the digits of the notes may explain the difference.
    private static func isNear(_ number: WrittenNumber, _ value: Double) -> Bool {
        abs(number.value - value) <= max(5 * number.unit, 0.01 * abs(value)) && number.value * value >= 0
    }
}

extension AuditedNumber.Judged {
    /// Whether its difference from a quantity is so small that diagnosis may find it to come from rounded steps.
    /// A lesson's own constants have no steps that diagnosis could round.
    /// What is given to a network isn't computed at all, and rounding turns no sign.
    var mayBeRounding: Bool {
        guard let tie, tie.isOfNetwork, !tie.isGiven, slip != .sign else { return false }
        return tieDistance.map { $0 <= 5 } ?? false
    }

    init(_ number: WrittenNumber, _ tie: Tie, follows calculation: String? = nil) {
        verdict = tie.verdict
        written = number.text
        self.calculation = calculation ?? tie.expression
        computed = number.computedText(tie.value)
        correction = tie.verdict == .wrong ? number.correction(for: tie.value) : nil
        slip = tie.verdict == .wrong ? Slip(printed: number, right: tie.value) : nil
        followsFromItsCalculation = calculation != nil
        tieDistance = tie.verdict == .wrong ? abs(number.value - tie.value) / number.unit : nil
        self.tie = tie
    }
}
