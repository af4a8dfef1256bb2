import Exhibits
import Foundation

/// How one page writes mathematics: its notation, symbols and digits, in one place.
struct MathStyle: Sendable {
    let page: PageStyle

    init(_ page: PageStyle = .current) { self.page = page }

    var notation: PageStyle.Notation { page.notation }

    /// Between numbers: slides write ∗, textbooks a dot.
    var times: String { notation == .sequential ? " * " : " \\cdot " }
    /// Between symbols: slides write ∗, textbooks nothing.
    var juxtaposition: String { notation == .sequential ? " * " : " " }
    /// The learning rate.
    var rate: String { page.rateSymbol ?? (notation == .sequential ? "\\eta" : "\\alpha") }
    var logarithm: String { notation == .sequential ? "\\ln" : "\\log" }

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

    /// A computed number: the page's digits with trailing zeros; scientific where these would leave fewer than three.
    func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "\\text{nan}" : value < 0 ? "-\\infty" : "\\infty" }
        let size = abs(value)
        let digits = page.digits
        if size == 0 { return "0" }
        guard size < pow(10, Double(2 - digits)) || size >= 1e9 else {
            return NumberFormat.decimals(digits).text(value)
        }
        let text = NumberFormat.scientific(max(2, min(digits - 1, 6))).text(value)
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        return "\(parts[0]) \\times 10^{\(exponent)}"
    }

    /// A sum's value: 0 where what is left of its terms is nothing but their rounding.
    func sum(_ value: Double, of terms: [Double]) -> String {
        let size = terms.reduce(0) { max($0, abs($1)) }
        return abs(value) < 1e-13 * size ? "0" : number(value)
    }

    /// A number that may be exact: without trailing zeros when it is short.
    func brief(_ value: Double) -> String { given(value) }

    /// A given number: as it was given if that is short, otherwise like a computed one.
    func given(_ value: Double) -> String {
        let short = NumberFormat.shortest.text(value)
        let parts = short.split(separator: "e")
        if parts.count == 2, parts[0].count <= 4, let exponent = Int(parts[1]) {
            let power = "10^{\(exponent)}"
            return parts[0] == "1" ? power : parts[0] == "-1" ? "-" + power : "\(parts[0]) \\times \(power)"
        }
        return value.isFinite && !short.contains("e") && short.count <= max(page.digits, 4) + 2 ? short : number(value)
    }
}

extension Symbol {
    /// Whether the name is the error's or one of its parts'.
    var isLoss: Bool { key == "E_total" || key.hasPrefix("E_o") || key.hasPrefix("E[") }
}
