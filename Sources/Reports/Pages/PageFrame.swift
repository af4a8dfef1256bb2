import Exhibits
import Foundation
import Lessons
import Mustache

/// What any page of a course has around its text: everything the template asks for.
struct PageFrame {
    /// As it is read in the page's language.
    let course: CoursePlace
    private let languages: LanguageSwitch
    /// Its name: `xor`.
    private let page: String
    var words: PageWords
    var lang: String
    var title: String
    var subtitle: String?
    /// The file below the output folder: `xor.html`.
    var file: String
    /// Whether it is a page to be read or slides.
    var format = PageFormat.page
    var description: String?
    var author: String?
    var byline: String?
    var body: [PageNode] = []
    var contents: [PageNode]?
    var neighbours: [PageNode]?
    var verified: String?
    /// The file of the lesson that the page is made of, below the course's folder; nil for a page that is made of none.
    var source: String?
    /// Fonts of the page's mathematics, by file name; nil on a page without mathematics.
    var mathematicsFonts: [String]?
    /// Scripts that this page needs besides the usual one, below the output folder.
    var scripts: [String] = []
    /// An address that relative links start from, where the page may be shown in place of another.
    var base: String?

    init(course: CoursePlace, lang: String, title: String, file: String) {
        self.course = course.read(in: lang)
        words = PageWords(lang: lang)
        page = String(file.dropLast(".html".count))
        languages = LanguageSwitch(course: course, page: page, words: words)
        self.lang = lang
        self.title = title
        self.file = file
    }

    func html() throws -> String {
        var values: [String: Any] = [
            "lang": lang, "title": title, "body": body.html, "words": words, "early": early, "metadata": metadata,
            "styles": styles, "themeStyles": course.theme.hasStyles ? stylesheet("assets/theme/theme.css") : "",
            "root": root, "pageRules": runningHeaders, "tools": tools, "head": course.theme.head, "foot": course.theme.foot,
            "scripts": scripts.map { "<script src=\"\(root)\(Escape.address($0))\" defer></script>\n" }.joined(),
        ]
        if LanguageTag.isRightToLeft(lang) { values["rtl"] = "rtl" }
        if title != course.title { values["course"] = course.title }
        values["base"] = base
        values["home"] = home
        values["subtitle"] = subtitle
        values["description"] = description
        values["author"] = author
        values["byline"] = byline
        values["contents"] = contents?.html
        let sidebar = CourseSidebar(course: course, page: page, sections: contents, words: words)
        // What is shown in place of another page is part of no course's row.
        values["sidebar"] = base == nil ? sidebar.nodes?.html : nil
        values["neighbours"] = neighbours?.html
        values["verified"] = verified
        let furnishing = FurnishingHTML(course: course, root: root, words: words)
        values["logo"] = furnishing.logo.map { [$0].html } ?? ""
        values["links"] = furnishing.links?.html
        values["sources"] = furnishing.sources(of: source)?.html
        values["downloads"] = source == nil ? nil : furnishing.downloads(ofPage: page)?.html
        values["footer"] = furnishing.footer?.html
        return try MustacheTemplate(string: template).render(values)
    }

    private var template: String {
        switch format {
        case .page: course.theme.template ?? PageTemplate.source
        case .slides: SlidesTemplate.source
        }
    }

    /// The way from this page to the site's root, which a base address leads to by itself.
    private var root: String { base == nil ? SitePath.root(from: file) : "" }

    /// The course's front page, in the page's language where there is one.
    private var home: String { root + Escape.address(SitePath.encoded(course.frontPage + ".html")) }

    private func stylesheet(_ address: String) -> String { "<link rel=\"stylesheet\" href=\"\(root)\(address)\">\n" }

    /// KaTeX's rules, only where there are formulas.
    private var styles: String { mathematicsFonts == nil ? "" : stylesheet("assets/katex.css") }

    /// Fonts are asked for before the rules that need them, so that no formula moves when they arrive. From a disk they are
    /// there at once, and browsers refuse to fetch them early.
    private var early: String {
        guard let mathematicsFonts, !mathematicsFonts.isEmpty else { return PageScript.head }
        let names = mathematicsFonts.map { "\"\($0)\"" }.joined(separator: ",")
        return PageScript.head + ";" + PageScript.preload(names, root: root)
    }

    /// By which a page says what made it: how a later build tells it from somebody else's.
    static let generator = "<meta name=\"generator\" content=\"Lectern\">"

    /// Where the page is at home, and what a link to it shows elsewhere.
    private var metadata: String {
        var lines = [Self.generator, "<meta property=\"og:title\" content=\"\(Escape.html(title))\">"]
        if let description { lines.append("<meta property=\"og:description\" content=\"\(Escape.html(description))\">") }
        lines.append("<meta property=\"og:type\" content=\"\(file == "index.html" ? "website" : "article")\">")
        if title != course.title {
            lines.append("<meta property=\"og:site_name\" content=\"\(Escape.html(course.title))\">")
        }
        if let address = course.address(of: file), base == nil {
            lines.append("<meta property=\"og:url\" content=\"\(Escape.html(address))\">")
            lines.append("<link rel=\"canonical\" href=\"\(Escape.html(address))\">")
        }
        if base == nil { lines += languages.alternates }
        if let image = course.image, let address = course.address(of: image) {
            lines.append("<meta property=\"og:image\" content=\"\(Escape.html(address))\">")
            lines.append("<meta name=\"twitter:card\" content=\"summary_large_image\">")
        } else {
            lines.append("<meta name=\"twitter:card\" content=\"summary\">")
        }
        if course.hasFeed {
            lines.append(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(Escape.html(course.title))\" href=\"\(root)feed.xml\">"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The heads of printed pages: the course on one side, the lesson on the other.
    private var runningHeaders: String {
        let whole = title == course.title ? "" : course.title
        // The course stands where a line begins.
        let (left, right) = LanguageTag.isRightToLeft(lang) ? (title, whole) : (whole, title)
        // Where English is read, paper has two sizes, and the printer knows which; elsewhere it is A4.
        let paper = course.paper ?? (lang.lowercased().hasPrefix("en") ? nil : "a4")
        let size = paper.map { "size:\($0);" } ?? ""
        return "@media print{@page{\(size)@top-left{content:\(Self.quoted(left))}@top-right{content:\(Self.quoted(right))}}"
            + "@page:first{@top-left{content:\"\"}@top-right{content:\"\"}}}"
    }

    /// A text as a CSS string. What could end the string, or the style element, is written by its code point.
    static func quoted(_ text: String) -> String {
        let characters = text.unicodeScalars.map { scalar in
            "\"\\<>&\n\r".unicodeScalars.contains(scalar) ? "\\\(String(scalar.value, radix: 16)) " : String(scalar)
        }
        return "\"\(characters.joined())\""
    }

    /// Pages that are one file have no index with them, and slides leave the room to what they show.
    private var isSearchable: Bool { !course.isSelfContained && format == .page }

    private var tools: String {
        let texts: [(String, String)] = [
            ("root", root),
            ("lessons", !isSearchable ? "" : course.entries.map(\.name).joined(separator: "\n")),
            ("beside", !isSearchable ? "" : course.searched.joined(separator: "\n")),
            ("theme", words.theme + PageLanguage(tag: lang).colon),
            ("auto", words.auto), ("light", words.light), ("dark", words.dark), ("copy", words.copy),
            ("copied", words.copied), ("code", words.code), ("wide", words.wide), ("results", words.results),
            ("nothing", words.nothing),
        ]
        let data = texts.map { " data-\($0.0)=\"\(Escape.html($0.1))\"" }.joined()
        let search = """
            <form class="search" role="search">
            <input type="text" aria-label="\(words.searchAll)" placeholder="\(words.search)" autocomplete="off" spellcheck="false">
            </form>

            """
        return (base == nil ? languages.nodes.html : "") + """
            <div class="tools"\(data)>
            \(isSearchable ? search : "")<button type="button" class="theme">\(words.auto)</button>
            </div>
            """
    }
}
