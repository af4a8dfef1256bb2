import Lessons

/// The course's front page: what it is and what its lessons are.
///
/// A course may write its own as a lesson, `index.md`; the list of lessons then follows its text.
public enum CourseIndex {
    /// What the front page's lesson is called.
    public static let name = "index"

    public static func html(_ course: CoursePlace) throws -> String {
        var frame = PageFrame(course: course, lang: course.language, title: course.title, file: "index.html")
        frame.description = course.description
        frame.author = course.author
        frame.byline = course.author
        frame.body = list(of: frame.course, from: name)
        return try frame.html()
    }

    /// What a host shows for an address without a page, whatever folder that address is in: its links start at the path of the
    /// site's address where that is known. Of the address nothing else: the course file may be a stranger's, and a script of
    /// another host's would run here.
    public static func missingPage(_ course: CoursePlace) throws -> String {
        let words = PageWords(lang: course.language)
        var frame = PageFrame(course: course, lang: course.language, title: words.notFound, file: "404.html")
        frame.base = course.siteURL.map(path(ofSite:))
        frame.body = [Tag.p { words.notFoundText }, .text("\n")] + list(of: frame.course, from: name)
        return try frame.html()
    }

    /// `/course/` of `https://example.org/course`. Browsers drop blanks from addresses and take `\` for a slash, and two slashes
    /// begin another host's.
    private static func path(ofSite address: String) -> String {
        let plain = String(String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
        let path = plain.prefix { $0 != "?" && $0 != "#" }
        return "/" + path.split { $0 == "/" || $0 == "\\" }.dropFirst(2).map { $0 + "/" }.joined()
    }

    /// The list of lessons on a page that has one: the course's front page has all, a folder's page those of its folder. `nil` on
    /// any other.
    static func list(below page: String, of course: CoursePlace) -> [PageNode]? {
        if page == course.frontPage { return list(of: course, from: page) }
        guard page.hasSuffix("/" + name) else { return nil }
        let inside = course.lessons.filter { $0.name != page && $0.name.hasPrefix(page.dropLast(name.count)) }
        return inside.isEmpty ? nil : list(of: inside, in: course, from: page)
    }

    /// The lessons with their descriptions, in order, under the titles of their parts.
    static func list(of course: CoursePlace, from page: String) -> [PageNode] {
        let lists = course.divisions.enumerated().map { number, division -> [PageNode] in
            let heading = division.title.map { title in Tag.h2.line(.id("part-\(number + 1)")) { title } } ?? []
            return heading + list(of: division.lessons, in: course, from: page)
        }
        return [PageNode](lists, separator: "\n")
    }

    private static func list(of entries: [CoursePlace.Entry], in course: CoursePlace, from page: String) -> [PageNode] {
        [
            Tag.ol(.class("lessons")) {
                "\n"
                for entry in entries {
                    Tag.li {
                        course.link(to: entry, from: page, hasNote: false)
                        course.note(on: entry)
                        if let description = entry.description {
                            "\n"
                            Tag.p { description }
                        }
                    }
                    "\n"
                }
            }
        ]
    }
}

extension CoursePlace {
    /// All lessons in order, without the front page.
    var lessons: [Entry] { entries.filter { $0.original != CourseIndex.name } }

    /// The name of the front page: the author's own, in the language it is read in, or the one that is made.
    var frontPage: String { entries.first { $0.original == CourseIndex.name }?.name ?? CourseIndex.name }
}
