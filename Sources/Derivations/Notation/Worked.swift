import Exhibits

/// One equality in numbers as it is printed: the operands with the digits a reader sees, and the result.
///
/// A reader who does the sum again with these operands gets the result to its last digit, or the line says ≈.
struct Worked: Hashable, Sendable {
    /// A formula whose numbers are printed ones.
    let operands: Formula
    let relation: Relation
    let result: PrintedNumber
    /// The result with all its digits; 0 where only rounding was left.
    let value: Double

    /// How many digits more than the page's the operands may have where that makes the line hold.
    static let guardDigits = 3

    /// The line with as few digits in its operands as make it hold, and with the page's and ≈ where even three more don't.
    ///
    /// - Parameters:
    ///   - formula: What is evaluated.
    ///   - value: What came out.
    ///   - format: How the result is printed; with the page's digits if nothing is said.
    ///   - size: How large the terms are together; that of the formula if nothing is said.
    ///   - isShortened: Terms are left out of the line, so that nobody can do it again.
    init(
        _ formula: Formula, is value: Double, in graph: ScalarGraph, _ style: MathStyle, format: NumberFormat? = nil,
        size: Double? = nil, isShortened: Bool = false
    ) {
        func line(_ extraDigits: Int) -> Worked {
            Worked(
                formula, is: value, in: graph, style, format: format, size: size, extraDigits: extraDigits,
                isShortened: isShortened)
        }
        let lines = (0...Self.guardDigits).lazy.map(line)
        self = lines.first { $0.relation == .equal } ?? line(0)
    }

    /// The line with so many digits more than the page's in its operands.
    init(
        _ formula: Formula, is value: Double, in graph: ScalarGraph, _ style: MathStyle, format: NumberFormat? = nil,
        size: Double? = nil, extraDigits: Int, isShortened: Bool = false
    ) {
        let isResidue = style.isResidue(value, of: size ?? formula.size(graph.values))
        self.value = isResidue ? 0 : value
        let zero = format.map { PrintedNumber(0, $0) } ?? style.printedZero
        result = isResidue ? zero : format.map { PrintedNumber(value, $0) } ?? style.printed(value)
        operands = formula.printed(in: graph, style, extraDigits: extraDigits)
        // An exact 0 is written without decimals: it is held to the page's.
        let shown = result.value == 0 ? zero : result
        relation = isShortened || shown.isRounding(of: operands.value(graph.values)) ? .equal : .approximately
    }

    /// Whether the only operand already is the result.
    var isTrivial: Bool { operands == .printed(result) }
}

extension Formula {
    /// The formula with all its numbers as they are printed.
    func printed(in graph: ScalarGraph, _ style: MathStyle, extraDigits: Int = 0) -> Formula {
        mapLeaves { leaf in
            switch leaf {
            case .atom(let node):
                let isGiven = graph.nodes[node].operation == .given
                return .printed(
                    isGiven
                        ? style.printedGiven(graph.values[node], extraDigits: extraDigits)
                        : style.printed(graph.values[node], extraDigits: extraDigits))
            case .computed(let value): return .printed(style.printed(value, extraDigits: extraDigits))
            case .given(let value): return .printed(style.printedGiven(value, extraDigits: extraDigits))
            // A number that belongs to the formula is written in full.
            default: return leaf
            }
        }
    }
}
