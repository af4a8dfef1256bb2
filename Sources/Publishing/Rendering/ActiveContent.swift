import Exhibits
import Foundation
import Lessons

/// Files that a browser or a host runs or obeys: with `raw-html: false` no lesson brings one into the site.
enum ActiveContent {
    /// What browsers run, or show as pages: XML of any kind may hold elements of HTML.
    private static let ofBrowsers: Set = [
        "atom", "cjs", "dtd", "hta", "htc", "htm", "html", "html5", "htmlx", "jar", "jnlp", "js", "mathml", "mht", "mhtml",
        "mjs",
        "mml", "rdf", "rss", "svgz", "swf", "wsdl", "xap", "xbl", "xht", "xhtm", "xhtml", "xml", "xpi", "xsd", "xsl", "xslt",
        "xul",
    ]
    /// What systems run or open elsewhere when a reader has saved it, and what servers read headers from where it stands last.
    private static let ofSystems: Set = ["asis", "desktop", "lnk", "scf", "url", "var", "webloc", "website"]
    /// What servers run, or read headers and types from, whatever stands behind it in the name.
    private static let ofServers: Set = [
        "ascx", "ashx", "asmx", "asp", "aspx", "cfm", "cfml", "cgi", "cshtml", "fcgi", "jsp", "jspf", "jspx", "phar", "php",
        "php3", "php4", "php5", "php7", "php8", "phps", "pht", "phtm", "phtml", "shtm", "shtml", "stm", "vbhtml",
    ]
    /// What hosts take for their configuration, in any folder.
    private static let ofHosts: Set = [
        "_config.yml", "_headers", "_redirects", "_routes.json", "cname", "firebase.json", "netlify.toml", "now.json",
        "php.ini", "staticwebapp.config.json", "vercel.json", "web.config",
    ]

    private static let allowed = "allow it with `raw-html: true` in course.yml"

    /// Why a name alone keeps a file out of the site.
    private static func refusal(ofName path: String) -> String? {
        let name = (path.split(separator: "/").last ?? "").lowercased().trimmingCharacters(in: .whitespaces)
        if ofHosts.contains(name) || name.hasPrefix(".") {
            return "hosts take a file of this name for their configuration; rename it, or \(allowed)"
        }
        if endings(of: name).contains(where: ofServers.contains) { return "servers run or obey such a file; \(allowed)" }
        let kind = kind(of: name)
        if ofBrowsers.contains(kind) { return "browsers run what is in such a file; \(allowed)" }
        return ofSystems.contains(kind) ? "such a file leads elsewhere when it is opened; \(allowed)" : nil
    }

    private static func endings(of name: String) -> [String] {
        name.lowercased().trimmingCharacters(in: .whitespaces).split(separator: ".").dropFirst().map(String.init)
    }

    /// Endings that every server knows, so that what stands before them says nothing: `a.js.csv` is a table.
    private static let known: Set = [
        "csv", "css", "epub", "gif", "jpeg", "jpg", "json", "mp3", "mp4", "ogg", "pdf", "png", "svg", "txt", "wav", "webm",
        "webp", "zip",
    ]

    /// What a server takes a file for. A language, a compression or anything that a server doesn't know may stand behind what it
    /// is: `index.html.de`, `index.html.gz`, `index.html.x1`.
    private static func kind(of name: String) -> String {
        let endings = endings(of: name)
        return endings.last { ofBrowsers.contains($0) || ofSystems.contains($0) || known.contains($0) } ?? endings.last ?? ""
    }

    /// Why a file stays out of the site; nil for one that only shows something.
    static func refusal(of name: String, _ bytes: [UInt8]) -> String? {
        if let reason = refusal(ofName: name) { return reason }
        guard kind(of: name) == "svg", !isPassive(svg: bytes) else { return nil }
        return "this drawing holds a script, or something that could be one; save it as plain SVG, or allow it with "
            + "`raw-html: true` in course.yml"
    }

    private static let encoding = Pattern(/encoding\s*=\s*["']([^"']*)/)

    private static let handler = Pattern(/[\s"'\/]on[a-z]+\s*=/)

    /// Whether a drawing only draws. In doubt it doesn't: what is looked for stands in no drawing by Lectern, Inkscape or
    /// Graphviz.
    private static func isPassive(svg bytes: [UInt8]) -> Bool {
        // In another encoding the words below would look otherwise.
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        // Nor does any drawing hold characters by which an encoding is changed on the way.
        if bytes.contains(where: { $0 < 0x20 && !"\t\n\r".utf8.contains($0) || $0 == 0x7F }) { return false }
        let declaration = text.firstRange(of: "?>").map { text[..<$0.lowerBound] } ?? text[...]
        if let encoding = declaration.firstMatch(of: Self.encoding.regex)?.1.lowercased(), encoding != "utf-8",
            encoding != "us-ascii"
        {
            return false
        }
        let plain = NumericReferences.decoded(text).lowercased()
        let words = [
            "<script", ":script", "<foreignobject", ":foreignobject", "<handler", "<iframe", "<!entity", "<?xml-stylesheet",
            "@import", ":iframe", "<embed", ":embed", "<object", ":object",
            // Elements of HTML by any name, and attributes that a document type adds.
            "1999/xhtml", "<!attlist", "<!notation",
        ]
        if words.contains(where: { plain.contains($0) }) || declaresMore(plain) { return false }
        // A browser takes blanks and line ends out of an address before it looks at its scheme.
        let address = plain.filter { !$0.isWhitespace && !($0.unicodeScalars.first.map { $0.value < 0x20 } ?? false) }
        let schemes = ["javascript:", "vbscript:", "data:text", "data:application", "data:image/svg"]
        if schemes.contains(where: { address.contains($0) }) { return false }
        return plain.firstMatch(of: Self.handler.regex) == nil
    }

    /// Whether a document type says more in brackets than where it stands, or never ends. Each byte is looked at once.
    private static func declaresMore(_ text: String) -> Bool {
        var rest = text.utf8[...]
        while let opening = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[opening...]
            guard rest.starts(with: "<!doctype".utf8) else {
                rest.removeFirst()
                continue
            }
            var quote: UInt8?
            let end = rest.firstIndex { byte in
                if let open = quote {
                    if byte == open { quote = nil }
                    return false
                }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
                return byte == UInt8(ascii: "[") || byte == UInt8(ascii: ">")
            }
            guard let end, rest[end] == UInt8(ascii: ">") else { return true }
            rest = rest[end...]
        }
        return false
    }
}
