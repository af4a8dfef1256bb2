import Exhibits

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
        let bytes = Array(css.utf8)
        var plain: [UInt8] = []
        var rest = 0
        while let source = FontSource(in: bytes, from: rest) {
            plain += bytes[rest..<source.range.lowerBound]
            plain += "src:url(fonts/\(source.file)) format(\"woff2\");font-display:block".utf8
            rest = source.range.upperBound
        }
        self.css = String(decoding: plain + bytes[rest...], as: UTF8.self)
        for rule in bytes.split(separator: UInt8(ascii: "}")) {
            let parts = rule.split(separator: UInt8(ascii: "{"), maxSplits: 1).map(Array.init)
            guard parts.count == 2 else { continue }
            var face = Face(family: Self.family(in: parts[1]) ?? "")
            face.isBold = Self.says("font-weight:", ["bold", "700"], in: parts[1])
            face.isItalic = Self.says("font-style:", ["italic"], in: parts[1])
            if parts[0].holds(Array("@font-face".utf8)) {
                files[face] = FontSource(in: parts[1], from: 0)?.file
            } else if face != Face(family: "") {
                if face.family.isEmpty { face.family = "KaTeX_Main" }
                for selector in parts[0].split(separator: UInt8(ascii: ",")) {
                    let names = selector.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst()
                    let classes = names.map { String(decoding: $0.prefix(while: FontSource.isName), as: UTF8.self) }
                    uses.append((classes.filter { !$0.isEmpty }, face))
                }
            }
        }
    }

    /// One of KaTeX's own families.
    private static func family(in declarations: [UInt8]) -> String? {
        let start = Array("KaTeX_".utf8)
        guard let place = declarations.place(of: start, from: 0) else { return nil }
        let name = declarations[(place + start.count)...].prefix { FontSource.isName($0) && $0 != UInt8(ascii: "_") }
        return name.isEmpty ? nil : String(decoding: start + name, as: UTF8.self)
    }

    /// Whether the declarations give a property one of the values.
    private static func says(_ property: String, _ values: [String], in declarations: [UInt8]) -> Bool {
        let name = Array(property.utf8)
        guard let place = declarations.place(of: name, from: 0) else { return false }
        let value = declarations[(place + name.count)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        return values.contains { value.starts(with: $0.utf8) }
    }

    /// The style sheet with no other fonts than these.
    public func css(with files: [String]) -> String {
        css.replacing(/@font-face\s*{[^}]*fonts\/([A-Za-z0-9_-]+\.woff2)[^}]*}/) { match in
            files.contains(String(match.1)) ? String(match.0) : ""
        }
    }

    /// The fonts that formulas are set in, by file name; nil where there are none.
    func files(usedIn formulas: some Sequence<String>) -> [String]? {
        let classes = formulas.reduce(into: Set<String>()) { $0.formUnion(Self.classes(in: $1)) }
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
        let bytes = Array(html.utf8)
        let attribute = Array("class=\"".utf8)
        var lists: Set<ArraySlice<UInt8>> = []
        var rest = 0
        while let start = bytes.place(of: attribute, from: rest) {
            let list = bytes[(start + attribute.count)...].prefix { $0 != UInt8(ascii: "\"") }
            lists.insert(list)
            rest = list.endIndex
        }
        let found = lists.flatMap { $0.split(separator: UInt8(ascii: " ")) }
        return Set(found.map { String(decoding: $0, as: UTF8.self) })
    }
}
