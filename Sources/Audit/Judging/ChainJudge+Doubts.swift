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
        others += side.otherNumbers.compactMap(read)
        // (2) A B = C in a list of rules: the number in brackets may be the rule's.
        if side.tokens.count > 4, side.tokens[0].isMark("("), side.tokens[2].isMark(")"),
            case .number(let label) = side.tokens[1].kind,
            label.place >= 0, label.value < 100, label.value > 0
        {
            if let rest = read(Array(side.tokens.dropFirst(3))) { others.append(rest) }
        }
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

    /// Marks as a calculation, with the names that the notes give values.
    private func read(_ tokens: [MathToken]) -> PrintedExpression? {
        var parser = ExpressionParser(tokens, isKnown: { judge.symbols($0) != nil })
        return parser.whole()
    }

    /// Where in the chain a side stands.
    func position(of side: ReadChain.Side) -> Int? { chain.sides.firstIndex { $0.range == side.range } }

    /// What speaks against calling a number wrong, from what stands around it.
    func doubt(_ entry: Literal.Entry, _ side: ReadChain.Side, _ expression: PrintedExpression, _ slip: Slip?)
        -> AuditedNumber.Reason?
    {
        let digits = entry.operand.number.digitsThatSay
        // A calculation in names is only as certain as what they mean here: there it takes a slip of the finger.
        if !expression.symbols.isEmpty, !(slip?.isTyping == true && digits >= 3) { return .otherMeaning }
        if side.name != nil || (side.usesLetterE && judge.symbols("e") != nil) { return .otherMeaning }
        if side.literal != nil, !(slip?.isTyping == true && digits >= 3) { return .otherMeaning }
        // 2/6 : 3/6 = 0.67 divides twice.
        if chain.chain.isBehindColon, side.range == chain.sides.first?.range { return .otherMeaning }
        if side.isCycles, isBracketed(entry) || side.tokens.contains(where: { $0.isMark("|") || $0.isMark(",") }) {
            return .otherMeaning
        }
        if isName(entry, side) || isApproximation(side) || isModular(side) { return .otherMeaning }
        // σ(2) = 8 permutes.
        if expression.uses(.sigma), entry.number.place >= 0 { return .otherMeaning }
        // 000 and 0010 are bits.
        if entry.operand.number.text.hasPrefix("00") { return .otherMeaning }
        // 1 + 1 = 1 is logic, 7 + 8 = 3 a clock, 3×3 = 128 a filter's size.
        if case .binary(let operation, let a, let b) = expression, entry.operand.number.place >= 0,
            let left = a.plainNumber?.operand.number.text, let right = b.plainNumber?.operand.number.text,
            left.utf8.count == 1, right.utf8.count == 1,
            entry.operand.number.text.utf8.count <= 2 || (operation == .times && left == right)
        {
            return .otherMeaning
        }
        // 60 · 60 = 1 hour
        if let words = chain.chain.wordBehind, isLast(entry), let word = words.split(separator: " ").first,
            !Self.goesOn.contains(word.lowercased())
        {
            return .unit
        }
        // 3 + 4 = 7 + 2 = 9 and 1 + 2 + 3 = 6 / 3 = 2 are bad style, and no wrong numbers.
        if let first = leadingNumber(of: side), chain.sides.count > 2, isRunning(first, before: side) { return .otherMeaning }
        if [fitsWithGroupsAsDecimals, fitsInBinary, fitsWithPointsAsTimes].contains(where: { $0(entry, expression) }) {
            return .otherMeaning
        }
        let value = judge.value(of: expression, .none)?.number?.middle
        return value.flatMap { meaning(of: entry, side, $0) }
    }

    /// The number that a side begins with, before an operation.
    func leadingNumber(of side: ReadChain.Side) -> WrittenNumber? {
        guard side.tokens.count > 2, case .number(let number) = side.tokens[0].kind, side.tokens[1].kind.isOperation else {
            return nil
        }
        return number
    }

    /// Whether the operands show less than they were computed with: the result follows from them if they were rounded, and has
    /// digits that they can't give, or they are measured numbers, or shares of scaled ones.
    func hasHiddenDigits(_ entry: Literal.Entry, _ side: ReadChain.Side, _ expression: PrintedExpression) -> Bool {
        let operands = expression.operands.map(\.number)
        guard operands.contains(where: { $0.place < 0 || $0.exponent != .none }),
            judge.followsIfRounded(entry.number, from: expression)
        else { return false }
        let plain = expression.terms.compactMap { $0.expression.plainNumber?.operand.number.place }
        let isSum = expression.terms.count > 1 && plain.count == expression.terms.count
        if isSum, let finest = plain.min(), finest < 0, entry.number.place < finest { return true }
        if operands.contains(where: { $0.exponent != .none && $0.text.contains { $0 == "." || $0 == "," } }) { return true }
        guard let position = position(of: side), position > 0 else { return false }
        // 66M / 340M = 0.19: the shares of scaled numbers.
        let before = chain.sides[position - 1].tokens
        return zip(before, before.dropFirst()).contains { $0.isNumber && Self.suffixes.contains($1.kind) && !$1.isSpaced }
    }

    private static let suffixes: Set<MathToken.Kind> = Set(["K", "k", "M", "B", "G", "T"].map(MathToken.Kind.letters))

    private func isLast(_ entry: Literal.Entry) -> Bool {
        chain.sides.last?.literal?.entries.contains { $0.operand.index == entry.operand.index } ?? false
    }

    func isRunning(_ number: WrittenNumber, before side: ReadChain.Side) -> Bool {
        guard let position = position(of: side), position > 0,
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
