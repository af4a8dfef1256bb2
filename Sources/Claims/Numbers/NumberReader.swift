import Exhibits

/// Reads one written number after the other from a text.
struct NumberReader {
    var scanner: TextScanner
    let text: String
    let mark: DecimalMark
    /// Between the numbers of a list a plain space separates numbers, not thousands.
    var spacesSeparateNumbers = false

    init(_ text: String, mark: DecimalMark) {
        self.text = text
        self.mark = mark
        scanner = TextScanner(text)
        scanner.skipSpaces()
    }

    var isAtEnd: Bool {
        var rest = scanner
        rest.skipSpaces()
        return rest.isAtEnd
    }

    mutating func readNumber() -> WrittenNumber? {
        let start = scanner
        guard var number = readUnsure() else {
            scanner.rewind(to: start)
            return nil
        }
        number.text = String(text[start.index..<scanner.index])
        return number
    }

    private mutating func readUnsure() -> WrittenNumber? {
        if scanner.take(anyOf: ["≈", "≃", "∼", "~", "\\approx", "\\simeq", "\\sim"]) != nil { scanner.skipSpaces() }
        let negative = takeSign()
        if scanner.take(anyOf: ["∞", "\\infty", "infinity", "inf"]) != nil {
            return WrittenNumber(text: "", value: negative ? -.infinity : .infinity, place: 0)
        }
        guard var number = readTeXFraction() ?? readMagnitude() else { return nil }
        if negative { number.value = -number.value }
        readContinuation(into: &number)
        readPercent(into: &number)
        return readTail(into: &number) ? number : nil
    }

    /// A tolerance and a precision, in either order; false when one begins that can't be read.
    mutating func readTail(into number: inout WrittenNumber) -> Bool {
        readPrecision(into: &number)
        guard readTolerance(into: &number) else { return false }
        if number.precision == nil { readPrecision(into: &number) }
        return true
    }

    /// Takes a sign if one stands here and says whether it is a minus.
    private mutating func takeSign() -> Bool {
        if scanner.take(anyOf: ["+", "{+}"]) != nil {
            scanner.skipSpaces()
            return false
        }
        let isMinus = scanner.take(anyOf: ["{-}", "-", "−", "–", "‑"]) != nil
        if isMinus { scanner.skipSpaces() }
        return isMinus
    }

    // MARK: - Digits

    mutating func readMagnitude() -> WrittenNumber? {
        guard let mantissa = readMantissa() else { return nil }
        if mantissa == Mantissa(whole: "10", fraction: ""), let power = readPower() {
            // `10⁻⁵` without a mantissa: one times it, with one digit.
            let spelling = WrittenNumber.Exponent.power("", braced: power.braced, raised: power.raised)
            return number(Mantissa(whole: "1", fraction: ""), power: power.value, exponent: spelling)
        }
        if let power = readExponent() {
            return number(mantissa, power: power.value, exponent: power.spelling)
        }
        if mantissa.fraction.isEmpty, let denominator = readDenominator(), let top = Double(mantissa.whole) {
            return WrittenNumber(text: "", value: top / denominator, place: 0, isFraction: true)
        }
        return number(mantissa, power: 0, exponent: .none)
    }

    private struct Mantissa: Equatable {
        var whole: String
        var fraction: String
    }

    private func number(_ mantissa: Mantissa, power: Int, exponent: WrittenNumber.Exponent) -> WrittenNumber? {
        // A typing slip such as 1e99999 is no number a claim could state.
        guard abs(power) < 400, let value = Double("\(mantissa.whole).\(mantissa.fraction)0e\(power)") else { return nil }
        return WrittenNumber(text: "", value: value, place: power - mantissa.fraction.count, exponent: exponent)
    }

    /// `0.5`, `.5`, `1,024.5`, `1 024`, `0.593 269 992`, `0{,}5`.
    private mutating func readMantissa() -> Mantissa? {
        let start = scanner
        let whole = readGroupedDigits()
        let beforeMark = scanner
        guard takeMark() else { return whole.isEmpty ? nil : Mantissa(whole: whole, fraction: "") }
        let fraction = readFractionDigits()
        if fraction.isEmpty {
            // `5.` is five; a sentence may end there, but a claim's text holds only the number.
            scanner.rewind(to: whole.isEmpty ? start : beforeMark)
            if whole.isEmpty { return nil }
            _ = mark == .point && takeMark()
        }
        return Mantissa(whole: whole.isEmpty ? "0" : whole, fraction: fraction)
    }

    private mutating func takeMark() -> Bool {
        if mark == .comma {
            if scanner.take(anyOf: ["{,}", ","]) != nil { return true }
        }
        return scanner.take(".")
    }

    /// Whole digits, in groups of three when a separator stands between them.
    private mutating func readGroupedDigits() -> String {
        var digits = String(scanner.takeDigits())
        guard (1...3).contains(digits.count), digits != "0" else {
            while scanner.take("_") { digits += scanner.takeDigits() }
            return digits
        }
        var separator: String?
        while true {
            let before = scanner
            guard let found = takeGroupSeparator(), separator == nil || separator == found else {
                scanner.rewind(to: before)
                return digits
            }
            let group = scanner.takeDigits()
            guard group.count == 3 else {
                scanner.rewind(to: before)
                return digits
            }
            separator = found
            digits += group
        }
    }

    private mutating func takeGroupSeparator() -> String? {
        let marks = mark == .point ? ["{,}", ","] : ["{.}", "."]
        // In a list `1,024` would be two numbers; there only a braced or a thin separator joins.
        let allowed = spacesSeparateNumbers ? [marks[0]] : marks
        if let found = scanner.take(anyOf: allowed + ["_", "'", "’"]) { return found }
        return takeGroupSpace()
    }

    /// A space that may stand inside a number: thin or unbroken always, a plain one only outside lists.
    private mutating func takeGroupSpace() -> String? {
        if let found = scanner.take(anyOf: ["\u{2009}", "\u{202F}", "\u{A0}", "\\,", "\\thinspace "]) { return found }
        return !spacesSeparateNumbers && scanner.take(" ") ? " " : nil
    }

    /// Digits after the mark, in groups of three if spaces stand between them: `0.593 269 99`.
    private mutating func readFractionDigits() -> String {
        var digits = String(scanner.takeDigits())
        while digits.count % 3 == 0, !digits.isEmpty {
            let before = scanner
            guard takeGroupSpace() != nil else { break }
            let group = scanner.takeDigits()
            guard (1...3).contains(group.count) else {
                scanner.rewind(to: before)
                break
            }
            digits += group
            if group.count < 3 { break }
        }
        return digits
    }
}
