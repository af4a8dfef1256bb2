import Claims
import Foundation

/// What else the marks of a calculation may mean to those who write them.
extension ReadChain.Side {
    /// The marks with numbers put together otherwise: `96 \frac{12}{32}` as a mixed number, `0.15(3)` as a decimal with a period,
    /// or with the uncertainty of its last digit; and what stands without room joined before a division with room.
    var otherNumbers: [[MathToken]] {
        [replacingAll(mixedNumber), replacingAll(period), replacingAll(measured), grouped].compactMap(\.self)
    }

    /// What stands together without room in brackets, where divisions stand with room and without it: 4/52 / 12/52.
    private var grouped: [MathToken]? {
        func divides(_ token: MathToken) -> Bool { token.isMark("/") || token.isMark("÷") }
        guard tokens.contains(where: { divides($0) && $0.isSpaced }), tokens.contains(where: { divides($0) && !$0.isSpaced })
        else {
            return nil
        }
        var (groups, current, depth) = ([MathToken](), [MathToken](), 0)
        func close() {
            if current.count > 1 {
                let range = current[0].range
                groups += [MathToken(kind: .mark("("), range: range)] + current + [MathToken(kind: .mark(")"), range: range)]
            } else {
                groups += current
            }
            current = []
        }
        for token in tokens {
            if depth == 0, token.kind.isOperation, token.isSpaced {
                close()
                groups.append(token)
                continue
            }
            if token.isMark("(") || token.isMark("{") {
                depth += 1
            } else if token.isMark(")") || token.isMark("}") {
                depth -= 1
            }
            current.append(token)
        }
        close()
        return groups
    }

    /// Whether these are cycles of a permutation, `(15)(14)(13)(12)` or `(1,2)(2,3)`, or the bars of its order around them: no product.
    var isCycles: Bool {
        let inside = tokens.first?.isMark("|") == true ? tokens.dropFirst().dropLast() : tokens[...]
        var (cycles, isOpen) = (0, false)
        for token in inside {
            switch token.kind {
            case .mark("(") where !isOpen: isOpen = true
            case .mark(")") where isOpen: (isOpen, cycles) = (false, cycles + 1)
            case .mark(",") where isOpen: break
            case .number(let number) where isOpen && number.place == 0 && number.exponent == .none: break
            default: return false
            }
        }
        return cycles > 1 && !isOpen
    }

    /// Whether π is a share of something here, not the number: 1 − π, or π¹.
    var meansShare: Bool {
        tokens.indices.contains { index in
            guard tokens[index].kind == .command("pi") else { return false }
            if index > 1, tokens[index - 1].isMark("-"), case .number(let number) = tokens[index - 2].kind, number.value == 1 {
                return true
            }
            guard index + 2 < tokens.count, tokens[index + 1].isMark("^"), case .number(let power) = tokens[index + 2].kind
            else {
                return false
            }
            return power.value == 1
        }
    }

    /// The marks with every place that `replacement` reads otherwise replaced; nil where there is none.
    private func replacingAll(_ replacement: (Int) -> (tokens: [MathToken], count: Int)?) -> [MathToken]? {
        var (changed, index, isChanged) = ([MathToken](), 0, false)
        while index < tokens.count {
            if let (tokens, count) = replacement(index) {
                changed += tokens
                index += count
                isChanged = true
            } else {
                changed.append(tokens[index])
                index += 1
            }
        }
        return isChanged ? changed : nil
    }

    /// A whole number before a fraction, with a plus between them.
    private func mixedNumber(at index: Int) -> (tokens: [MathToken], count: Int)? {
        guard index + 1 < tokens.count, case .number(let number) = tokens[index].kind, number.place == 0,
            case .command(let name) = tokens[index + 1].kind, ExpressionParser.fractions.contains(name)
        else { return nil }
        return ([tokens[index], MathToken(kind: .mark("+"), range: tokens[index + 1].range)], 1)
    }

    /// A decimal, and the digits in brackets right behind it.
    private func digitsInBrackets(at index: Int) -> (number: WrittenNumber, digits: WrittenNumber)? {
        guard index + 3 < tokens.count, case .number(let number) = tokens[index].kind, number.place < 0,
            number.exponent == .none,
            tokens[index + 1].isMark("("), !tokens[index + 1].isSpaced, case .number(let digits) = tokens[index + 2].kind,
            digits.place == 0, digits.exponent == .none, digits.value >= 0, tokens[index + 3].isMark(")")
        else { return nil }
        return (number, digits)
    }

    private func period(at index: Int) -> (tokens: [MathToken], count: Int)? {
        guard let (written, digits) = digitsInBrackets(at: index) else { return nil }
        var number = written
        let cycle = pow(10, Double(digits.text.utf8.count))
        number.value += (number.value < 0 ? -1 : 1) * number.unit * digits.value / (cycle - 1)
        return ([MathToken(kind: .number(number), range: tokens[index].range)], 4)
    }

    private func measured(at index: Int) -> (tokens: [MathToken], count: Int)? {
        digitsInBrackets(at: index).map { _ in ([tokens[index]], 4) }
    }
}
