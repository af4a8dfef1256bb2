import Exhibits

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
        // 1 ½
        if isBlank(first), let next = rest.first, isDigit(next), next.properties.numericType == .numeric { return true }
        if first == "^", let next = rest.first, isExponent(next) { return rest.dropFirst().first.map(isDigit) == true }
        // As TeX writes what is raised.
        if first == "^" { return rest.first.map { isDigit($0) || $0 == "{" } == true }
        if isBlank(first), let last = number.last, last.isNumber, !number.contains(where: { ".,".contains($0) }) {
            return isThousands(rest)
        }
        if isExponent(first) {
            let digits = rest.first.map { isSign($0) || $0 == "^" } == true ? rest.dropFirst() : rest
            return digits.first.map(isDigit) == true
        }
        return isDigit(first)
    }

    // MARK: Formulas

    /// `9\claim{1.5}{x}`. A sign before it is an operation: −x is what a formula says of x.
    ///
    /// - Parameter text: what the formula shows before the number, the nearest first.
    static func begins(beforeFormula text: [Unicode.Scalar], _ number: String) -> Bool {
        guard let last = text.first else { return false }
        if isDigit(last) { return true }
        if isMark(last) { return text.dropFirst().first.map(isDigit) == true }
        return isBlank(last) && begins(before: text, number)
    }

    /// `\claim{1}{x}\,000`, `\claim{1}{x}{,}5`, `\claim{1.5}{x}\mathrm{e}9`.
    static func ends(behindFormula text: [Unicode.Scalar], _ number: String) -> Bool {
        guard let first = text.first else { return false }
        let rest = text.dropFirst()
        if first == ShownFormula.fraction { return isMixed(rest) }
        // ¹⁄₂, set by hand.
        if first == "^", let line = rest.first(where: { !isDigit($0) && !ShownFormula.isMarker($0) }),
            "/⁄∕⧸".unicodeScalars.contains(line)
        {
            return true
        }
        if isExponent(first) { return (rest.first.map(isSign) == true ? rest.dropFirst() : rest).first.map(isDigit) == true }
        if isMark(first) { return rest.first.map(isDigit) == true }
        // What is raised is an operation of the formula.
        return isDigit(first) || isPower(text[...]) || isBlank(first) && ends(behind: text, number)
    }

    /// ½ behind a number, 1.5½: digits, and nothing but digits, over and under the line.
    private static func isMixed(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        func stands(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
            let inside = text.drop { ShownFormula.isMarker($0) || $0 == "^" }
            let behind = inside.drop(while: isDigit)
            return behind.count < inside.count && behind.first.map(ShownFormula.isMarker) != false ? behind : nil
        }
        return stands(text).flatMap(stands) != nil
    }

    private static let lowered = Pattern(/[0-9]_/)

    private static let fraction = Pattern(/\\[dt]?frac\{[0-9]*\}\{[0-9]*\}/)

    private static let gapped = Pattern(/[0-9.](?:\s|\\!|[{}])+[-+−]?[.0-9]/)

    /// What TeX shows otherwise than it is read: blanks between digits, which it doesn't show, and `_`.
    static func lost(inFormula number: String) -> String? {
        // Plain numbers are most, and making a pattern takes longer than looking for its signs.
        guard number.contains(where: { "_{}\\".contains($0) || $0.isWhitespace }) else { return nil }
        if number.contains(Self.lowered.regex) {
            return "in a formula _ lowers the digits behind it; write \\claim{1{,}000}{x} or \\claim{1000}{x}"
        }
        // Between two digits, or a digit and the point or the sign of the next number.
        let plain = number.replacing(Self.fraction.regex, with: "")
        guard plain.contains(Self.gapped.regex) else { return nil }
        return
            "a formula doesn't show these blanks, so two numbers become one; write \\claim{[1, 5]}{x}, or \\, between thousands"
    }

    // MARK: Characters

    /// `·10⁹`, `× 10^9`: with them 1.5 is 1.5 milliards. A product with 10, or 100, is none.
    private static func isPower(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let signs = ["×", "·", "⋅", "∙", "•", "∗", "*", "✕", "✖", "⨯", "⨉", "⊗", "⋆", "★", "x", "X", "х", "Х"].map(
            \.unicodeScalars)
        guard let sign = signs.first(where: { text.starts(with: $0) }) else { return false }
        let base = text.dropFirst(sign.count).drop { isBlank($0) || ShownFormula.isMarker($0) }
        guard base.starts(with: "10".unicodeScalars), let next = base.dropFirst(2).first else { return false }
        return next == "^" || "⁻⁺".unicodeScalars.contains(next) || next.properties.numericType == .digit
    }

    /// Three digits, and no name or number that they begin.
    private static func isThousands(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.prefix(while: isDigit).count == 3 else { return false }
        guard let next = text.dropFirst(3).first else { return true }
        return !next.properties.isAlphabetic && next != "-"
    }

    /// Among them what looks like a point, a comma or an apostrophe.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool { ".,'’٫٬․．﹒﹐‚‘ʼ′ʹ´ˈꓸꓹ⁄⸱⹁ʻꞏ`｀＇，،｡".unicodeScalars.contains(scalar) }

    /// The letter between a number and its power of ten, and what looks like it.
    private static func isExponent(_ scalar: Unicode.Scalar) -> Bool { "eEᴇｅＥℯℰеЕⅇ⏨".unicodeScalars.contains(scalar) }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool { "-+−–‐‑‒―﹣－⁻⁺˗⁃﹘᠆⎯─━ーⲺ➖➕＋".unicodeScalars.contains(scalar) }

    /// Also characters that are letters or signs by their kind, and show nothing.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "\u{2800}\u{3164}\u{115F}\u{1160}\u{FFA0}".unicodeScalars.contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.numericType {
        case .decimal, .digit: true
        // Fractions; among the others are words, as 一 is.
        default: scalar.properties.generalCategory == .otherNumber
        }
    }
}
