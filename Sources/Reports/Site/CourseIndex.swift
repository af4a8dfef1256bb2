/// The course's front page: what it is and what its lessons are.
public enum CourseIndex {
    public static func html(_ course: CoursePlace) throws -> String {
        let items = course.entries.map { entry in
            let description = entry.description.map { "\n<p>\(Escape.html($0))</p>" } ?? ""
            return "<li><a href=\"\(Escape.html(entry.name)).html\">\(Escape.html(entry.title))</a>\(description)</li>"
        }
        var values: [String: Any] = [
            "lang": course.language, "title": course.title,
            "body": "<ol class=\"lessons\">\n\(items.joined(separator: "\n"))\n</ol>",
        ]
        values["description"] = course.description
        values["author"] = course.author
        return try PageTemplate.rendered(values)
    }
}
