import Exhibits

/// How a page writes numbers: with its digits, a real minus sign, and powers of ten where they help.
struct NumberText: Sendable {
    let digits: Int

    /// A number and, in scientific form, its exponent.
    private func parts(_ value: Double, _ format: NumberFormat?) -> (mantissa: String, exponent: Int?) {
        let text = (format ?? .automatic(for: value, digits: digits)).text(value)
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return (text, nil)
        }
        return (String(text[..<mark]), exponent)
    }

    func plain(_ value: Double, _ format: NumberFormat? = nil) -> String {
        let (mantissa, exponent) = parts(value, format)
        return minus(mantissa) + (exponent.map { "·10^\(minus("\($0)"))" } ?? "")
    }

    func html(_ value: Double, _ format: NumberFormat? = nil) -> String {
        let (mantissa, exponent) = parts(value, format)
        return minus(mantissa) + (exponent.map { " × 10<sup>\(minus("\($0)"))</sup>" } ?? "")
    }

    func tex(_ value: Double, _ format: NumberFormat? = nil) -> String {
        guard value.isFinite else { return value.isNaN ? "\\text{nan}" : value < 0 ? "-\\infty" : "\\infty" }
        let (mantissa, exponent) = parts(value, format)
        return mantissa + (exponent.map { " \\cdot 10^{\($0)}" } ?? "")
    }

    private func minus(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
}

extension NumberText {
    /// The result of an inline value in running text.
    func html(_ quantity: Quantity) -> String { text(quantity, number: { html($0) }, escape: Escape.html) }

    func plain(_ quantity: Quantity) -> String { text(quantity, number: { plain($0) }, escape: { $0 }) }

    func tex(_ quantity: Quantity) -> String {
        switch quantity {
        case .matrix(let rows):
            "\\begin{pmatrix} "
                + rows.map { $0.map { tex($0) }.joined(separator: " & ") }.joined(separator: " \\\\ ")
                + " \\end{pmatrix}"
        case .text(let text): "\\text{\(text)}"
        default: text(quantity, number: { tex($0) }, escape: { $0 })
        }
    }

    private func text(_ quantity: Quantity, number: (Double) -> String, escape: (String) -> String) -> String {
        switch quantity {
        case .number(let value): number(value)
        case .integer(let value): minus("\(value)")
        case .boolean(let flag): flag ? "true" : "false"
        case .text(let text): escape(text)
        case .vector(let values): "(" + values.map(number).joined(separator: ", ") + ")"
        case .matrix(let rows):
            "(" + rows.map { "(" + $0.map(number).joined(separator: ", ") + ")" }.joined(separator: ", ") + ")"
        }
    }
}
