import Exhibits

/// Characters that HTML and Markdown write by their numbers, `&#57;` and `&#x39;`.
package enum NumericReferences {
    private static let reference = Pattern(/&#(x[0-9A-Fa-f]+|[0-9]+)(;?)/)

    /// The text with such characters as themselves; one that is none is left out.
    ///
    /// - Parameter areEnded: whether only a reference with its semicolon is one, as in Markdown; a browser takes others too.
    package static func decoded(_ text: String, areEnded: Bool = false) -> String {
        // Making a pattern takes longer than looking for its first letter.
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing(Self.reference.regex) { match -> String in
            if areEnded, match.2.isEmpty { return String(match.0) }
            let code = match.1.first == "x" ? UInt32(match.1.dropFirst(), radix: 16) : UInt32(match.1)
            return code.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }
}
