/// The course's front page: what it is and what its lessons are.
///
/// A course may write its own as a lesson, `index.md`; the list of lessons then follows its text.
public enum CourseIndex {
    /// What the front page's lesson is called.
    public static let name = "index"

    public static func html(_ course: CoursePlace) throws -> String {
        var values: [String: Any] = ["lang": course.language, "title": course.title, "body": list(course)]
        values["description"] = course.description
        values["author"] = course.author
        return try PageTemplate.rendered(values)
    }

    /// The lessons with their descriptions, in order.
    static func list(_ course: CoursePlace) -> String {
        let items = course.lessons.map { entry in
            let description = entry.description.map { "\n<p>\(Escape.html($0))</p>" } ?? ""
            return "<li><a href=\"\(Escape.html(entry.name)).html\">\(Escape.html(entry.title))</a>\(description)</li>"
        }
        return "<ol class=\"lessons\">\n\(items.joined(separator: "\n"))\n</ol>"
    }
}

extension CoursePlace {
    /// All lessons in order, without the front page.
    var lessons: [Entry] { entries.filter { $0.name != CourseIndex.name } }
}
