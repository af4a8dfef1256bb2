import Claims
import Foundation

/// Goes along a chain and judges each result by the calculations beside it.
struct ChainJudge {
    let chain: ReadChain
    let judge: ResultJudge
    let text: FlatText
    var statuses: [Int: AuditedNumber.Status] = [:]

    init(_ chain: ReadChain, sources: NumberSources, symbols: SymbolTable, isSinglePrecision: Bool, text: FlatText) {
        self.chain = chain
        self.text = text
        let (own, section) = (chain.assigned, chain.section)
        judge = ResultJudge(
            sources: sources,
            // w = w − 0.1 speaks of two values of w.
            symbols: { $0 == own ? nil : symbols.literal(of: $0, in: section) },
            isSinglePrecision: isSinglePrecision)
        run()
    }

    private mutating func run() {
        for (index, side) in chain.sides.enumerated() {
            guard let literal = side.literal else { continue }
            if chain.sides.count == 1 {
                set(literal, .unchecked(.noCalculation))
            } else {
                judge(literal, at: index)
            }
        }
        markOperands()
    }

    private mutating func set(_ literal: Literal, _ status: AuditedNumber.Status) {
        for entry in literal.entries { statuses[entry.operand.index] = status }
    }

    // MARK: - Results

    private mutating func judge(_ literal: Literal, at index: Int) {
        let candidates = calculations(around: index)
        var unknown: AuditedNumber.Reason?
        var isFirst = true
        for (position, side) in candidates {
            guard let expression = side.expression else { continue }
            let isAbout = (min(position, index) + 1...max(position, index)).contains { chain.sides[$0].isAbout }
            guard let outcomes = outcomes(literal, side, expression, isAbout: isAbout) else {
                if unknown == nil { unknown = reason(of: side) }
                continue
            }
            if isFirst {
                for (entry, outcome) in zip(literal.entries, outcomes) {
                    statuses[entry.operand.index] = status(entry, outcome, side, expression)
                }
                excuseRoundedMatrix(literal)
                blameOperand(for: literal, side, expression)
                isFirst = false
            } else if !excuse(literal, outcomes) {
                contradict(literal, outcomes, side, expression, nearest: candidates[0].side)
            }
        }
        if isFirst { set(literal, unresolved(literal, at: index, unknown)) }
    }

    /// The calculations that a result is held to, nearest first: those before it back to the last result, else the one behind.
    private func calculations(around index: Int) -> [(position: Int, side: ReadChain.Side)] {
        var found: [(Int, ReadChain.Side)] = []
        var position = index - 1
        while position >= 0, chain.sides[position].literal == nil {
            found.append((position, chain.sides[position]))
            // A number with marks behind it that aren't read states a result, to which what stands before it belongs.
            if chain.sides[position].expression == nil, chain.sides[position].tokens.first?.isNumber == true { break }
            position -= 1
        }
        found = found.filter { $0.1.isCalculation || ($0.1.name != nil && $0.0 > 0) || $0.1.expression == nil }
        // Of two numbers one after the other the second rounds the first.
        if found.isEmpty, index > 0, chain.sides[index - 1].literal != nil { found = [(index - 1, chain.sides[index - 1])] }
        if found.isEmpty, index == 0, chain.sides.count > 1, chain.sides[1].isCalculation { found = [(1, chain.sides[1])] }
        return found
    }

    private func outcomes(_ literal: Literal, _ side: ReadChain.Side, _ expression: PrintedExpression, isAbout: Bool)
        -> [ResultJudge.Outcome]?
    {
        guard let usual = judge.judge(literal, as: expression, isAbout: isAbout) else { return nil }
        let isWrong = usual.contains { if case .wrong = $0 { true } else { false } }
        guard isWrong else { return usual }
        // Before anything is called wrong, it is read in every way in which an author may have meant it.
        for other in otherExpressions(of: side) {
            if let outcomes = judge.judge(literal, as: other, isAbout: isAbout),
                outcomes.allSatisfy({ if case .judged = $0 { true } else { false } })
            {
                return outcomes
            }
        }
        return usual
    }

    private func status(
        _ entry: Literal.Entry, _ outcome: ResultJudge.Outcome, _ side: ReadChain.Side, _ expression: PrintedExpression
    ) -> AuditedNumber.Status {
        switch outcome {
        case .judged(let verdict): return .checked(judged(entry, verdict, side, expression))
        case .unchecked(let reason): return .unchecked(reason)
        case .unknown: return .unchecked(reason(of: side))
        case .wrong(let value, let range):
            let slip = Slip(printed: entry.number, right: value.middle)
            if hasHiddenDigits(entry, side, expression) { return .checked(judged(entry, .roundingPath, side, expression)) }
            if let doubt = doubt(entry, side, expression, slip) { return .unchecked(doubt) }
            return .checked(judged(entry, .wrong, side, expression, value, range))
        }
    }

    /// A calculation further back that the result contradicts although it follows from the nearest one.
    private mutating func contradict(
        _ literal: Literal, _ outcomes: [ResultJudge.Outcome], _ side: ReadChain.Side, _ expression: PrintedExpression,
        nearest: ReadChain.Side
    ) {
        guard expression.symbols.isEmpty, side.isCalculation, let near = nearest.expression else { return }
        // L = e² = 2² = 4: here e is a quantity, not the base of logarithms.
        if side.isE(replacedIn: nearest) { return }
        for (entry, outcome) in zip(literal.entries, outcomes) {
            guard case .wrong(let value, let range) = outcome, case .checked(let before)? = statuses[entry.operand.index],
                before.verdict != .wrong
            else { continue }
            // A total that runs on, or steps rounded in between: nothing is certain then.
            let steps = near.operands.contains { $0.number.place < 0 && judge.sources.source(of: $0.number) != .given }
            let runs = leadingNumber(of: nearest).map { isRunning($0, before: nearest) } ?? false
            if steps || runs || near.operands.contains(where: { $0.number.place < 0 }) && !isFar(entry, value) { continue }
            if doubt(entry, side, expression, Slip(printed: entry.number, right: value.middle)) != nil { continue }
            statuses[entry.operand.index] = .checked(judged(entry, .wrong, side, expression, value, range))
        }
    }

    /// Takes back that a result is wrong where a calculation further back gives it: the nearest one shows rounded steps.
    private mutating func excuse(_ literal: Literal, _ outcomes: [ResultJudge.Outcome]) -> Bool {
        var isExcused = false
        for (entry, outcome) in zip(literal.entries, outcomes) {
            guard case .judged = outcome, case .checked(let before)? = statuses[entry.operand.index], before.verdict == .wrong,
                before.followsIfRounded || before.isOffByOne
            else { continue }
            statuses[entry.operand.index] = .checked(before.excused)
            isExcused = true
        }
        return isExcused
    }

    /// Where most numbers of a matrix are a little off and all of these follow from rounded operands, a program printed both.
    private mutating func excuseRoundedMatrix(_ literal: Literal) {
        let indices = literal.entries.map(\.operand.index)
        let wrong = indices.compactMap { index -> (Int, AuditedNumber.Judged)? in
            if case .checked(let judged)? = statuses[index], judged.verdict == .wrong { (index, judged) } else { nil }
        }
        guard indices.count >= 4, wrong.count * 2 >= indices.count, wrong.allSatisfy({ $0.1.followsIfRounded }) else { return }
        for (index, judged) in wrong { statuses[index] = .checked(judged.excused) }
    }

    /// Whether rounding a step in between can't explain the difference.
    private func isFar(_ entry: Literal.Entry, _ value: Interval) -> Bool {
        abs(value.middle - entry.number.value) > max(20 * entry.number.unit, 0.02 * abs(value.middle))
    }

    private func judged(
        _ entry: Literal.Entry, _ verdict: Verdict, _ side: ReadChain.Side, _ expression: PrintedExpression,
        _ value: Interval? = nil,
        _ range: Interval? = nil
    ) -> AuditedNumber.Judged {
        let number = entry.number
        let point = judge.value(of: expression, .none)
        let middle = value?.middle ?? (point?.number?.middle ?? entry.number.value)
        var judged = AuditedNumber.Judged(
            verdict: verdict, written: number.text, calculation: spelled(side), computed: number.computedText(middle),
            correction: verdict == .wrong ? number.correction(for: middle) : nil)
        if verdict == .wrong, let range {
            judged.slip = Slip(printed: number, right: middle)
            judged.followsIfRounded = judge.followsIfRounded(number, from: expression)
            if range.high - range.low > number.unit / 100 {
                judged.range = (number.computedText(range.low), number.computedText(range.high))
            }
        }
        return judged
    }

    /// The calculation as its author wrote it, on one line.
    func spelled(_ side: ReadChain.Side) -> String {
        let text = String(decoding: text.bytes[side.range], as: UTF8.self)
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.utf8.count <= 160 ? line : String(line.prefix(150)) + " …"
    }

    // MARK: - What isn't judged

    private func reason(of side: ReadChain.Side) -> AuditedNumber.Reason {
        if let refused = side.refused { return .unreadMark(refused) }
        if let name = side.expression?.symbols.first(where: { judge.symbols($0) == nil }) { return .unknownName(name) }
        return .unreadMark("its form")
    }

    private func unresolved(_ literal: Literal, at index: Int, _ reason: AuditedNumber.Reason?) -> AuditedNumber.Status {
        if let name = chain.assigned, chain.sides[1..<index].allSatisfy({ $0.name != nil || $0.literal != nil }) {
            let isGiven =
                SymbolTable.isParameter(name) || literal.entries.allSatisfy { judge.sources.source(of: $0.number) == .given }
            return isGiven ? .given : .unchecked(.noCalculation)
        }
        return .unchecked(reason ?? .noCalculation)
    }

    /// Numbers that enter calculations.
    private mutating func markOperands() {
        let isChecked = statuses.values.contains { if case .checked = $0 { true } else { false } }
        let unchecked = statuses.values.lazy.compactMap { status -> AuditedNumber.Reason? in
            if case .unchecked(let reason) = status { reason } else { nil }
        }.first
        for side in chain.sides where side.literal == nil {
            let numbers = side.expression.map { $0.operands.map(\.index) } ?? Self.numbers(in: side.tokens)
            for index in numbers where statuses[index] == nil {
                if isChecked, side.expression != nil {
                    statuses[index] = .operand
                } else if side.expression == nil, let refused = side.refused {
                    statuses[index] = .unchecked(.unreadMark(refused))
                } else {
                    statuses[index] = .unchecked(unchecked ?? .noResult)
                }
            }
        }
    }

    /// The numbers of marks that aren't read as a calculation, without those of indices.
    private static func numbers(in tokens: [MathToken]) -> [Int] {
        var (found, skipping, index) = ([Int](), 0, 0)
        while index < tokens.count {
            let token = tokens[index]
            if skipping > 0 {
                if token.isMark("{") { skipping += 1 } else if token.isMark("}") { skipping -= 1 }
            } else if token.isMark("_") {
                if index + 1 < tokens.count, tokens[index + 1].isMark("{") { skipping = 1 }
                index += 1
            } else if token.isNumber {
                found.append(token.range.lowerBound)
            }
            index += 1
        }
        return found
    }
}
