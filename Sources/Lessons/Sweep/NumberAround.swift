/// Whether what stands right before or behind a number is read as a part of it.
enum NumberAround {
    // MARK: Running text

    /// - Parameter text: what stands before the number, the nearest first.
    static func begins(before text: [Unicode.Scalar], _ number: String) -> Bool {
        guard let last = text.first else { return false }
        if isDigit(last) { return true }
        let rest = text.dropFirst()
        if isMark(last) { return rest.first.map(isDigit) == true }
        // 1 [500](claim:x): a group of three behind one to three digits and a blank.
        if isBlank(last), number.prefix(while: \.isNumber).count == 3 {
            let digits = rest.prefix(while: isDigit)
            guard (1...3).contains(digits.count) else { return false }
            guard let other = rest.dropFirst(digits.count).first else { return true }
            return !(other.properties.isAlphabetic || isMark(other))
        }
        // A sign may be kept from its number by a blank at which no line ends.
        let near = text.drop { $0 == "\u{A0}" }
        guard let sign = near.first, isSign(sign) else { return false }
        // Behind a number or a name it is an operation, or a range.
        guard let other = near.dropFirst().first else { return true }
        return !(isDigit(other) || other.properties.isAlphabetic || ")]}".unicodeScalars.contains(other)) && other != sign
    }

    /// - Parameter text: what stands behind the number, the nearest first.
    static func ends(behind text: [Unicode.Scalar], _ number: String) -> Bool {
        guard let first = text.first else { return false }
        let rest = text.dropFirst()
        if isMark(first) { return rest.first.map(isDigit) == true }
        if isPower(text.drop(while: isBlank)) { return true }
        // As TeX writes what is raised.
        if first == "^" { return rest.first.map { isDigit($0) || $0 == "{" } == true }
        if isBlank(first), let last = number.last, last.isNumber, !number.contains(where: { ".,".contains($0) }) {
            return isThousands(rest)
        }
        if first == "e" || first == "E" {
            let digits = rest.first.map { isSign($0) || $0 == "^" } == true ? rest.dropFirst() : rest
            return digits.first.map(isDigit) == true
        }
        return isDigit(first)
    }

    // MARK: Formulas

    /// `9\claim{1.5}{x}`; an index or an exponent before it is none of its digits.
    static func begins(beforeFormula tex: [Unicode.Scalar]) -> Bool {
        let near = spaceless(tex, isReversed: true)
        guard let last = near.first else { return false }
        let digits = near.prefix(while: isDigit)
        if !digits.isEmpty { return near.dropFirst(digits.count).first.map { "^_".unicodeScalars.contains($0) } != true }
        return last == "." && near.dropFirst().first.map(isDigit) == true
    }

    /// `\claim{1}{x}\,000`, `\claim{1}{x}{,}5`.
    static func ends(behindFormula tex: [Unicode.Scalar]) -> Bool {
        let near = spaceless(tex, isReversed: false)
        guard let first = near.first else { return false }
        if near.starts(with: "{,}".unicodeScalars) { return near.dropFirst(3).first.map(isDigit) == true }
        if ["\\times10^", "\\cdot10^"].contains(where: { near.starts(with: $0.unicodeScalars) }) { return true }
        if first == "{" { return near.dropFirst().first.map(isDigit) == true }
        return isDigit(first) || first == "." && near.dropFirst().first.map(isDigit) == true
    }

    /// What TeX shows otherwise than it is read: blanks between digits, which it doesn't show, and `_`.
    static func lost(inFormula number: String) -> String? {
        if number.contains(/[0-9]_/) {
            return "in a formula _ lowers the digits behind it; write \\claim{1{,}000}{x} or \\claim{1000}{x}"
        }
        // Between two digits, or a digit and the point or the sign of the next number.
        guard number.contains(/[0-9.](?:\s|\\!|\{\})+[-+−]?[.0-9]/) else { return nil }
        return
            "a formula doesn't show these blanks, so two numbers become one; write \\claim{[1, 5]}{x}, or \\, between thousands"
    }

    /// Without blanks, which TeX doesn't show, and thin ones.
    private static func spaceless(_ tex: [Unicode.Scalar], isReversed: Bool) -> [Unicode.Scalar] {
        var text = String(String.UnicodeScalarView(isReversed ? tex.reversed() : tex))
        for blank in ["\\,", "\\!", "\\;", "\\:", "\\ ", "~", " ", "\n", "\t", "{}"] { text = text.replacing(blank, with: "") }
        return isReversed ? text.unicodeScalars.reversed() : Array(text.unicodeScalars)
    }

    // MARK: Characters

    /// `·10⁹`, `× 10^9`: with them 1.5 is 1.5 milliards. A product with 10, or 100, is none.
    private static func isPower(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let signs = ["×", "·", "⋅", "∙", "∗", "*", "✕", "\\cdot", "\\times"].map(\.unicodeScalars)
        guard let sign = signs.first(where: { text.starts(with: $0) }) else { return false }
        let base = text.dropFirst(sign.count).drop(while: isBlank)
        guard base.starts(with: "10".unicodeScalars), let next = base.dropFirst(2).first else { return false }
        return next == "^" || "⁻⁺".unicodeScalars.contains(next) || next.properties.numericType == .digit
    }

    /// Three digits, and no name or number that they begin.
    private static func isThousands(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.prefix(while: isDigit).count == 3 else { return false }
        guard let next = text.dropFirst(3).first else { return true }
        return !next.properties.isAlphabetic && next != "-"
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { ".,'’٫٬".unicodeScalars.contains(scalar) }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool { "-+−–‐‑‒﹣－⁻⁺".unicodeScalars.contains(scalar) }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.numericType {
        case .decimal, .digit: true
        // Fractions; among the others are words, as 一 is.
        default: scalar.properties.generalCategory == .otherNumber
        }
    }
}
