/// Powers of ten, fractions and percent: what may surround the digits.
extension NumberReader {
    /// `e-5`, `×10⁻⁵`, ` \times 10^{-5}`, `·10^-5`; nil and nothing taken when none stands here.
    mutating func readExponent() -> (value: Int, spelling: WrittenNumber.Exponent)? {
        let start = scanner
        if let letter = scanner.take(anyOf: ["e", "E"]) {
            let negative = scanner.take(anyOf: ["-", "−"]) != nil
            if !negative { _ = scanner.take("+") }
            let digits = scanner.takeDigits()
            if let power = Int(digits) {
                return (negative ? -power : power, .letter(letter, width: digits.count))
            }
            scanner.rewind(to: start)
            return nil
        }
        scanner.skipSpaces()
        guard scanner.take(anyOf: ["×", "\\times", "\\cdot", "·", "⋅", "*", "x"]) != nil else {
            scanner.rewind(to: start)
            return nil
        }
        scanner.skipSpaces()
        guard scanner.take("10") else {
            scanner.rewind(to: start)
            return nil
        }
        let spelling = String(text[start.index..<scanner.index])
        guard let power = readPower() else {
            scanner.rewind(to: start)
            return nil
        }
        return (power.value, .power(spelling, braced: power.braced, raised: power.raised))
    }

    /// What follows a ten: `⁻⁵`, `^{-5}` or `^-5`; nil and nothing taken when no power stands here.
    mutating func readPower() -> (value: Int, braced: Bool, raised: Bool)? {
        let start = scanner
        if scanner.take("^") {
            let braced = scanner.take("{")
            let negative = scanner.take(anyOf: ["-", "−"]) != nil
            if let power = Int(scanner.takeDigits()), !braced || scanner.take("}") {
                return (negative ? -power : power, braced, false)
            }
        } else {
            let raised = scanner.take { Self.superscripts[$0] != nil }
            if let power = Int(String(raised.compactMap { Self.superscripts[$0] })) { return (power, false, true) }
        }
        scanner.rewind(to: start)
        return nil
    }

    static let superscripts: [Character: Character] = [
        "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    ]

    /// `/3` after a whole number.
    mutating func readDenominator() -> Double? {
        let start = scanner
        guard scanner.take(anyOf: ["/", "⁄"]) != nil, let bottom = Double(scanner.takeDigits()), bottom != 0 else {
            scanner.rewind(to: start)
            return nil
        }
        return bottom
    }

    /// `\frac{2}{3}` and its sizes.
    mutating func readTeXFraction() -> WrittenNumber? {
        let start = scanner
        guard scanner.take(anyOf: ["\\frac{", "\\tfrac{", "\\dfrac{"]) != nil,
            let top = Double(scanner.takeDigits()), scanner.take("}{"),
            let bottom = Double(scanner.takeDigits()), bottom != 0, scanner.take("}")
        else {
            scanner.rewind(to: start)
            return nil
        }
        return WrittenNumber(text: "", value: top / bottom, place: 0, isFraction: true)
    }

    /// Percent divides by a hundred: the expression of a claim gives the share itself.
    mutating func readPercent(into number: inout WrittenNumber) {
        guard takePercentSign() else { return }
        number.isPercent = true
        number.value = Double("\(number.value)").map { Self.hundredth(of: $0) } ?? number.value
        number.place -= 2
    }

    /// Through decimal text, so that `98.4 %` is exactly the double 0.984.
    private static func hundredth(of value: Double) -> Double {
        guard value.isFinite else { return value }
        let text = "\(value)".lowercased()
        guard let mark = text.firstIndex(of: "e") else { return Double(text + "e-2") ?? value / 100 }
        let power = (Int(text[text.index(after: mark)...]) ?? 0) - 2
        return Double("\(text[..<mark])e\(power)") ?? value / 100
    }

    mutating func takePercentSign() -> Bool {
        let start = scanner
        scanner.skipSpaces()
        if scanner.take(anyOf: ["\\%", "%"]) != nil { return true }
        scanner.rewind(to: start)
        return false
    }
}
