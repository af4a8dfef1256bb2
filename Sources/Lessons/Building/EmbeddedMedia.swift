import Exhibits

/// A video or a page inside the page, as HTML has it: where HTML isn't let in, a link to it.
enum EmbeddedMedia {
    private static let opening = Pattern(/\s*<(?:iframe|video|audio|embed)\b[^>]*>/.ignoresCase())

    private static let tag = Pattern(/<[^<>]*>/)

    static func link(in html: String) -> Inline? {
        // Making a pattern takes longer than looking for its first letter.
        guard html.utf8.contains(ASCII.less),
            let tag = html.prefixMatch(of: Self.opening.regex)
        else { return nil }
        // Nothing else may get lost with it.
        let behind = html[tag.range.upperBound...].replacing(Self.tag.regex, with: "")
        guard behind.allSatisfy(\.isWhitespace) else { return nil }
        guard let address = attribute("src", in: html), !address.isEmpty else { return nil }
        let title = attribute("title", in: String(tag.0)) ?? address
        return .link([.text(title)], destination: address, title: "")
    }

    private static let attribute = Pattern(/\b([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/.ignoresCase())

    private static func attribute(_ name: String, in html: String) -> String? {
        for match in html.matches(of: Self.attribute.regex)
        where match.1.lowercased() == name {
            return (match.2 ?? match.3).map { String($0).replacing("&amp;", with: "&") }
        }
        return nil
    }
}
