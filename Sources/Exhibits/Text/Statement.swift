/// A sentence, or a part of one, that is claimed as a whole: `rises from 0.5 on`.
public enum Statement {
    /// Whether a text can only be read as such: two words or more, and no markup.
    ///
    /// A single word may mean a truth value in some language (`falsch`, `no`), and a text that ends in one names it (`is
    /// false`): neither says by itself what has to be true for it to hold.
    public static func reads(_ text: String) -> Bool {
        guard !text.contains(where: { markup.contains($0) }) else { return false }
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "-" }
        guard words.count(where: isWord) >= 2, let last = words.last?.lowercased() else { return false }
        return last != "true" && last != "false"
    }

    /// Marks of Markdown and TeX: a statement is shown as it is written.
    public static let markup = "\\$*_`[]{}<>@^"

    private static func isWord(_ part: Substring) -> Bool {
        part.first?.isLetter == true && part.allSatisfy { !$0.isNumber }
    }
}
