import Exhibits
/// How the words of claims are written by mistake: `Claim`, `claims`, `clam`, `calim`.
enum ClaimSpelling {
    /// Whether a word is `known`, in any letters, or one slip of the finger away from it.
    static func isNear(_ word: String, to known: String) -> Bool {
        let small = word.lowercased()
        if small == known { return true }
        return small.count + 1 >= known.count && EditDistance.of(Array(small), Array(known)) <= 1
    }

    static func isNearClaim(_ word: String) -> Bool { isNear(word, to: "claim") || isNear(word, to: "claims") }

    /// Whether the text of a link looks like a number: digits, and no words.
    static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(where: \.isDigit) && !text.contains { $0.isLetter && $0 | 0x20 != UInt8(ascii: "e") }
    }
}
