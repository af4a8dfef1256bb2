import Claims
import Exhibits
import Lessons

/// What a page knows of the course around it.
public struct CoursePlace: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var title: String
        public var description: String?

        public init(name: String, title: String, description: String? = nil) {
            self.name = name
            self.title = title
            self.description = description
        }
    }

    public var title: String
    public var author: String?
    public var description: String?
    public var language: String
    /// All lessons in order.
    public var entries: [Entry]
    /// What references can lead to.
    public var labels: CourseLabels

    public init(
        title: String, author: String? = nil, description: String? = nil, language: String = "en", entries: [Entry] = [],
        labels: CourseLabels = CourseLabels()
    ) {
        self.labels = labels
        self.title = title
        self.author = author
        self.description = description
        self.language = language
        self.entries = entries
    }
}

/// A page as text, with what its making has to say.
public struct RenderedPage: Sendable {
    public var html: String
    public var markdown: String
    /// SVG files of the Markdown report, by name without folder.
    public var figures: [(name: String, svg: String)]
    public var findings: [Finding]
}

extension Handout {
    /// The lesson's page and report. `drawing` makes an SVG of a figure, whose ids begin with the given name.
    public func rendered(
        in course: CoursePlace, with typesetter: Typesetter, drawing: @escaping (Figure, String) -> String
    ) throws -> RenderedPage {
        let numbering = Numbering(lesson, in: course.labels)
        let filling = PageFilling(self, typesetter: typesetter, numbering: numbering, draw: drawing)
        let markup = HTMLMarkup(filling: filling, allowsRawHTML: lesson.frontMatter.allowsRawHTML)
        var body = markup.html(of: lesson.blocks) + markup.footnotes() + markup.references(of: lesson)
        if lesson.name == CourseIndex.name { body += CourseIndex.list(course) }
        var values: [String: Any] = [
            "lang": lesson.frontMatter.lang, "title": title, "course": course.title, "body": body,
        ]
        values["description"] = lesson.frontMatter.description
        values["author"] = lesson.frontMatter.author ?? course.author
        values["contents"] = contents
        values["neighbours"] = neighbours(in: course)
        values["verified"] = verified
        let report = MarkdownReport(handout: self, numbering: numbering)
        return RenderedPage(
            html: try PageTemplate.rendered(values), markdown: report.text,
            figures: filling.drawings.map { ($0.name, drawing($0.figure, $0.name)) },
            findings: filling.findings)
    }

    public var title: String { lesson.frontMatter.title ?? lesson.name }

    /// Links to the sections, if there are enough of them to need a table.
    private var contents: String? {
        let entries = lesson.blocks.compactMap { node -> String? in
            guard case .heading(2, let text, let label) = node.block else { return nil }
            let plain = PlainText.of(text)
            return (label ?? Slug.of(plain)).map {
                "<li><a href=\"#\(Escape.html($0))\">\(Escape.html(plain))</a></li>"
            }
        }
        return entries.count > 2 ? entries.joined(separator: "\n") : nil
    }

    private func neighbours(in course: CoursePlace) -> String? {
        guard let index = course.lessons.firstIndex(where: { $0.name == lesson.name }) else { return nil }
        func link(_ position: Int, _ relation: String, _ arrow: (String) -> String) -> String? {
            guard course.lessons.indices.contains(position) else { return nil }
            let entry = course.lessons[position]
            let text = arrow(Escape.html(entry.title))
            return "<a rel=\"\(relation)\" href=\"\(Escape.html(entry.name)).html\">\(text)</a>"
        }
        let links = [link(index - 1, "prev") { "← \($0)" }, link(index + 1, "next") { "\($0) →" }].compactMap(\.self)
        return links.isEmpty ? nil : links.joined(separator: "\n")
    }

    /// One sentence on how much of the page was verified.
    private var verified: String? {
        guard !claims.isEmpty else { return nil }
        let right = claims.count { $0.judgement.verdict.isTrue }
        let quoted = claims.count { !$0.judgement.verdict.isTrue && $0.judgement.holds }
        let wrong = claims.count { !$0.judgement.holds }
        var parts = ["\(right) of the \(claims.count) numbers claimed on this page are what the network computes"]
        if quoted > 0 { parts.append("\(quoted) quoted as wrong on purpose") }
        if wrong > 0 { parts.append("\(wrong) not as claimed") }
        return parts.joined(separator: ", ") + "."
    }
}
