import Reports

/// The files all pages of a site share: index, style sheets, script, icon, and what the course's theme brings.
///
/// The fonts of mathematics come with the pages that use them.
struct SharedFiles {
    private var assets: [String: [UInt8]] = [:]
    private let mathematics: MathematicsFiles

    /// What is the same in every site.
    private static let fixed: [(path: String, text: String)] = [
        ("assets/lectern.css", PageStylesheet.css), ("assets/lectern.js", PageScript.source),
        (ExplorableScript.path, ExplorableScript.source), (FramesScript.path, FramesScript.source),
        (CheckScript.path, CheckScript.source), (SlidesStylesheet.path, SlidesStylesheet.css),
        (SlidesScript.path, SlidesScript.source), ("assets/favicon.svg", SiteAssets.favicon),
    ]
    private static let mathematicsStyles = "assets/katex.css"
    private static let paths = Set(fixed.map(\.path) + [mathematicsStyles, SearchIndex.list])
    private static let folders = ["assets/fonts/", "assets/search/", "assets/theme/"]

    /// - Parameter fonts: the fonts of mathematics that are asked for; nil for all there are.
    init(_ site: Stages.Site, mathematics: MathematicsFiles, fonts: [String]? = nil) throws {
        self.mathematics = mathematics
        assets = try site.settings.theme?.siteFiles() ?? [:]
        for file in Self.fixed { assets[file.path] = Array(file.text.utf8) }
        assets[Self.mathematicsStyles] = Array((fonts.map(mathematics.fonts.css(with:)) ?? mathematics.fonts.css).utf8)
    }

    /// Whether a path is one of Lectern's own files; a course may have others in a folder of that name.
    static func isOwn(_ path: String) -> Bool {
        folders.contains(where: path.hasPrefix) || paths.contains(path)
    }

    /// A file by its address on a page.
    func contents(of address: String) -> [UInt8]? {
        let folder = "assets/fonts/"
        guard address.hasPrefix(folder) else { return assets[address] }
        return try? mathematics.font(String(address.dropFirst(folder.count)))
    }

    /// The site's own pages and, unless every page has them in it, what they share.
    static func all(_ site: Stages.Site, isSelfContained: Bool) throws -> [String: [UInt8]] {
        let shared = try SharedFiles(site, mathematics: MathematicsFiles())
        let place = site.place(isSelfContained: isSelfContained)
        var pages = ["404.html": try CourseIndex.missingPage(place)]
        if !site.entries.contains(where: { $0.name == CourseIndex.name }) { pages["index.html"] = try CourseIndex.html(place) }
        var files = isSelfContained ? [:] : shared.assets
        if !isSelfContained { files[SearchIndex.list] = Array(SearchIndex.script(listing: site.entries.map(\.name)).utf8) }
        for (name, html) in pages {
            files[name] = Array((isSelfContained ? SelfContained.page(html, read: shared.contents) : html).utf8)
        }
        return files
    }
}
