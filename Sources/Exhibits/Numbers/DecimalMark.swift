/// Which character separates whole units from fractions in the language of a page.
public enum DecimalMark: String, Codable, Hashable, Sendable {
    /// 0.5
    case point
    /// 0,5
    case comma

    /// The mark of a BCP 47 language tag: `de`, `fr-CA`, `pt_BR` use a comma, `en` and everything unknown a point.
    ///
    /// Source: the decimal separators of the Unicode Common Locale Data Repository.
    public init(language tag: String) {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let language = parts.first else { self = .point; return }
        let region = parts.dropFirst().last
        // Regions that write a point although their language elsewhere has a comma.
        let pointed: Set<String> = ["de-ch", "de-li", "it-ch", "es-mx", "es-us", "es-pr", "es-gt", "es-hn", "es-ni", "es-pa"]
        if let region, pointed.contains("\(language)-\(region)") {
            self = .point
        } else {
            self = Self.withComma.contains(language) ? .comma : .point
        }
    }

    private static let withComma: Set<String> = [
        "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo", "fr", "gl", "hr", "hu", "hy",
        "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
        "sv", "tr", "uk", "uz", "vi",
    ]

    /// The mark as text and HTML have it.
    public var text: String { self == .comma ? "," : "." }

    /// As TeX has it: a comma alone would be followed by a space.
    public var tex: String { self == .comma ? "{,}" : "." }

    /// A number or a list as programs write it, `0.25` or `[0.25, 1]`, with this mark: `[0,25; 1]` where it is a comma.
    package func spelled(_ number: String) -> String {
        guard self == .comma else { return number }
        if number.contains(", ") { return number.replacing(", ", with: "; ").replacing(".", with: ",") }
        return number.contains(",") ? number : number.replacing(".", with: ",")
    }

    package var other: DecimalMark { self == .point ? .comma : .point }

    /// The other character, which then may only separate thousands.
    var thousands: Character { self == .point ? "," : "." }
    var character: Character { self == .point ? "." : "," }
}
