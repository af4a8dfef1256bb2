import Exhibits

/// How one page writes mathematics: its notation, symbols and digits, in one place.
struct MathStyle: Sendable {
    let page: PageStyle

    init(_ page: PageStyle = .current) { self.page = page }

    var notation: PageStyle.Notation { page.notation }

    /// Between numbers: slides write ∗, textbooks a dot.
    var times: TeX.Sign { TeX.Sign(notation == .sequential ? " * " : " \\cdot ", width: 2) }
    /// Between symbols: slides write ∗, textbooks nothing.
    var juxtaposition: TeX.Sign { notation == .sequential ? times : TeX.Sign(" ", width: 0) }
    /// The learning rate.
    var rate: String { page.rateSymbol ?? (notation == .sequential ? "\\eta" : "\\alpha") }
    var logarithm: String { notation == .sequential ? "\\ln" : "\\log" }

    func name(_ symbol: Symbol) -> TeX { TeX(name: tex(symbol)) }

    /// A name in TeX, with the page's own letter for the loss.
    func tex(_ symbol: Symbol) -> String {
        let tex = symbol.tex(notation)
        guard let letter = page.lossSymbol, symbol.isLoss else { return tex }
        return letter + tex.dropFirst()
    }

    /// A name in plain text.
    func text(_ symbol: Symbol) -> String {
        let text = symbol.text(notation)
        guard let letter = page.lossSymbol, symbol.isLoss else { return text }
        return letter + text.dropFirst()
    }

    /// A computed number: the page's digits with trailing zeros; scientific where these would leave too few. 0 is just 0.
    ///
    /// - Parameter extraDigits: So many digits more, unless the page's say it all.
    func printed(_ value: Double, extraDigits: Int = 0) -> PrintedNumber {
        guard value != 0 else { return PrintedNumber(0, .shortest) }
        let format = NumberFormat.automatic(for: value, digits: page.digits)
        let number = PrintedNumber(value, format)
        guard extraDigits > 0, !number.isExact(for: value) else { return number }
        return PrintedNumber(value, format.extended(by: extraDigits))
    }

    /// A given number: as it was given if that is short, otherwise like a computed one.
    func printedGiven(_ value: Double, extraDigits: Int = 0) -> PrintedNumber {
        let short = PrintedNumber(value, .shortest)
        let room = short.exponent == nil ? max(page.digits, 4) + 2 : 4
        return value.isFinite && short.width <= room ? short : printed(value, extraDigits: extraDigits)
    }

    /// What rounding left of a sum that cancels: nothing, to the page's digits.
    var printedZero: PrintedNumber { PrintedNumber(0, .decimals(page.digits)) }

    /// Whether a sum is nothing but the rounding of its terms, which together are of this size: 2.8e-17 for 0.5 − 0.6 + 0.1.
    func isResidue(_ value: Double, of size: Double) -> Bool { value != 0 && abs(value) <= Self.rounding * size }

    /// Sixty-four roundings: enough for long sums, and far below what is left of terms that differ in their 13th digit.
    static let rounding = 64 * 0x1p-53

    func sum(_ value: Double, of terms: [Double]) -> PrintedNumber {
        isResidue(value, of: terms.reduce(0) { $0 + abs($1) }) ? printedZero : printed(value)
    }

    func number(_ value: Double) -> String { printed(value).tex }
    func given(_ value: Double) -> String { printedGiven(value).tex }
}

extension NumberFormat {
    /// With so many digits more.
    fileprivate func extended(by count: Int) -> NumberFormat {
        switch self {
        case .decimals(let digits): .decimals(digits + count)
        case .significant(let digits): .significant(digits + count)
        case .scientific(let digits): .scientific(digits + count)
        case .shortest: .shortest
        }
    }
}
