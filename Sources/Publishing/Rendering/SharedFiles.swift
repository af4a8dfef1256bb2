import Reports

/// The files all pages of a site share: index, style sheets, fonts, icon.
enum SharedFiles {
    static func all(_ site: Stages.Site) throws -> [String: [UInt8]] {
        let scripts = try SystemScripts.located()
        let css = String(decoding: try Files.read(scripts.katex + "/katex.min.css"), as: UTF8.self)
        let katex = SiteAssets.katex(css: css)
        var files = [
            "assets/lectern.css": Array(PageStylesheet.css.utf8),
            "assets/favicon.svg": Array(SiteAssets.favicon.utf8),
            "assets/katex.css": Array(katex.css.utf8),
        ]
        if !site.entries.contains(where: { $0.name == CourseIndex.name }) {
            files["index.html"] = Array(try CourseIndex.html(site.place).utf8)
        }
        for font in katex.fonts { files["assets/fonts/\(font)"] = try Files.read("\(scripts.katex)/fonts/\(font)") }
        return files
    }
}
