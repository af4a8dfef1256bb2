import Exhibits
import Foundation
import Lessons

/// Lessons that there are in several languages: a reader sees the course in the language of the page.
extension CoursePlace {
    /// The course as it is read in a language: of each lesson the translation into it, where there is one, and the original
    /// where there is none.
    package func read(in language: String) -> CoursePlace {
        var course = self
        let tag = LanguageTag.primary(language)
        course.title = titles[tag] ?? title
        course.description = descriptions[tag] ?? description
        for part in parts.indices { course.parts[part].title = parts[part].titles[tag] ?? parts[part].title }
        guard entries.contains(where: { $0.translates != nil }) else { return course }
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
        let translations = entries.filter { $0.translates == original.name }
        // Of two in one language, which is an error, the one that is called by the original's name and its language counts.
        return [original] + translations.filter { isNamed($0, by: original) }
            + translations.filter { !isNamed($0, by: original) }
    }

    private func isNamed(_ entry: Entry, by original: Entry) -> Bool {
        entry.name == CoursePlace.name(of: original.name, in: language(of: entry))
    }

    /// What a translation is called: `forward-pass.de`.
    package static func name(of original: String, in language: String) -> String {
        original + "." + LanguageTag.primary(language)
    }

    func language(of entry: Entry) -> String { entry.language ?? language }

    private func isSame(_ one: String, _ other: String) -> Bool { LanguageTag.primary(one) == LanguageTag.primary(other) }

    /// A link to a lesson's page: it says its language and, unless `hasNote` is false, names it, where that isn't the reader's.
    func link(
        to entry: Entry, from page: String, _ attributes: Attribute?..., after words: [PageNode] = [], hasNote: Bool = true
    ) -> PageNode {
        let own = isForeign(entry) ? language(of: entry) : nil
        let address = Attribute.href(SitePath.address(of: entry.name + ".html", from: page))
        let (before, behind) = (attributes.filter { $0?.name == .rel }, attributes.filter { $0?.name != .rel })
        let all = before + [address, .text(.lang, own), .text(.hreflang, own)] + behind
        return .element(.a, all.compactMap(\.self), words + [.text(entry.title)] + (hasNote ? note(on: entry) : []))
    }

    /// What stands behind a link to a lesson in another language than the reader's.
    func note(on entry: Entry) -> [PageNode] {
        guard isForeign(entry), let reader else { return [] }
        let name = LanguageTag.name(of: language(of: entry), in: reader)
        return [.text(" "), Tag.span(.class("in-language"), .text(.lang, reader)) { "(\(name))" }]
    }

    private func isForeign(_ entry: Entry) -> Bool { reader.map { !isSame(language(of: entry), $0) } ?? false }
}

/// The ways from a page to the same lesson in its other languages.
struct LanguageSwitch {
    let course: CoursePlace
    /// The page it stands on.
    let page: String
    let words: PageWords

    private var versions: [CoursePlace.Entry] { course.versions(ofPage: page) }

    /// Each language by its own name, in itself; nothing where there is one alone.
    var nodes: [PageNode] {
        let versions = versions
        if versions.isEmpty { return [] }
        let list = Tag.ul {
            "\n"
            for entry in versions {
                let own = course.language(of: entry)
                Tag.li {
                    Tag.a(
                        .href(SitePath.address(of: entry.name + ".html", from: page)), .text(.hreflang, own), .text(.lang, own),
                        .text(.ariaCurrent, entry.name == page ? "page" : nil)
                    ) { LanguageTag.name(of: own, in: own) }
                }
                "\n"
            }
        }
        let nav = Tag.nav(.class("languages"), .aria(label: words.languages)) {
            "\n"
            list
            "\n"
        }
        return [nav, .text("\n")]
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
