import Exhibits

/// Formulas in TeX: with names, or with the numbers they stand for.
struct FormulaWriter: Sendable {
    let graph: ScalarGraph
    let style: MathStyle
    /// Longer sums are cut to their first two terms and their last.
    let longest = 6

    /// How tightly the surroundings bind: what needs parentheses in them.
    private enum Context: Int, Comparable {
        case whole, term, subtracted, firstFactor, factor, base

        static func < (a: Context, b: Context) -> Bool { a.rawValue < b.rawValue }
    }

    func tex(_ formula: Formula) -> TeX { tex(formula, .whole) }

    /// One of the terms of a sum, in parentheses where its minus would meet the plus before it.
    func term(_ formula: Formula, isFirst: Bool) -> TeX { tex(formula, isFirst ? .whole : .term) }

    /// The name of a node, or its formula.
    func tex(_ node: Int) -> TeX { tex(.atom(node), .whole) }

    /// What stands behind ∂: a name, or a formula in parentheses.
    func differential(of node: Int) -> TeX {
        let name = graph.isNamed(node) ? tex(node) : tex(graph.formula(of: node)).inParentheses
        return name.enclosed("\\partial ", "", width: 1)
    }

    /// A formula with its numbers as printed, and what comes out.
    func worked(_ formula: Formula, is value: Double, format: NumberFormat? = nil) -> Worked {
        Worked(
            formula, is: value, in: graph, style, format: format, isShortened: formula.isShortened(longest: longest))
    }

    /// The operands in a cell of their own, beside that of the result: ≈ before them where they don't give it.
    func operands(of worked: Worked) -> String {
        (worked.relation == .equal ? "" : worked.relation.tex + " ") + tex(worked.operands).text
    }

    private func tex(_ formula: Formula, _ context: Context) -> TeX {
        switch formula {
        case .atom(let node): return atom(node, context)
        case .number(let value): return number(PrintedNumber(value, .shortest), context)
        case .computed(let value): return number(style.printed(value), context)
        case .given(let value): return number(style.printedGiven(value), context)
        case .printed(let value): return number(value, context)
        case .sum(let terms): return sum(terms).inParentheses(if: context > .term)
        case .product(let factors): return product(factors, context).inParentheses(if: context == .base)
        case .bias(let term):
            return style.notation == .sequential
                ? tex(term, .firstFactor).joined(TeX("1", width: 1), by: style.times) : tex(term, context)
        case .quotient(let a, let b):
            return TeX.fraction(tex(a, .whole), tex(b, .whole)).inParentheses(if: context == .base)
        case .power(let base, let exponent):
            // TeX knows no second superscript: a_1^{(2)} squared needs parentheses, as it does for a reader.
            let text = tex(base, .base)
            return text.inParentheses(if: text.isRaised && !text.opensBracket)
                .raised(to: TeX(PrintedNumber(exponent, .shortest)))
        case .negation(let term):
            return tex(term, .subtracted).negated.inParentheses(if: context > .term && context != .firstFactor)
        case .function(let function, let x):
            return apply(function, x).inParentheses(if: context == .base && ![.sqrt, .abs].contains(function))
        case .slope(let function, let x): return call("\(function.tex)'", width: 3, [tex(x, .whole)])
        case .ownFunction(let function, let x): return call(function.name, [x])
        case .ownSlope(let function, let x): return call("\(TeXEscape.name(function.name))'", width: 4, [tex(x, .whole)])
        case .opaque(let function, let terms): return call(function.name, terms)
        case .opaqueSlope(let function, let k, let terms):
            return call(function.name, terms).enclosed("\\partial_{\(k + 1)}", "", width: 2)
        case .maximum(let terms): return call("\\max", width: 3, terms.map { tex($0, .whole) })
        case .minimum(let terms): return call("\\min", width: 3, terms.map { tex($0, .whole) })
        case .softmax(let index, let terms):
            let powers = TeX.sum(shortened(terms.map { exponential(tex($0, .whole)) }))
            return TeX.fraction(exponential(tex(terms[index], .whole)), powers)
        }
    }

    private func call(_ name: String, _ terms: [Formula]) -> TeX {
        call(TeXEscape.name(name), width: Double(name.count), shortened(terms.map { tex($0, .whole) }, dots: .lowDots))
    }

    private func call(_ sign: String, width: Double, _ arguments: [TeX]) -> TeX {
        TeX.list(arguments).enclosed("\(sign)(", ")", width: width + 2)
    }

    private func exponential(_ power: TeX) -> TeX { TeX("e", width: 1).raised(to: power) }

    private func atom(_ node: Int, _ context: Context) -> TeX {
        if let symbol = graph.symbol(of: node) { return style.name(symbol) }
        guard graph.nodes[node].operation == .given else { return tex(graph.formula(of: node), context) }
        return number(style.printedGiven(graph.values[node]), context)
    }

    /// A number in parentheses where its minus would meet another sign or a factor before it.
    private func number(_ number: PrintedNumber, _ context: Context) -> TeX {
        let meetsSign = number.isNegative && [.term, .subtracted, .factor, .base].contains(context)
        return TeX(number).inParentheses(if: meetsSign)
    }

    private func sum(_ terms: [Formula]) -> TeX {
        let shown = shortenedSum(terms)
        var result: TeX?
        for (index, term) in shown.enumerated() {
            switch (term, result) {
            case (nil, let before): result = before?.plus(.dots)
            case (.negation(let inner)?, let before):
                let inner = tex(inner, .subtracted)
                result = before?.minus(inner) ?? inner.negated
            case (let term?, let before):
                let text = tex(term, index == 0 ? .whole : .term)
                result = before?.plus(text) ?? text
            }
        }
        return result ?? TeX("0", width: 1)
    }

    private func product(_ factors: [Formula], _ context: Context) -> TeX {
        let isInNumbers = !factors.contains(where: \.hasNames)
        var result: TeX?
        for (index, factor) in factors.enumerated() {
            let first = index == 0 && context != .subtracted && context != .factor && context != .term
            // The half of a half square is a fraction on every board.
            let isHalf = index == 0 && factors.count > 1 && factor == .number(0.5)
            let next = (isHalf ? Self.half : tex(factor, first ? .firstFactor : .factor)).closed
            guard let before = result else {
                result = next
                continue
            }
            // A bracket right after a factor needs no sign: out (1 − out).
            let needsNone = next.opensBracket && !factor.isNumber && (!isInNumbers || factors[index - 1] == .number(0.5))
            result = before.joined(
                next, by: needsNone ? Self.nothing : between(factors[index - 1], factor, isInNumbers: isInNumbers))
        }
        return result ?? TeX("1", width: 1)
    }

    private func between(_ a: Formula, _ b: Formula, isInNumbers: Bool) -> TeX.Sign {
        if isInNumbers || b.isNumber { return style.times }
        return a.isNumber ? TeX.Sign(" ", width: 0) : style.juxtaposition
    }

    private static let half = TeX.fraction(TeX("1", width: 1), TeX("2", width: 1))
    private static let nothing = TeX.Sign("", width: 0)

    private func apply(_ function: ScalarFunction, _ x: Formula) -> TeX {
        let inner = tex(x, .whole)
        switch function {
        case .exp: return exponential(inner)
        case .sigmoid:
            let power = exponential(tex(x, .subtracted).negated)
            return TeX.fraction(TeX("1", width: 1), TeX("1", width: 1).plus(power))
        case .sqrt: return inner.enclosed("\\sqrt{", "}", width: 1)
        case .abs: return inner.enclosed("\\left|", "\\right|", width: 2)
        case .log: return call(style.logarithm, width: 3, [inner])
        case .relu: return call("\\max", width: 3, [TeX("0", width: 1), inner])
        case .softplus: return call(style.logarithm, width: 3, [TeX("1", width: 1).plus(exponential(inner))])
        case .identity: return inner
        default: return call(function.tex, width: Double(function.word.count), [inner])
        }
    }

    /// The first two, dots and the last, when there are too many.
    func shortened(_ texts: [TeX], dots: TeX = .dots) -> [TeX] {
        texts.count <= longest ? texts : [texts[0], texts[1], dots, texts[texts.count - 1]]
    }

    /// The terms of a sum that are written; `nil` stands for dots. A bias is always among them.
    private func shortenedSum(_ terms: [Formula]) -> [Formula?] {
        guard terms.count > longest else { return terms }
        return [terms[0], terms[1], nil] + terms.suffix(terms.last?.isBias == true ? 2 : 1)
    }
}

extension Formula {
    var isBias: Bool { if case .bias = self { true } else { false } }

    /// Whether it is a number alone.
    fileprivate var isNumber: Bool {
        switch self {
        case .number, .computed, .given, .printed: true
        default: false
        }
    }
}
