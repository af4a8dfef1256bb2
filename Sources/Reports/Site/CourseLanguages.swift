import Exhibits
import Foundation
import Lessons

/// Lessons that there are in several languages: a reader sees the course in the language of the page.
extension CoursePlace {
    /// The course as it is read in a language: of each lesson the translation into it, where there is one, and the original
    /// where there is none.
    package func read(in language: String) -> CoursePlace {
        guard entries.contains(where: { $0.translates != nil }) else { return self }
        var course = self
        course.reader = language
        var names: [String: String] = [:]
        course.entries = entries.filter { $0.translates == nil }.map { original in
            let read = versions(of: original).first { isSame(self.language(of: $0), language) } ?? original
            names[original.name] = read.name
            return read
        }
        // A translation calls its figures as the original does.
        course.labels = CourseLabels(course.entries.flatMap(\.labels))
        for part in parts.indices { course.parts[part].lessons = parts[part].lessons.compactMap { names[$0] } }
        return course
    }

    /// A lesson in all its languages, the original first; none where there is only that.
    func versions(ofPage name: String) -> [Entry] {
        guard let entry = entries.first(where: { $0.name == name }),
            let original = entries.first(where: { $0.name == entry.original })
        else { return [] }
        let all = versions(of: original)
        return all.count > 1 ? all : []
    }

    private func versions(of original: Entry) -> [Entry] {
        [original] + entries.filter { $0.translates == original.name }
    }

    func language(of entry: Entry) -> String { entry.language ?? language }

    private func isSame(_ one: String, _ other: String) -> Bool { LanguageTag.primary(one) == LanguageTag.primary(other) }

    /// A title as a link's text, what the link says of its language, and the words behind it, where that isn't the reader's.
    func title(of entry: Entry) -> (html: String, attributes: String, note: String) {
        let (own, title) = (language(of: entry), Escape.html(entry.title))
        guard let reader, !isSame(own, reader) else { return (title, "", "") }
        let name = Escape.html(LanguageTag.name(of: own, in: reader))
        return (
            title, " lang=\"\(Escape.html(own))\" hreflang=\"\(Escape.html(own))\"",
            " <span class=\"in-language\">(\(name))</span>"
        )
    }
}

/// The ways from a page to the same lesson in its other languages.
struct LanguageSwitch {
    let course: CoursePlace
    /// The page it stands on.
    let page: String
    let words: PageWords

    private var versions: [CoursePlace.Entry] { course.versions(ofPage: page) }

    /// Each language by its own name, in itself; nil where there is one alone.
    var html: String? {
        let items = versions.map { entry in
            let own = course.language(of: entry)
            let (language, name) = (Escape.html(own), Escape.html(LanguageTag.name(of: own, in: own)))
            let address = Escape.address(SitePath.address(of: entry.name + ".html", from: page))
            let mark = entry.name == page ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(address)\" hreflang=\"\(language)\" lang=\"\(language)\"\(mark)>\(name)</a></li>\n"
        }
        return items.isEmpty
            ? nil : "<nav class=\"languages\" aria-label=\"\(words.languages)\">\n<ul>\n\(items.joined())</ul>\n</nav>\n"
    }

    /// The same for machines.
    var alternates: [String] {
        versions.map { entry in
            let file = entry.name + ".html"
            let address = course.address(of: file).map(Escape.html) ?? Escape.address(SitePath.address(of: file, from: page))
            return "<link rel=\"alternate\" hreflang=\"\(Escape.html(course.language(of: entry)))\" href=\"\(address)\">"
        }
    }
}
