/// Numbers as a person writes them beside a figure: few digits, real minus signs, powers of ten instead of `e-05`.
@_documentation(visibility: internal)
public enum ReadableNumber {
    /// So many significant digits without trailing zeros: `0.0000351`, `10,000`, `3.5 × 10⁻¹²`, `−0.25`.
    public static func text(_ value: Double, significant digits: Int = 3) -> String {
        guard value.isFinite else { return value.isNaN ? AlternativeWords.current.notANumber : value < 0 ? "−∞" : "∞" }
        guard value != 0 else { return "0" }
        let scientific = PrintedNumber(value.magnitude, .scientific(max(0, digits - 1)))
        let exponent = scientific.exponent ?? 0
        let sign = value < 0 ? "−" : ""
        if exponent < -6 || exponent > 6 {
            return sign + inPageStyle(withoutTrailingZeros(scientific.mantissa)) + " × 10" + superscript(exponent)
        }
        let plain = PrintedNumber(value.magnitude, .decimals(max(0, digits - 1 - exponent)))
        return sign + inPageStyle(grouped(withoutTrailingZeros(plain.mantissa)))
    }

    /// `10,000`.
    public static func text(_ count: Int) -> String {
        (count < 0 ? "−" : "") + inPageStyle(grouped("\(count.magnitude)"))
    }

    /// With the page's decimal mark, and narrow blanks between groups where a comma is taken.
    package static func inPageStyle(_ text: String) -> String {
        guard PageStyle.current.decimalMark == .comma else { return text }
        return String(text.map { $0 == "," ? "\u{202F}" : $0 == "." ? "," : $0 })
    }

    /// `⁻¹²` for −12.
    public static func superscript(_ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return (exponent < 0 ? "⁻" : "") + String("\(exponent.magnitude)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    static func withoutTrailingZeros(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// Commas between groups of three digits before the point, from 10,000 on.
    static func grouped(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.count > 4 else { return text }
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return parts.count > 1 ? result + "." + parts[1] : result
    }
}
