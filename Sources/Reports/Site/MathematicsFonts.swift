/// KaTeX's style sheet for browsers of today, and which of its fonts a page needs.
public struct MathematicsFonts: Sendable {
    /// The style sheet with WOFF2 fonts only, to stand beside the folder `fonts`.
    public let css: String

    private struct Face: Hashable {
        var family: String
        var isBold = false
        var isItalic = false
    }
    private var files: [Face: String] = [:]
    /// The classes of an element that asks for a face.
    private var uses: [(classes: [String], face: Face)] = []

    /// - Parameter css: KaTeX's own style sheet, minified or not.
    public init(css: String) {
        let source = /src:\s*url\(fonts\/([A-Za-z0-9_-]+\.woff2)\)[^;}]*/
        self.css = css.replacing(source) { "src:url(fonts/\($0.1)) format(\"woff2\");font-display:block" }
        for rule in css.split(separator: "}") {
            let parts = rule.split(separator: "{", maxSplits: 1)
            guard parts.count == 2 else { continue }
            var face = Face(family: "")
            if let family = parts[1].firstMatch(of: /KaTeX_[A-Za-z0-9]+/) { face.family = String(family.0) }
            face.isBold = parts[1].contains(/font-weight:\s*(bold|700)/)
            face.isItalic = parts[1].contains(/font-style:\s*italic/)
            if parts[0].contains("@font-face") {
                files[face] = parts[1].firstMatch(of: source).map { String($0.1) }
            } else if face != Face(family: "") {
                if face.family.isEmpty { face.family = "KaTeX_Main" }
                for selector in parts[0].split(separator: ",") {
                    uses.append((selector.matches(of: /\.([A-Za-z0-9_-]+)/).map { String($0.1) }, face))
                }
            }
        }
    }

    /// The style sheet with no other fonts than these.
    public func css(with files: [String]) -> String {
        css.replacing(/@font-face\s*{[^}]*fonts\/([A-Za-z0-9_-]+\.woff2)[^}]*}/) { match in
            files.contains(String(match.1)) ? String(match.0) : ""
        }
    }

    /// The fonts that the formulas of a page are set in, by file name; nil for a page without formulas.
    public func files(usedIn html: String) -> [String]? {
        let classes = Self.classes(in: html)
        guard classes.contains("katex") else { return nil }
        var faces = uses.filter { use in use.classes.allSatisfy(classes.contains) }.map(\.face)
        // Bold and italic may come from two elements, one inside the other.
        for face in faces where face.isBold {
            if faces.contains(where: { $0.isItalic && $0.family == face.family }), classes.contains("textit") {
                faces.append(Face(family: face.family, isBold: true, isItalic: true))
            }
        }
        return Set(faces.compactMap { files[$0] }).sorted()
    }

    private static func classes(in html: String) -> Set<String> {
        var found: Set<Substring> = []
        var lists: Set<Substring> = []
        var rest = html[...]
        while let start = rest.firstRange(of: "class=\"") {
            rest = rest[start.upperBound...]
            let list = rest.prefix { $0 != "\"" }
            rest = rest[list.endIndex...]
            if lists.insert(list).inserted { found.formUnion(list.split(separator: " ")) }
        }
        return Set(found.map(String.init))
    }
}
