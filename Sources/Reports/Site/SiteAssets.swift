import Foundation

/// The files all pages share, made from what the system's packages bring.
public enum SiteAssets {
    /// KaTeX's style sheet with WOFF2 fonts only, and the names of the fonts it asks for (in KaTeX's `fonts` folder).
    public static func katex(css: String) -> (css: String, fonts: [String]) {
        let source = /src:\s*url\(fonts\/([A-Za-z0-9_-]+)\.woff2\)[^;}]*/
        var fonts: [String] = []
        let text = css.replacing(source) { match in
            let name = "\(match.1).woff2"
            if !fonts.contains(name) { fonts.append(name) }
            return "src:url(fonts/\(name)) format(\"woff2\");font-display:swap"
        }
        return (text, fonts.sorted())
    }

    /// A book on a stand.
    public static let favicon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1f5fa8" d="M3 6q7-3 13 1 6-4 13-1v16q-7-3-13 1-6-4-13-1z"/>\
        <path stroke="#fff" stroke-width="1.5" d="M16 7v16"/><path stroke="#1f5fa8" stroke-width="2.5" d="M16 23v6M10 30h12"/></svg>

        """
}
