/// Claims and inline values as one text, which a lesson's program hands back to the library: a string costs the compiler nothing.
package struct Questions: Sendable {
    package struct Question: Hashable, Sendable {
        package var slot: Int
        package var expression: String
        /// What the author claims, if it is a claim.
        package var written: String?

        package init(slot: Int, expression: String, written: String? = nil) {
            self.slot = slot
            self.expression = expression
            self.written = written
        }
    }

    package var all: [Question]

    package init(_ all: [Question]) { self.all = all }

    /// Reads what `text` gives.
    package init(_ text: String) {
        all = text.split(separator: Self.end).compactMap { line in
            let parts = line.split(separator: Self.middle, omittingEmptySubsequences: false)
            guard parts.count >= 2, let slot = Int(parts[0]) else { return nil }
            return Question(slot: slot, expression: String(parts[1]), written: parts.count > 2 ? String(parts[2]) : nil)
        }
    }

    /// Whether a text can be carried: the marks between the parts must not occur in it.
    package static func carries(_ text: String) -> Bool { !text.utf8.contains { $0 == 0x1F || $0 == 0x1E } }

    package var text: String {
        all.map { question in
            let parts = ["\(question.slot)", question.expression] + (question.written.map { [$0] } ?? [])
            return parts.joined(separator: String(Self.middle))
        }.joined(separator: String(Self.end))
    }

    private static let middle: Character = "\u{1F}"
    private static let end: Character = "\u{1E}"
}
