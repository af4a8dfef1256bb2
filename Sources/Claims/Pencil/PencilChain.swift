/// Expressions with = or ≈ between them.
struct PencilChain {
    private var parts: [Part] = []

    private struct Part {
        var tokens: [PencilToken] = []
        /// Whether ≈ stands before it.
        var isAbout = false
    }

    /// The calculations of a text. One ends where anything but a number, an operation or a relation stands between two; a new
    /// line goes on with the last one if it begins with a relation or an operation.
    static func chains(of tokens: [PencilToken]) -> [PencilChain] {
        var chains: [PencilChain] = []
        var chain = PencilChain(parts: [Part()])
        func finish() {
            if chain.parts.count > 1 { chains.append(chain) }
            chain = PencilChain(parts: [Part()])
        }
        var isNewLine = false
        for token in tokens {
            switch token.kind {
            case .lineBreak: isNewLine = true
            // Room at the beginning of a line is no end.
            case .end where isNewLine: break
            case .end: finish()
            case .equals, .about:
                isNewLine = false
                chain.parts.append(Part(isAbout: token.kind == .about))
            default:
                if isNewLine, ![.plus, .minus, .times, .divided].contains(token.kind) { finish() }
                isNewLine = false
                chain.parts[chain.parts.count - 1].tokens.append(token)
            }
        }
        finish()
        return chains
    }

    /// Every result is held to all expressions before it that = joins with it.
    func mismatches(under convention: Convention) -> [PencilMismatch] {
        var reckoned: [Double] = []
        var found: [PencilMismatch] = []
        for part in parts {
            if part.isAbout { reckoned = [] }
            if let result = Self.result(part.tokens) {
                let failing = reckoned.first { value in
                    let verdict = result.number.verdict(for: value, under: convention)
                    return verdict != .exact && verdict != .vague
                }
                if let failing {
                    found.append(
                        PencilMismatch(
                            piece: result.token.piece, offset: result.token.offset, printed: result.number.text,
                            reckoned: result.number.reckonedText(failing)))
                }
                // Of two results one after the other the second rounds the first.
                reckoned = []
            } else if let value = PencilEvaluation.value(of: part.tokens), value.isFinite {
                reckoned.append(value)
            }
        }
        return found
    }

    /// The one number, with or without a sign, that a part consists of.
    private static func result(_ tokens: [PencilToken]) -> (number: WrittenNumber, token: PencilToken)? {
        var rest = tokens[...]
        var isNegative = false
        while rest.count > 2, rest.first?.kind == .opening, rest.last?.kind == .closing { rest = rest.dropFirst().dropLast() }
        if rest.count > 1, let first = rest.first, first.kind == .minus || first.kind == .plus {
            isNegative = first.kind == .minus
            rest = rest.dropFirst()
        }
        while rest.count > 2, rest.first?.kind == .opening, rest.last?.kind == .closing { rest = rest.dropFirst().dropLast() }
        guard rest.count == 1, let token = rest.first, case .number(var number) = token.kind else { return nil }
        if isNegative {
            number.value = -number.value
            number.text = "−" + number.text
        }
        return (number, token)
    }
}

extension WrittenNumber {
    /// A value with as many digits as this number has, and one more where that alone shows the difference.
    fileprivate func reckonedText(_ value: Double) -> String {
        let own = correction(for: value) ?? computedText(value)
        return own == text ? computedText(value) : own
    }
}
