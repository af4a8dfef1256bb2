import Claims

/// What an author may have meant instead.
extension ChainJudge {
    /// A side read as its author may have meant it otherwise.
    func otherExpressions(of side: ReadChain.Side) -> [PrintedExpression] {
        var habits: [ExpressionParser.Habits] = []
        for joins in [false, true] {
            for takes in [false, true] {
                for signs in [false, true] where joins || takes || signs {
                    habits.append(.init(joinsTightly: joins, functionsTakeProducts: takes, signsFirst: signs))
                }
            }
        }
        var others = habits.compactMap { habit -> PrintedExpression? in
            var parser = ExpressionParser(side.tokens, habits: habit, isKnown: { judge.symbols($0) != nil })
            return parser.whole()
        }.filter { $0 != side.expression }
        // "Layer 2 - 0.5 + 0.3 = …": the first number may belong to the word before.
        if !chain.chain.isFormula, chain.chain.isBehindWord, let first = side.tokens.first, first.isNumber,
            side.tokens.count > 2
        {
            var parser = ExpressionParser(Array(side.tokens.dropFirst()), isKnown: { _ in false })
            if let rest = parser.whole() { others.append(rest) }
            var behind = ExpressionParser(Array(side.tokens.dropFirst(2)), isKnown: { _ in false })
            if let rest = behind.whole() { others.append(rest) }
        }
        return others
    }

    /// What speaks against calling a number wrong, from what stands around it.
    func doubt(_ entry: Literal.Entry, _ side: ReadChain.Side, _ expression: PrintedExpression, _ slip: Slip?)
        -> AuditedNumber.Reason?
    {
        let digits = entry.operand.number.text.utf8.filter(\.isDigit).drop { $0 == UInt8(ascii: "0") }.count
        // A calculation in names is only as certain as what they mean here: there it takes a slip of the finger.
        if !expression.symbols.isEmpty, !(slip?.isTyping == true && digits >= 3) { return .otherMeaning }
        if side.name != nil || (side.usesLetterE && judge.symbols("e") != nil) { return .otherMeaning }
        if side.literal != nil, !(slip?.isTyping == true && digits >= 3) { return .otherMeaning }
        // 1 + 1 = 1 is logic, 7 + 8 = 3 a clock.
        if case .binary(_, let a, let b) = expression, entry.operand.number.place >= 0,
            entry.operand.number.text.utf8.count <= 2,
            [a, b].allSatisfy({ $0.plainNumber?.operand.number.text.utf8.count == 1 })
        {
            return .otherMeaning
        }
        // 60 · 60 = 1 hour
        if let words = chain.chain.wordBehind, isLast(entry), let word = words.split(separator: " ").first,
            !Self.goesOn.contains(word.lowercased())
        {
            return .unit
        }
        // 3 + 4 = 7 + 2 = 9 is bad style, and no wrong number.
        if let first = expression.terms.first?.expression.plainNumber?.operand.number, chain.sides.count > 2,
            isRunning(first, before: side)
        {
            return .otherMeaning
        }
        return nil
    }

    private func isLast(_ entry: Literal.Entry) -> Bool {
        chain.sides.last?.literal?.entries.contains { $0.operand.index == entry.operand.index } ?? false
    }

    func isRunning(_ number: WrittenNumber, before side: ReadChain.Side) -> Bool {
        guard let position = chain.sides.firstIndex(where: { $0.range == side.range }), position > 0,
            let expression = chain.sides[position - 1].expression, let value = judge.value(of: expression, .results)?.number
        else { return false }
        return abs(value.middle - number.value) <= number.unit
    }

    /// Words with which a sentence goes on behind a number.
    private static let goesOn: Set<String> = [
        "and", "or", "which", "is", "as", "for", "so", "in", "the", "but", "then", "if", "with", "because", "since", "that",
        "this",
        "we", "it", "by", "to", "of", "from", "where", "when", "while", "not", "thus", "hence", "therefore", "at", "on",
        "after",
        "before", "und", "oder", "also", "ist", "et", "donc", "est", "y", "es", "code", "too", "again", "here", "now", "these",
    ]
}
