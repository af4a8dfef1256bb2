import Lessons

/// A course's furnishing on one page.
struct FurnishingHTML {
    let course: CoursePlace
    /// The way from the page to the site's root.
    let root: String
    let words: PageWords

    private var furnishing: Furnishing { course.furnishing }

    var logo: PageNode? {
        furnishing.logo.map {
            Tag.img(.class("logo"), .src(root + SitePath.encoded($0)), .text(.alt, ""))
        }
    }

    /// The course's links and its other versions, in the head of a page; nil where there are none.
    var links: [PageNode]? {
        let list =
            furnishing.links.isEmpty
            ? []
            : Tag.nav.block(.class("course-links"), .aria(label: words.links)) { items(furnishing.links) }
        let all = list + versions
        return all.isEmpty ? nil : all
    }

    private var versions: [PageNode] {
        guard let version = furnishing.version else { return [] }
        guard !furnishing.versions.isEmpty else { return Tag.p.line(.class("version")) { version } }
        return Tag.details.block(.class("versions")) {
            Tag.summary.line { version }
            items(furnishing.versions)
        }
    }

    private func items(_ links: [Furnishing.Link]) -> [PageNode] {
        Tag.ul.block {
            for link in links {
                Tag.li.line {
                    Tag.a(.href(address(link.address))) {
                        if let icon = link.icon { icon.drawing }
                        link.text
                    }
                }
            }
        }
    }

    /// The ways to a lesson's source; nil for a page that has none.
    func sources(of file: String?) -> [PageNode]? {
        guard let repository = furnishing.repository, let file, !repository.actions.isEmpty else { return nil }
        let links = repository.actions.map { action in
            let word =
                switch action {
                case .edit: words.editPage
                case .source: words.pageSource
                case .issue: words.reportIssue
                }
            return [Tag.a(.href(repository.address(for: action, of: file))) { word }]
        }
        return Tag.p.line(.class("page-sources")) { [PageNode](links, separator: " · ") }
    }

    /// What there is of a lesson's page to take along.
    func downloads(ofPage page: String) -> [PageNode]? {
        guard !furnishing.downloads.isEmpty else { return nil }
        let name = page.split(separator: "/").last.map(String.init) ?? page
        let links = furnishing.downloads.map { download in
            let (ending, word) =
                switch download {
                case .notebook: ("ipynb", words.notebook)
                case .markdown: ("md", "Markdown")
                case .pdf: ("pdf", "PDF")
                }
            return [Tag.a(.href(SitePath.encoded(name + "." + ending)), .present(.download)) { word }]
        }
        return Tag.p.line(.class("downloads")) {
            words.download + " "
            [PageNode](links, separator: " · ")
        }
    }

    var footer: [PageNode]? {
        furnishing.footer.isEmpty ? nil : Tag.p.line(.class("course-footer")) { nodes(of: furnishing.footer) }
    }

    private func nodes(of inlines: [Inline]) -> [PageNode] {
        inlines.flatMap { inline -> [PageNode] in
            switch inline {
            case .softBreak: [.text(" ")]
            case .lineBreak: [Tag.br(), .text("\n")]
            case .emphasis(let text): [Tag.em { nodes(of: text) }]
            case .strong(let text): [Tag.strong { nodes(of: text) }]
            case .code(let code): [Tag.code { code }]
            case .span(let text, _): nodes(of: text)
            case .link(let text, let destination, _): [Tag.a(.href(address(destination))) { nodes(of: text) }]
            default: [.text([inline].plainText)]
            }
        }
    }

    /// An address of the course's file: elsewhere as it is, else from the site's root.
    private func address(_ address: String) -> String {
        if Escape.isDangerous(address) { return "" }
        if address.contains(":") || address.hasPrefix("#") { return address }
        var path = String(address.drop { $0 == "/" })
        if path.hasSuffix(".md") { path = path.dropLast(3) + ".html" }
        return root + path
    }
}

/// A page at an old address, which leads to where the lesson stands now.
public enum Redirect {
    /// - Parameters:
    ///   - page: where the lesson's page stands, below the output folder.
    ///   - file: where this one stands.
    public static func html(to page: String, from file: String, titled title: String, in course: CoursePlace, lang: String)
        -> String
    {
        let way = SitePath.address(of: page, from: file)
        let target = Escape.address(way.isEmpty ? page : way)
        let canonical = course.address(of: page).map(Escape.html) ?? target
        return """
            <!DOCTYPE html>
            <html lang="\(Escape.html(lang))"\(LanguageTag.isRightToLeft(lang) ? " dir=\"rtl\"" : "")>
            <head>
            <meta charset="utf-8">
            \(PageFrame.generator)
            <meta http-equiv="refresh" content="0; url=\(target)">
            <meta name="robots" content="noindex">
            <link rel="canonical" href="\(canonical)">
            <title>\(Escape.html(title))</title>
            </head>
            <body>
            <p><a href="\(target)">\(Escape.html(title))</a></p>
            </body>
            </html>

            """
    }
}
