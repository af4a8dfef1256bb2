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
    var sections: [PageNode]?
    let words: PageWords

    /// A course of one lesson has nothing to choose from, and the front page holds the list of lessons itself.
    var nodes: [PageNode]? {
        guard course.showsSidebar, course.lessons.count > 1, page != course.frontPage else { return nil }
        return Tag.nav.block(.class("course"), .aria(label: words.lessons)) {
            Tag.details.block(.class("drawer")) {
                Tag.summary.line { words.lessons }
                for division in course.divisions {
                    if let title = division.title {
                        let isHere = division.lessons.contains { $0.name == page }
                        Tag.details.block(.class("course-part"), .present(.open, if: isHere)) {
                            Tag.summary.line { title }
                            items(division.lessons)
                        }
                    } else {
                        items(division.lessons)
                    }
                }
            }
        }
    }

    private func items(_ lessons: [CoursePlace.Entry]) -> [PageNode] {
        Tag.ol.block {
            for lesson in lessons { Tag.li.line { item(lesson) } }
        }
    }

    private func item(_ lesson: CoursePlace.Entry) -> [PageNode] {
        let isHere = lesson.name == page
        let link = course.link(to: lesson, from: page, .text(.ariaCurrent, isHere ? "page" : nil))
        guard isHere, let sections else { return [link] }
        let list = Tag.ol.block(.class("sections")) {
            sections
            "\n"
        }
        return [link] + list
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
