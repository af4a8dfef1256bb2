import Exhibits

/// How a page writes numbers: with its digits, a real minus sign, and powers of ten where they help.
package struct NumberText: Sendable {
    let digits: Int

    package init(digits: Int) { self.digits = digits }

    /// A number with so many decimals where these are asked for, else with the page's digits.
    package func printed(_ value: Double, decimals: Int?) -> PrintedNumber {
        printed(value, decimals.map(NumberFormat.decimals))
    }

    private func printed(_ value: Double, _ format: NumberFormat?) -> PrintedNumber {
        PrintedNumber(value, format ?? .automatic(for: value, digits: digits))
    }

    func plain(_ value: Double, _ format: NumberFormat? = nil) -> String { printed(value, format).text }

    func node(_ value: Double, _ format: NumberFormat? = nil) -> PageNode { .number(printed(value, format)) }

    func tex(_ value: Double, _ format: NumberFormat? = nil) -> String { printed(value, format).tex }
}

extension NumberText {
    /// The result of an inline value in running text.
    func node(_ quantity: Quantity) -> PageNode {
        switch quantity {
        case .number(let value): node(value)
        case .text(let text): .text(text)
        default: .markup(text(quantity, number: { printed($0, nil).html }, escape: Escape.html))
        }
    }

    func plain(_ quantity: Quantity) -> String { text(quantity, number: { plain($0) }, escape: { $0 }) }

    func tex(_ quantity: Quantity) -> String {
        switch quantity {
        case .matrix(let rows):
            "\\begin{pmatrix} "
                + rows.map { $0.map { tex($0) }.joined(separator: " & ") }.joined(separator: " \\\\ ")
                + " \\end{pmatrix}"
        case .text(let text): TeXEscape.text(text)
        default: text(quantity, number: { tex($0) }, escape: { $0 })
        }
    }

    /// Between numbers of a list: a comma, where it isn't what stands inside them.
    private var separator: String { PageStyle.current.decimalMark == .comma ? "; " : ", " }

    private func text(_ quantity: Quantity, number: (Double) -> String, escape: (String) -> String) -> String {
        switch quantity {
        case .number(let value): number(value)
        case .integer(let value): (value < 0 ? "−" : "") + "\(value.magnitude)"
        case .boolean(let flag): VerificationWords.current.said(flag)
        case .text(let text): escape(text)
        case .vector(let values): "(" + values.map(number).joined(separator: separator) + ")"
        case .matrix(let rows):
            "(" + rows.map { "(" + $0.map(number).joined(separator: separator) + ")" }.joined(separator: separator) + ")"
        case .nested(let tree): tree.text(number, open: "(", close: ")", separator: separator)
        }
    }
}
