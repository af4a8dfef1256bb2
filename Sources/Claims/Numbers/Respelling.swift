import Exhibits

/// The form of a written number, taken apart so that another value can be written the same way.
struct Respelling {
    private let number: WrittenNumber
    /// `≈ `, and nothing of the sign.
    private let prefix: Substring
    private let sign: Substring
    private let mantissa: Substring
    /// A percent sign and a tolerance, as they stand.
    private let suffix: String

    init?(of number: WrittenNumber) {
        self.number = number
        let tail = NumberTail.start(in: number.text)
        let text = String(number.text[..<tail])
        guard let firstDigit = text.firstIndex(where: { $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
        let head = text[..<firstDigit]
        let signs = head.firstIndex { "-−–‑+".contains($0) }
        prefix = head[..<(signs ?? firstDigit)]
        sign = head[(signs ?? firstDigit)...]
        let body = text[firstDigit...]
        let end = body.firstIndex { "eE×*xX·⋅%".contains($0) } ?? body.endIndex
        let words = ["\\times", "\\cdot", "\\%"].compactMap { body.firstRange(ofText: $0) }
        let mantissaEnd = ([end] + words).min() ?? end
        mantissa = body[..<mantissaEnd].trimmingTrailingSpaces()
        let rest = body[mantissa.endIndex...]
        if number.exponent == .none {
            suffix = String(rest) + number.text[tail...]
        } else {
            let after = ["%", "\\%"].compactMap { rest.firstRange(ofText: $0) }.min() ?? rest.endIndex
            suffix = String(rest[after...]) + number.text[tail...]
        }
    }

    /// The value with as many digits behind the point as the written number has, and more where they would say next to nothing.
    func text(for value: Double) -> String? {
        let scaled = number.isPercent ? value * 100 : value
        let place = number.place + (number.isPercent ? 2 : 0)
        let isNegative = value < 0
        let minus = sign.contains { "-−–‑".contains($0) } ? String(sign) : "−"
        let plus = sign.contains("+") ? String(sign) : ""
        let head = String(prefix) + (isNegative ? (sign.isEmpty && isPlainASCII ? "-" : minus) : plus)
        switch number.exponent {
        case .none:
            let digits = NumberFormat.decimals(decimals(for: scaled, atLeast: max(0, -place))).text(abs(scaled))
            return head + respelled(digits) + suffix
        case .letter(let letter, let width):
            let (digits, power) = parts(abs(scaled))
            let figures = String(repeating: "0", count: max(0, width - "\(abs(power))".count)) + "\(abs(power))"
            let powerSign = power < 0 ? "-" : writesPlus ? "+" : ""
            return "\(head)\(respelled(digits))\(letter)\(powerSign)\(figures)\(suffix)"
        case .power(let spelling, let braced, let raised):
            guard !spelling.isEmpty else { return nil }
            let (digits, power) = parts(abs(scaled))
            let tail = spelled(power, braced: braced, raised: raised)
            return "\(head)\(respelled(digits))\(spelling)\(tail)\(suffix)"
        }
    }

    private var isPlainASCII: Bool { number.text.allSatisfy(\.isASCII) && !number.text.contains("\\") }
    private var writesPlus: Bool { number.text.contains("e+") || number.text.contains("E+") }
    private var fractionDigits: Int {
        let mark = mantissa.lastIndex { $0 == "." || $0 == "," }
        guard let mark, number.exponent != .none else { return 0 }
        return mantissa[mantissa.index(after: mark)...].filter(\.isNumber).count
    }

    /// Digits behind the point: enough for three significant ones, or for as many as were written, unless that would be a row
    /// of zeros. Notes keep to one number of decimals, but `0.00` corrects nothing.
    private func decimals(for value: Double, atLeast decimals: Int) -> Int {
        let figures = mantissa.filter(\.isNumber).drop { $0 == "0" }.count
        guard hasFraction, value != 0 else { return decimals }
        let needed = min(3, max(1, figures)) - 1 - NumberFormat.exponent(of: value)
        return needed <= Self.mostDecimals ? max(decimals, needed) : decimals
    }

    private static let mostDecimals = 12

    private func parts(_ value: Double) -> (digits: String, power: Int) {
        let text = NumberFormat.scientific(fractionDigits).text(value)
        let mark = text.lastIndex(of: "e") ?? text.endIndex
        return (String(text[..<mark]), Int(text[mark...].dropFirst().drop { $0 == "+" }) ?? 0)
    }

    private func spelled(_ power: Int, braced: Bool, raised: Bool) -> String {
        guard raised else { return braced ? "^{\(power)}" : "^\(power)" }
        let raisedDigits = Dictionary(uniqueKeysWithValues: NumberReader.superscripts.map { ($1, $0) })
        return String("\(power)".compactMap { raisedDigits[$0] })
    }

    /// Digits with a point, in the author's marks: no zero before the point, a comma, groups of three.
    private func respelled(_ digits: String) -> String {
        let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(halves[0])
        let fraction = halves.count > 1 ? String(halves[1]) : ""
        let mark = mantissa.contains("{,}") && !groupsWithBracedComma ? "{,}" : decimalMark
        if mantissa.hasPrefix(mark), whole == "0" { whole = "" }
        if let separator = groupSeparator { whole = grouped(whole, separator) }
        return fraction.isEmpty ? whole : whole + mark + fraction
    }

    private var hasFraction: Bool { number.place + (number.isPercent ? 2 : 0) < 0 || fractionDigits > 0 }
    private var groupsWithBracedComma: Bool { !hasFraction && mantissa.contains("{,}") }

    private var decimalMark: String {
        guard hasFraction, let mark = mantissa.last(where: { $0 == "." || $0 == "," }) else { return "." }
        return String(mark)
    }

    /// What stands between groups of whole digits, if anything.
    private var groupSeparator: String? {
        let end = hasFraction ? (mantissa.lastIndex { $0 == "." || $0 == "," } ?? mantissa.endIndex) : mantissa.endIndex
        let whole = mantissa[..<end]
        let separator = whole.drop(while: \.isNumber).prefix { !$0.isNumber }
        return separator.isEmpty || separator == "{" ? nil : String(separator)
    }

    private func grouped(_ digits: String, _ separator: String) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return ([rest] + groups).joined(separator: separator)
    }
}

extension Substring {
    /// Where a word first stands in the text.
    fileprivate func firstRange(ofText word: String) -> Index? {
        indices.first { self[$0...].hasPrefix(word) }
    }

    fileprivate func trimmingTrailingSpaces() -> Substring {
        var end = endIndex
        while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
        return self[..<end]
    }
}
