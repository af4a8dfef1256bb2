import Claims
import Foundation

/// What calculations are made of.
extension ExpressionParser {
    mutating func atom() -> PrintedExpression? {
        guard let kind = next else { return refuse() }
        switch kind {
        case .number(let number):
            let position = tokens[index].range.lowerBound
            index += 1
            return .number(PrintedExpression.Operand(number, index: position))
        case .mark("("), .mark("["):
            return bracketed(closing: kind == .mark("(") ? .mark(")") : .mark("]"))
        case .mark("{"):
            if let name = groupedName() { return named(name) }
            // \operatorname{softmax}, \mathrm{ReLU}: a function set upright.
            if case .letters(let text)? = self.kind(at: 1), self.kind(at: 2) == .mark("}"),
                let function = PrintedFunction(named: text)
            {
                index += 2
                return applied(function)
            }
            return bracketed(closing: .mark("}"))
        case .mark("|"): return between(.mark("|"), .absolute)
        case .command("|"), .command("Vert"), .command("lVert"): return norm()
        case .command("lvert"): return enclosed(by: .command("rvert"), .absolute)
        case .mark("√"): return root()
        case .mark("π"), .command("pi"):
            index += 1
            // With an index it is a quantity: a probability or a policy.
            let scripts = scripts()
            return scripts.isEmpty ? .constant(.pi) : named("\\pi" + scripts)
        case .begin(let name): return matrix(name)
        case .command(let name): return command(name)
        case .letters: return letters()
        default: return refuse()
        }
    }

    private mutating func command(_ name: String) -> PrintedExpression? {
        if Self.fractions.contains(name) {
            index += 1
            return fraction()
        }
        if name == "sqrt" { return root() }
        if let function = PrintedFunction(named: name) {
            // σ is a function where it has an argument, elsewhere a quantity.
            if function != .sigma || opensArgument(at: 1) { return applied(function) }
        }
        if name == "underbrace" || name == "overbrace" {
            index += 1
            let value = argument()
            if take(.mark("_")) || take(.mark("^")) { skipScript() }
            return value
        }
        guard let name = symbolName() else { return refuse() }
        return named(name)
    }

    private func opensArgument(at offset: Int) -> Bool {
        kind(at: offset) == .mark("(") || kind(at: offset) == .mark("[") || kind(at: offset) == .command("{")
    }

    /// An expression, or a vector, in brackets.
    private mutating func bracketed(closing: MathToken.Kind) -> PrintedExpression? {
        guard let values = list(closing: closing) else { return nil }
        if values.count == 1 { return values[0] }
        // Vectors in round brackets are columns: x^T y is the sum of products.
        let areNumbers = values.allSatisfy { if case .matrix = $0 { false } else { true } }
        return closing == .mark(")") && areNumbers ? .matrix(values.map { [$0] }) : .matrix([values])
    }

    /// What stands between brackets, parted by commas.
    private mutating func list(closing: MathToken.Kind) -> [PrintedExpression]? {
        index += 1
        var values: [PrintedExpression] = []
        repeat {
            guard let value = sum() else { return nil }
            values.append(value)
        } while take(.mark(",")) || take(.mark(";"))
        guard take(closing) else {
            _ = refuse()
            return nil
        }
        return values
    }

    private mutating func between(_ mark: MathToken.Kind, _ function: PrintedFunction) -> PrintedExpression? {
        enclosed(by: mark, function)
    }

    private mutating func enclosed(by closing: MathToken.Kind, _ function: PrintedFunction) -> PrintedExpression? {
        index += 1
        guard let value = sum(), take(closing) else { return refuse() }
        return .applied(function, [value])
    }

    /// `\|x\|`, `\|x\|_1`: without an index the Euclidean norm.
    private mutating func norm() -> PrintedExpression? {
        let closing: MathToken.Kind = next == .command("lVert") ? .command("rVert") : next ?? .stop
        index += 1
        guard let value = sum(), take(closing) else { return refuse() }
        // The number π has no norm; a distribution has.
        if case .constant = value { return refuse() }
        guard take(.mark("_")) else { return .applied(.euclideanNorm, [value]) }
        let name = scriptText()
        switch name {
        case "2": return .applied(.euclideanNorm, [value])
        case "1": return .applied(.sumNorm, [value])
        case "\\infty": return .applied(.maximumNorm, [value])
        default: return refuse()
        }
    }

    /// A group in braces, or one mark.
    mutating func argument() -> PrintedExpression? {
        if next == .mark("{") { return bracketed(closing: .mark("}")) }
        guard case .number(let number)? = next, number.text.utf8.count == 1 else { return refuse() }
        return atom()
    }

    private mutating func fraction() -> PrintedExpression? {
        // \frac12
        if case .number(let number)? = next, number.text.utf8.count == 2, number.text.utf8.allSatisfy(\.isDigit) {
            let digits = number.text.compactMap { Double(String($0)) }
            index += 1
            return .binary(.divided, .constant(digits[0]), .constant(digits[1]))
        }
        if let name = derivativeName() { return named(name) }
        guard let top = argument(), let bottom = argument() else { return nil }
        return .binary(.divided, top, bottom)
    }

    private mutating func root() -> PrintedExpression? {
        index += 1
        if next == .mark("[") {
            guard let degree = bracketed(closing: .mark("]")), let value = argument() else { return refuse() }
            return .binary(.power, value, .binary(.divided, .constant(1), degree))
        }
        let value = next == .mark("{") ? argument() : power()
        return value.map { .applied(.squareRoot, [$0]) }
    }

    /// A function and its argument: in brackets, or the factor that follows.
    mutating func applied(_ function: PrintedFunction) -> PrintedExpression? {
        index += 1
        var (function, exponent) = (function, PrintedExpression?.none)
        if take(.mark("_")) {
            switch (function, scriptText()) {
            case (.logarithm, "2"): function = .binaryLogarithm
            case (.logarithm, "10"): function = .decimalLogarithm
            case (.logarithm, "e"): function = .naturalLogarithm
            default: return refuse()
            }
        }
        if take(.mark("^")) {
            guard case .number(let number)? = next, number.text == "2" else { return refuse() }
            index += 1
            exponent = .constant(2)
        }
        let arguments: [PrintedExpression]?
        switch next {
        case .mark("("): arguments = list(closing: .mark(")"))
        case .mark("["): arguments = list(closing: .mark("]"))
        case .mark("{"): arguments = list(closing: .mark("}"))
        case .command("{"): arguments = list(closing: .command("}"))
        default: arguments = (habits.functionsTakeProducts ? product() : looseArgument()).map { [$0] }
        }
        guard let arguments else { return refuse() }
        let value = PrintedExpression.applied(function, arguments)
        return exponent.map { .binary(.power, value, $0) } ?? value
    }

    private mutating func looseArgument() -> PrintedExpression? {
        if take(.mark("-")) { return power().map { .negated($0) } }
        return power()
    }

    private mutating func matrix(_ name: String) -> PrintedExpression? {
        guard
            ["pmatrix", "bmatrix", "matrix", "smallmatrix", "array", "psmallmatrix", "bsmallmatrix", "Bmatrix"].contains(name)
        else {
            return refuse()
        }
        index += 1
        var rows: [[PrintedExpression]] = [[]]
        while next != .end(name) {
            if take(.newLine) {
                rows.append([])
            } else if !take(.mark("&")) {
                guard let value = sum() else { return refuse() }
                rows[rows.count - 1].append(value)
            }
        }
        index += 1
        if rows.last?.isEmpty == true { rows.removeLast() }
        guard let width = rows.first?.count, width > 0, rows.allSatisfy({ $0.count == width }) else { return refuse() }
        return .matrix(rows)
    }
}
