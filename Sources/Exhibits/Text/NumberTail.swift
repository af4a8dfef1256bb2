/// What may stand behind a claimed number for the verifier alone: `± 0.01`, `± 1 %`, `± 1e-6 rel`, `± 4 ulp`, `f32`. Readers are
/// shown the number without it.
@_documentation(visibility: internal)
public enum NumberTail {
    /// No tail is longer: what the expression reads is bounded, since it begins anew at every character.
    private static let longest = 100

    private static let tail = Pattern(
        /(?:\s|\\[,;:! ]|~)*(?:(?:±|\\pm|\+\/-|\+-)\s*[0-9.,]+(?:[eE][-+]?[0-9]+|\s*(?:\\times|\\cdot|×|·)\s*10(?:\^\{?-?[0-9]+\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\^\{?-?[0-9]+\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?(?:\s*(?:\\?%|relative|rel\.?|ulps?))?(?:\s|\\[,;:! ])*|(?:(?:\\text\{|\\mathrm\{)\s*)?(?:b?f(?:loat|p)?(?:16|32|64))\}?\s*)$/
    )

    /// Where the tail begins; the text's end when there is none.
    public static func start(in text: String) -> String.Index {
        // Plain numbers have none of these, and most numbers are plain.
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0x2B || $0 == 0x66 || $0 == 0x6D }) else { return text.endIndex }
        // None ends otherwise, and a link to a claim ends with a bracket: the expression takes longer than the rest of a table's row.
        guard let last = text.utf8.last, last >= 0x80 || "0123456789%elps.}~,;:! \t\n\r".utf8.contains(last) else {
            return text.endIndex
        }
        var rest = text[...]
        var end = text.endIndex
        for _ in 0..<2 {
            guard let found = rest.suffix(longest).firstMatch(of: Self.tail.regex) else { break }
            // A word needs a number before it.
            guard found.range.lowerBound > text.startIndex else { break }
            end = found.range.lowerBound
            rest = text[..<end]
        }
        return end
    }

    /// The text without its tail.
    public static func bare(_ text: String) -> String { String(text[..<start(in: text)]) }
}
