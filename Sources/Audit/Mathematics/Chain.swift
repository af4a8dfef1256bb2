import Claims

/// Expressions with = or ≈ between them, in one place of the notes.
struct Chain {
    struct Part {
        var tokens: [MathToken] = []
        /// Whether ≈ stands before it.
        var isAbout = false
    }

    var parts: [Part] = [Part()]
    var isFormula: Bool
    /// What stands behind it is a word, which may be the unit of its last number.
    var wordBehind: String?
    /// A word stands right before it, to which its first number may belong.
    var isBehindWord = false
    /// It begins with an operation whose left operand isn't read: `size + 1 = 4` in running text.
    var isFragment = false
    /// A number and a colon stand right before it, which may mean a division: `2/6 : 3/6 = 0.67`.
    var isBehindColon = false

    /// Where it begins in the flat text.
    var start: Int { parts.first { !$0.tokens.isEmpty }?.tokens.first?.range.lowerBound ?? 0 }

    var isEmpty: Bool { parts.count == 1 && parts[0].tokens.isEmpty }

    /// The chains of a passage, and also what stands alone: a chain of one part.
    static func chains(of tokens: [MathToken], isFormula: Bool) -> [Chain] {
        AlignedColumns.equations(of: tokens).flatMap { tokens in
            var splitter = ChainSplitter(isFormula: isFormula)
            for index in tokens.indices { splitter.take(tokens, at: index) }
            splitter.finish()
            return splitter.chains
        }
    }
}

/// Cuts marks into chains: at commas, words and everything else that ends a calculation, outside brackets.
///
/// A new line of an aligned formula goes on with the last one if it begins with a relation or an operation.
private struct ChainSplitter {
    let isFormula: Bool
    var chains: [Chain] = []
    private var chain: Chain
    private var depth = 0
    private var isNewLine = false
    private var isNewColumn = false

    init(isFormula: Bool) {
        self.isFormula = isFormula
        chain = Chain(isFormula: isFormula)
    }

    mutating func finish(before word: String? = nil) {
        chain.wordBehind = word
        // A number behind a comma that calculates nothing is the next of a list.
        if chain.parts.count == 1, chain.parts[0].tokens.first?.isMark(",") == true { chain.parts[0].tokens.removeFirst() }
        if !chain.isEmpty { chains.append(chain) }
        chain = Chain(isFormula: isFormula)
        chain.isBehindWord = word != nil
        (depth, isNewLine, isNewColumn) = (0, false, false)
    }

    /// Ends a chain where the next one will be only a part of something.
    private mutating func finishBeforeRest() {
        finish()
        chain.isFragment = true
    }

    private mutating func append(_ token: MathToken) { chain.parts[chain.parts.count - 1].tokens.append(token) }

    mutating func take(_ tokens: [MathToken], at index: Int) {
        let token = tokens[index]
        switch token.kind {
        case .begin(let name) where AlignedColumns.arranging.contains(name),
            .end(let name) where AlignedColumns.arranging.contains(name):
            if depth == 0, case .end = token.kind { finish() }
            return
        case .mark("("), .mark("["):
            // In running text a calculation may stand in brackets.
            if !isFormula, depth == 0, holdsRelation(tokens, from: index) { return finish(before: nil) }
            // sqrt(2 · 5) isn't 2 · 5.
            if !isFormula, depth == 0, index > 0, !token.isSpaced {
                if case .words = tokens[index - 1].kind { chain.isFragment = true }
                // (f ∘ g)(2) isn't 2.
                if tokens[index - 1].isMark(")"), chain.isEmpty { chain.isFragment = true }
            }
            startOfOperand(token)
            depth += 1
        case .mark("{"), .command("{"), .begin:
            startOfOperand(token)
            depth += 1
        case .mark(")"), .mark("]"), .mark("}"), .command("}"), .end:
            guard depth > 0 else {
                // Brackets that don't pair have cut a command off from its next group.
                return isFormula && token.isMark("}") ? finishBeforeRest() : finish()
            }
            depth -= 1
        case .newLine where depth == 0:
            isNewLine = true
            return
        case .mark("&") where depth == 0:
            isNewColumn = true
            return
        case .rest: return finishBeforeRest()
        case _ where depth > 0:
            // What ends a formula ends it in brackets that were never closed, too.
            if token.kind == .stop { return finish() }
        case let kind where kind.relation != nil:
            (isNewLine, isNewColumn) = (false, false)
            chain.parts.append(Chain.Part(isAbout: kind.relation == .about))
            return
        case .words(let word): return finish(before: word)
        // Nothing begins with an operation but a sign: what is before it isn't read.
        case let kind where kind.isOperation && chain.isEmpty:
            if !isSign(tokens, at: index) { chain.isFragment = true }
            startOfOperand(token)
        // Room at the beginning of a line is no end.
        case .command("quad") where isNewLine, .command("qquad") where isNewLine: return
        // \frac{1}{6}.(1 + 2)
        case .mark(".") where isFormula && isTimes(tokens, at: index):
            startOfOperand(token)
            return append(MathToken(kind: .mark("·"), range: token.range))
        // 0. 482
        case .mark(".") where isFormula && index > 0 && !token.isSpaced && isBetweenNumbers(tokens, at: index):
            return finishBeforeRest()
        // 2.1 , \text{GB}
        case .mark(",") where index + 1 < tokens.count && tokens[index + 1].scale != nil:
            return finish(before: tokens[index + 1].scale)
        case .mark(",") where isFormula && joinsDigits(tokens, at: index):
            // Notes with decimal points may have a number with a comma all the same.
            if chain.parts.count == 1, chain.parts[0].tokens.count == 1 { finish() }
        case .mark(":"):
            let isDivision = index > 0 && token.isSpaced && tokens[index - 1].isNumberOrClosed
            finish()
            chain.isBehindColon = isDivision
            return
        case let kind where kind.isSeparator: return finish()
        // The sign at which a line was broken is said again on the next one.
        case let kind where isNewLine && kind.isOperation && chain.parts[chain.parts.count - 1].tokens.last?.kind == kind:
            (isNewLine, isNewColumn) = (false, false)
            return
        default: startOfOperand(token)
        }
        append(token)
    }

    private mutating func startOfOperand(_ token: MathToken) {
        guard depth == 0 else { return }
        let current = chain.parts[chain.parts.count - 1].tokens
        let goesOn = token.kind.isOperation || current.last?.kind.isOperation == true
        if isNewLine, !goesOn { finish() }
        // Behind a result a line that begins with a minus may go on with it, or begin with a negative number.
        if isNewLine, isNewColumn, token.isMark("-"), chain.parts.count > 1 {
            finish()
            chain.isFragment = true
        }
        // Two columns of an alignment are two formulas, unless a relation stands between them.
        if isNewColumn, !goesOn, !current.isEmpty, !isNewLine { finish() }
        (isNewLine, isNewColumn) = (false, false)
    }

    /// Whether a comma stands between digits without room.
    private func joinsDigits(_ tokens: [MathToken], at index: Int) -> Bool {
        isBetweenNumbers(tokens, at: index) && !tokens[index].isSpaced && !tokens[index + 1].isSpaced
    }

    private func isBetweenNumbers(_ tokens: [MathToken], at index: Int) -> Bool {
        index > 0 && index + 1 < tokens.count && tokens[index - 1].isNumber && tokens[index + 1].isNumber
    }

    /// Whether a point stands between a factor and a bracket without room.
    private func isTimes(_ tokens: [MathToken], at index: Int) -> Bool {
        index > 0 && index + 1 < tokens.count && tokens[index - 1].isNumberOrClosed && !tokens[index].isSpaced
            && tokens[index + 1].isMark("(") && !tokens[index + 1].isSpaced
    }

    /// Whether an operation at the beginning is the sign of a number. In running text it stands right before its number, and a
    /// hyphen right behind its word: md-8.
    private func isSign(_ tokens: [MathToken], at index: Int) -> Bool {
        guard tokens[index].isMark("-") else { return false }
        if isFormula { return true }
        if index > 0, !tokens[index].isSpaced, case .words = tokens[index - 1].kind { return false }
        return index + 1 < tokens.count && !tokens[index + 1].isSpaced
    }

    private func holdsRelation(_ tokens: [MathToken], from start: Int) -> Bool {
        var nested = 0
        for token in tokens[start..<min(tokens.count, start + 400)] {
            switch token.kind {
            case .mark("("), .mark("["): nested += 1
            case .mark(")"), .mark("]"):
                nested -= 1
                if nested == 0 { return false }
            case .words, .stop, .rest: return true
            case let kind where kind.relation != nil: return true
            default: break
            }
        }
        return false
    }
}
