/// A work from a bibliography.
public struct Work: Hashable, Sendable {
    /// A person as BibTeX knows them.
    public struct Name: Hashable, Sendable {
        public var given: String
        public var family: String

        public init(given: String, family: String) {
            self.given = given
            self.family = family
        }
    }

    public var key: String
    /// `article`, `book`, `inproceedings`…
    public var type: String
    /// Field values by lower-case name, as plain text.
    public var fields: [String: String]
    public var authors: [Name]

    public init(key: String, type: String, fields: [String: String], authors: [Name]) {
        self.key = key
        self.type = type
        self.fields = fields
        self.authors = authors
    }

    public var year: String { fields["year"] ?? fields["date"].map { String($0.prefix(4)) } ?? "n.d." }

    /// Who is named in the text: `Rumelhart`, `Minsky & Papert`, `Rumelhart et al.`
    public var shortAuthors: String {
        switch authors.count {
        case 0: fields["title"] ?? key
        case 1: authors[0].family
        case 2: "\(authors[0].family) & \(authors[1].family)"
        default: "\(authors[0].family) et al."
        }
    }

    var sortKey: String { "\(shortAuthors.lowercased()) \(year)" }

    /// The entry of a list of references in plain text, its title between the two parts: `Author (year).`, title, the rest.
    public var entry: (head: String, title: String, tail: String) {
        let names = authors.enumerated().map { index, name in
            let initials = name.given.split(whereSeparator: { $0 == " " || $0 == "." || $0 == "-" })
                .compactMap(\.first).map { "\($0)." }.joined(separator: " ")
            guard !initials.isEmpty else { return name.family }
            return index == 0 ? "\(name.family), \(initials)" : "\(initials) \(name.family)"
        }
        let list =
            names.count > 1 ? names.dropLast().joined(separator: ", ") + " & " + (names.last ?? "") : names.first ?? ""
        let head = list.isEmpty ? "(\(year))." : "\(list) (\(year))."
        return (head, fields["title"] ?? key, tail)
    }

    private var tail: String {
        var parts: [String] = []
        if let journal = fields["journal"] ?? fields["journaltitle"] {
            let number = fields["number"].map { "(\($0))" } ?? ""
            parts.append(journal + (fields["volume"].map { " \($0)\(number)" } ?? ""))
        } else if let collection = fields["booktitle"] {
            parts.append("In \(collection)")
        }
        if let publisher = fields["publisher"] ?? fields["school"] ?? fields["institution"] { parts.append(publisher) }
        if let pages = fields["pages"] { parts.append(pages.replacing("--", with: "–")) }
        return parts.isEmpty ? "" : parts.joined(separator: ", ") + "."
    }

    /// Where the work can be read.
    public var address: String? {
        fields["doi"].map { $0.hasPrefix("http") ? $0 : "https://doi.org/\($0)" } ?? fields["url"]
    }
}
