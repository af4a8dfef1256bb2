/// Where the words of a claim stand that wasn't read.
enum Setting {
    case text, html, options, indented, inAttribute

    init(_ kind: BlockMap.LineKind) {
        switch kind {
        case .text, .code: self = .text
        case .html: self = .html
        case .cell: self = .options
        case .indentedCode: self = .indented
        }
    }
}

extension ClaimForm {
    /// Why it isn't read, and what to write.
    func advice(in setting: Setting, word: String) -> String {
        let reason: String
        switch setting {
        case .html: return "no claim is read in HTML, so this number isn't checked; \(right) outside of it"
        case .inAttribute:
            return
                "no claim is read in an attribute, so this number isn't checked; \(right) in the text, or as a heading at the "
                + "head of the division"
        case .options:
            return "no claim is read here, so this number isn't checked; \(right) in the text"
        case .indented:
            return "a line that begins with four blanks is code, so this number isn't checked; take the blanks away"
        case .text: break
        }
        switch self {
        case .link where word != "claim": reason = "“\(word)” makes no claim, so this number isn't checked"
        case .link: reason = "no claim is read here, so this number isn't checked"
        case .picture: reason = "this is a picture, not a claim; take the exclamation mark away"
        case .apart: reason = "a blank parts the number from its claim, so it isn't checked"
        case .withoutBrackets: reason = "the number of this claim isn't in brackets, so it isn't checked"
        case .definition: reason = "a definition of a link claims nothing, so its numbers aren't checked"
        case .swapped: reason = "number and expression have changed places, so nothing is checked"
        case .address: reason = "this is an address without a number, so nothing is checked"
        case .htmlLink: reason = "no claim is read in HTML, so this number isn't checked"
        case .withoutBackslash: reason = "the backslash of \\claim is missing, so nothing is checked"
        }
        return "\(reason); \(right)"
    }

    /// What to write.
    private var right: String {
        switch self {
        case .link(let text, let expression), .picture(let text, let expression), .apart(let text, let expression):
            let needsBrackets = expression.contains { $0 == " " || $0 == "(" || $0 == "\"" }
            return needsBrackets ? "write [\(text)](<claim: \(expression)>)" : "write [\(text)](claim:\(expression))"
        case .definition(let expression): return "write [0.123](claim:\(expression)) where the number stands"
        case .withoutBackslash: return "write \\claim{0.123}{expression}"
        case .withoutBrackets, .swapped, .address, .htmlLink: return "write [0.123](claim:expression)"
        }
    }
}
