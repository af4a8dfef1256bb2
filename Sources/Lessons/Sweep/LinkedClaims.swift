import Exhibits

/// The last look at the finished tree: a link or a picture whose address is a claim's was read as none, however it came to be one.
///
/// Nothing is read anew for it: the addresses are those that libcmark found, so no second grammar can be led astray.
enum LinkedClaims {
    /// - Parameter said: what was found already; of a text that has such a finding nothing more is said.
    static func findings(in blocks: [BlockNode], besides said: [Finding]) -> [Finding] {
        var links: [Place: Bool] = [:]
        walk(
            blocks,
            text: { text, node in
                walk(text) { visit in
                    guard case .inline(let inline) = visit else { return }
                    switch inline {
                    case .link(let text, let destination, _), .image(let text, let destination, _):
                        let isOne = DisguisedClaims.isClaim(destination) || isMeant(text.plainText, destination)
                        links[node.place] = links[node.place] == true || isOne
                    default: break
                    }
                }
                links[node.place] = links[node.place] ?? false
            }, block: { _ in })
        let places = links.keys.sorted()
        let errors = Set(said.filter { $0.severity == .error }.map { Line($0.place) })
        return places.enumerated().filter { links[$1] == true }.compactMap { index, place in
            let behind = places.indices.contains(index + 1) ? places[index + 1] : nil
            let next = behind?.file == place.file ? behind?.line ?? .max : .max
            let lines = place.line..<max(place.line + 1, min(next, place.line + 200))
            guard !lines.contains(where: { errors.contains(Line(file: place.file, line: $0)) }) else { return nil }
            return Finding(
                .error, code: "unread-claim", at: place,
                "in this text a link leads to a claim and isn't read as one, so nothing is checked; write [0.123](claim:expression) "
                    + "in plain letters, in running text")
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
    }

    /// Whether a link leads to no page and no person, and to what a reader of the source takes for a claim: `[99](c1aim:x)`.
    private static func isMeant(_ text: String, _ address: String) -> Bool {
        let beginning = address.prefix { !"/?#".contains($0) }
        guard let colon = beginning.firstIndex(of: ":") else { return false }
        let scheme = beginning[..<colon].lowercased()
        if schemes.contains(scheme) { return isNumber(text) && DisguisedClaims.isClaim(String(address[colon...].dropFirst())) }
        return isNumber(text) || scheme.utf8.count < 10 && ClaimSpelling.isNearClaim(scheme)
    }

    private static let schemes: Set<String> = [
        "http", "https", "mailto", "tel", "ftp", "doi", "urn", "isbn", "arxiv", "geo", "sms",
    ]

    private struct Line: Hashable {
        var file: String
        var line: Int

        init(file: String, line: Int) {
            self.file = file
            self.line = line
        }

        init(_ place: Place) { self.init(file: place.file, line: place.line) }
    }
}
