import Exhibits
import Lessons

/// A whole course as one document to be printed: a cover, contents with the numbers of pages, and the lessons in order.
public struct Book {
    /// What can't be made a chapter, by its page's name.
    public struct Unreadable: Error {
        public let name: String
    }

    private let course: CoursePlace
    private let chapters: [(entry: CoursePlace.Entry, chapter: Chapter)]
    private let words: PageWords

    /// - Parameter page: the page of a lesson by its name; nil when there is none.
    public init(of course: CoursePlace, page: (String) -> String?) throws(Unreadable) {
        let course = course.read(in: course.language)
        self.course = course
        words = PageWords(lang: course.language)
        let entries = course.divisions.flatMap(\.lessons)
        let numbers = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0 + 1) })
        var chapters: [(entry: CoursePlace.Entry, chapter: Chapter)] = []
        for (index, entry) in entries.enumerated() {
            let chapter = page(entry.name).flatMap {
                Chapter(page: $0, name: entry.name, number: index + 1, of: numbers, siteURL: course.siteURL)
            }
            guard let chapter else { throw Unreadable(name: entry.name) }
            chapters.append((entry, chapter))
        }
        self.chapters = chapters
    }

    /// What the contents lead to, in order.
    public var destinations: [String] { chapters.indices.map { Chapter.identifier($0 + 1) } }

    /// - Parameter pages: on which page each destination is; nil, before anybody knows, leaves the numbers out.
    public func html(pages: [String: Int]? = nil) -> String {
        let direction = LanguageTag.isRightToLeft(course.language) ? " dir=\"rtl\"" : ""
        let theme = course.theme.hasStyles ? "<link rel=\"stylesheet\" href=\"assets/theme/theme.css\">\n" : ""
        return """
            <!DOCTYPE html>
            <html lang="\(Escape.html(course.language))"\(direction)>
            <head>
            <meta charset="utf-8">
            <title>\(Escape.html(course.title))</title>
            <link rel="stylesheet" href="assets/katex.css">
            <link rel="stylesheet" href="assets/lectern.css">
            \(theme)<style>\(BookStylesheet.css)\(pageRules)</style>
            </head>
            <body>
            <section class="cover">
            <h1>\(Escape.html(course.title))</h1>
            \(line("description", course.description))\(line("byline", course.author))</section>
            <nav class="book-contents">
            <h2>\(Escape.html(words.contents))</h2>
            \(contents(pages))</nav>
            \(text)<script>\(BookScript.source)</script>
            </body>
            </html>

            """
    }

    private func line(_ kind: String, _ text: String?) -> String {
        text.map { "<p class=\"\(kind)\">\(Escape.html($0))</p>\n" } ?? ""
    }

    private func contents(_ pages: [String: Int]?) -> String {
        var number = 0
        return course.divisions.map { division in
            let items = division.lessons.map { lesson -> String in
                number += 1
                let place = Chapter.identifier(number)
                // Room for three digits where the numbers aren't known yet, so that knowing them moves nothing.
                let page = pages.map { $0[place].map(String.init) ?? "" } ?? "000"
                return "<li><a href=\"#\(place)\">\(Escape.html(lesson.title))</a><span class=\"leader\"></span>"
                    + "<span class=\"page-number\">\(page)</span></li>\n"
            }.joined()
            let title = division.title.map { "<p class=\"part-title\">\(Escape.html($0))</p>\n" } ?? ""
            return "\(title)<ol>\n\(items)</ol>\n"
        }.joined()
    }

    private var text: String {
        chapters.enumerated().map { index, item in
            let lang = item.chapter.lang.map { " lang=\"\($0)\"" } ?? ""
            let direction = item.chapter.isRightToLeft ? " dir=\"rtl\"" : ""
            return "<main id=\"\(Chapter.identifier(index + 1))\"\(lang)\(direction)>\n\(item.chapter.body)</main>\n"
        }.joined()
    }

    /// The heads of printed pages: the course where a line begins, the lesson at the other side.
    private var pageRules: String {
        let size = "@page{size:\(course.paper ?? "a4")}"
        let isRightToLeft = LanguageTag.isRightToLeft(course.language)
        return size
            + chapters.enumerated().map { index, item in
                let name = Chapter.identifier(index + 1)
                let whole = PageFrame.quoted(course.title), part = PageFrame.quoted(item.entry.title)
                return "#\(name){page:\(name)}@page \(name){@top-left{content:\(isRightToLeft ? part : whole)}"
                    + "@top-right{content:\(isRightToLeft ? whole : part)}}"
            }.joined()
    }
}
