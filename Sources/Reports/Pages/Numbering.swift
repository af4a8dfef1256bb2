import Lessons

/// How a page calls what its references lead to, on itself and on the course's other pages.
struct Numbering: Sendable {
    private let labels: CourseLabels
    private let page: String
    private let lang: String

    init(_ lesson: Lesson, in course: CourseLabels = CourseLabels()) {
        labels = course.renewed(by: lesson)
        page = lesson.name
        lang = lesson.frontMatter.lang
    }

    /// What a reference says: "Figure 2", and the page's title behind it when it leads to another one.
    func text(of label: String) -> String? { labels.text(of: label, from: page, lang: lang) }

    func address(of label: String) -> String? { labels.address(of: label, from: page) }

    /// What stands before a caption: "Figure 2". Sections and terms are called by their text and have none.
    func caption(of label: String) -> String? {
        guard let found = labels[label], found.page == page, found.number > 0 else { return nil }
        return found.part == nil ? ReferenceWords(lang: lang).name(of: found) : "(\(found.partLetter))"
    }

    /// The bare number, for the tag of a formula.
    func number(of label: String) -> Int? { labels[label].flatMap { $0.page == page && $0.number > 0 ? $0.number : nil } }
}
