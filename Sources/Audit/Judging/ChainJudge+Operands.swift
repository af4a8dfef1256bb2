import Claims

/// Where the slip is in what was put in, not in the result.
extension ChainJudge {
    /// Calls the operand wrong instead of the result, if it is a finger's slip away from a number printed elsewhere with which the
    /// result follows.
    mutating func blameOperand(for literal: Literal, _ side: ReadChain.Side, _ expression: PrintedExpression) {
        guard literal.isNumber, let entry = literal.entries.first, case .checked(let judged)? = statuses[entry.operand.index],
            judged.verdict == .wrong, let (operand, meant, outcome) = misprint(in: expression, literal)
        else { return }
        var right = judged
        (right.verdict, right.correction, right.range, right.slip) = (outcome, nil, nil, nil)
        right.computed = entry.number.text
        statuses[entry.operand.index] = .checked(right)
        var wrong = AuditedNumber.Judged(
            verdict: .wrong, written: operand.number.text, calculation: spelled(side),
            computed: meant.text, correction: meant.text)
        wrong.slip = Slip(printed: operand.number, right: meant.value)
        wrong.meant = (meant.text, entry.number.text)
        statuses[operand.index] = .checked(wrong)
    }

    private func misprint(in expression: PrintedExpression, _ literal: Literal)
        -> (operand: PrintedExpression.Operand, meant: WrittenNumber, outcome: Verdict)?
    {
        for operand in expression.operands where operand.number.digitsThatSay >= 5 {
            for result in judge.sources.results where result.value != abs(operand.number.value) {
                guard Slip(printed: operand.number, right: result.value)?.isTyping == true else { continue }
                let meant = expression.replacing(operand.index, with: result)
                if case .judged(let verdict)? = judge.judge(literal, as: meant, isAbout: false)?.first, verdict != .wrong {
                    return (operand, result, verdict)
                }
            }
        }
        return nil
    }
}
