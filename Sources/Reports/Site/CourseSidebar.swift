import Lessons

/// The course's parts and lessons beside a page: each part can be folded, the lesson that is read is marked and has the page's
/// sections below it.
///
/// Without a script: on a narrow screen the whole list is folded at the page's head, on a wide one it stands beside the text.
struct CourseSidebar {
    let course: CoursePlace
    /// The name of the page it stands on, which is a lesson's or not.
    let page: String
    /// The page's sections as list items.
    var sections: String?
    let words: PageWords

    /// A course of one lesson has nothing to choose from, and the front page holds the list of lessons itself.
    var html: String? {
        guard course.showsSidebar, course.lessons.count > 1, page != course.frontPage else { return nil }
        let list =
            course.divisions.map { division in
                guard let title = division.title else { return items(division.lessons) }
                let isHere = division.lessons.contains { $0.name == page }
                return "<details class=\"course-part\"\(isHere ? " open" : "")>\n<summary>\(Escape.html(title))</summary>\n"
                    + items(division.lessons) + "</details>\n"
            }.joined()
        return """
            <nav class="course" aria-label="\(Escape.html(words.lessons))">
            <details class="drawer">
            <summary>\(Escape.html(words.lessons))</summary>
            \(list)</details>
            </nav>

            """
    }

    private func items(_ lessons: [CoursePlace.Entry]) -> String {
        "<ol>\n" + lessons.map(item).joined() + "</ol>\n"
    }

    private func item(_ lesson: CoursePlace.Entry) -> String {
        let isHere = lesson.name == page
        let address = SitePath.address(of: lesson.name + ".html", from: page)
        let (title, attributes, note) = course.title(of: lesson)
        let link =
            "<a href=\"\(Escape.address(address))\"\(attributes)\(isHere ? " aria-current=\"page\"" : "")>\(title)\(note)</a>"
        guard isHere, let sections else { return "<li>\(link)</li>\n" }
        return "<li>\(link)\n<ol class=\"sections\">\n\(sections)\n</ol>\n</li>\n"
    }
}

extension CoursePlace {
    /// Lessons that stand together, under a title or without one.
    struct Division {
        var title: String?
        var lessons: [Entry]
    }

    /// The lessons in order by parts; those of no part come last, without a title.
    var divisions: [Division] {
        var left = lessons
        var divisions: [Division] = []
        for part in parts {
            let names = Set(part.lessons)
            let own = left.filter { names.contains($0.name) }
            left.removeAll { names.contains($0.name) }
            if !own.isEmpty { divisions.append(Division(title: part.title, lessons: own)) }
        }
        return left.isEmpty ? divisions : divisions + [Division(title: nil, lessons: left)]
    }
}
