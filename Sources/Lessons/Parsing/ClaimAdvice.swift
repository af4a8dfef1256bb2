/// What to write for a claim that Markdown doesn't take for a link: with its own number and expression, where these can be told.
struct ClaimAdvice {
    /// The text between the brackets.
    let written: String
    /// Whether the destination begins with `<`.
    let isBracketed: Bool
    /// What stands behind the parenthesis, up to the end of the line.
    let behind: Substring

    /// So many bytes behind the parenthesis are looked at.
    static let farthest = 400
    /// Longer ones are nobody's help.
    private static let longest = 80

    /// - Parameter behind: What stands behind the opening parenthesis, be it more than this line.
    init(written: String, isBracketed: Bool, behind: String) {
        self.written = written
        self.isBracketed = isBracketed
        self.behind = behind.prefix { !$0.isNewline }
    }

    var message: String { isBracketed ? bracketed : bare }

    private var bare: String {
        let advice = "write \(link(Self.enclosed(behind).map { String($0.dropFirst("claim:".count)) } ?? "expression"))"
        return "this claim isn't a link, for blanks and parentheses in it need angle brackets; \(advice)"
    }

    private var bracketed: String {
        guard let end = behind.ranges(of: ">)").last else {
            return "this claim is never closed; write \(link("expression"))"
        }
        let inside = behind[..<end.lowerBound].dropFirst("<claim:".count)
        var escaped = ""
        for character in inside {
            if "<>".contains(character), escaped.last != "\\" { escaped.append("\\") }
            escaped.append(character)
        }
        return "this claim's expression contains < or >; write \\< and \\> for them: \(link(escaped))"
    }

    private func link(_ expression: String) -> String {
        let expression = expression.trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
        guard !expression.isEmpty, expression.count + written.count <= Self.longest, !written.contains("\n") else {
            return "[number](<claim: expression>)"
        }
        return "[\(expression == "expression" ? "number" : written)](<claim: \(expression)>)"
    }

    /// The text up to the parenthesis that closes the link.
    private static func enclosed(_ text: Substring) -> Substring? {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth < 0 { return text[..<index] }
        }
        return nil
    }
}
