import Foundation

/// Files that a browser runs when it opens them: with `raw-html: false` no lesson brings one into the site.
enum ActiveContent {
    private static let endings: Set = [
        "cjs", "htc", "htm", "html", "js", "mht", "mhtml", "mjs", "shtml", "svgz", "swf", "xht", "xhtm", "xhtml", "xml", "xsl",
        "xslt",
    ]

    /// Why a file stays out of the site; nil for one that only shows something.
    static func refusal(of name: String, _ bytes: [UInt8]) -> String? {
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        if endings.contains(ending) {
            return "browsers run what is in such a file; allow it with `raw-html: true` in course.yml"
        }
        guard ending == "svg", !isPassive(svg: bytes) else { return nil }
        return "this drawing holds a script, or something that could be one; save it as plain SVG, or allow it with "
            + "`raw-html: true` in course.yml"
    }

    /// Whether a drawing only draws. In doubt it doesn't: what is looked for stands in no drawing by Lectern, Inkscape or
    /// Graphviz.
    private static func isPassive(svg bytes: [UInt8]) -> Bool {
        // In another encoding the words below would look otherwise.
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else { return false }
        if let encoding = text.prefix(200).firstMatch(of: /encoding\s*=\s*["']([^"']*)/)?.1.lowercased(), encoding != "utf-8",
            encoding != "us-ascii"
        {
            return false
        }
        let plain = decoded(text).lowercased()
        let words = [
            "<script", ":script", "<foreignobject", ":foreignobject", "<handler", "<iframe", "<!entity", "<?xml-stylesheet",
            "@import",
        ]
        if words.contains(where: { plain.contains($0) }) { return false }
        // A browser takes blanks and line ends out of an address before it looks at its scheme.
        let address = plain.filter { !$0.isWhitespace && !($0.unicodeScalars.first.map { $0.value < 0x20 } ?? false) }
        if ["javascript:", "vbscript:", "data:text", "data:application"].contains(where: { address.contains($0) }) {
            return false
        }
        return plain.firstMatch(of: /[\s"'\/]on[a-z]+\s*=/) == nil
    }

    /// The text with characters that are written by their numbers as themselves.
    private static func decoded(_ text: String) -> String {
        text.replacing(/&#(x[0-9A-Fa-f]+|[0-9]+);?/) { match -> String in
            let code = match.1.first == "x" ? UInt32(match.1.dropFirst(), radix: 16) : UInt32(match.1)
            return code.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }
}
