import Reports

/// The files all pages of a site share: index, style sheets, script, icon.
enum SharedFiles {
    static func all(_ site: Stages.Site) throws -> [String: [UInt8]] {
        // The fonts of mathematics come with the pages that use them.
        var files = [
            "404.html": Array(try CourseIndex.missingPage(site.place).utf8),
            "assets/lectern.css": Array(PageStylesheet.css.utf8),
            "assets/lectern.js": Array(PageScript.source.utf8),
            "assets/favicon.svg": Array(SiteAssets.favicon.utf8),
            "assets/katex.css": Array(try MathematicsFiles().fonts.css.utf8),
        ]
        if !site.entries.contains(where: { $0.name == CourseIndex.name }) {
            files["index.html"] = Array(try CourseIndex.html(site.place).utf8)
        }
        return files
    }
}
