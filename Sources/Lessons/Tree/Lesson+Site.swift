/// What the site asks of a lesson.
extension Lesson {
    /// The files of the site that lead to the lesson's page, from its old addresses: `old/index.html` for `/old/`.
    package var redirects: [String] {
        let folder = name.split(separator: "/").dropLast().joined(separator: "/")
        return frontMatter.aliases.map { alias in
            var path = alias.hasPrefix("/") || folder.isEmpty ? String(alias.drop { $0 == "/" }) : folder + "/" + alias
            if path.hasSuffix("/") { return path + "index.html" }
            let last = path.split(separator: "/").last ?? ""
            if !last.contains(".") { path += "/index.html" }
            return path.hasSuffix(".md") ? path.dropLast(3) + ".html" : path
        }
    }

    /// The lesson's file below the course's folder.
    package var sourceBelowCourse: String {
        let file = self.file.split(separator: "/").last.map(String.init) ?? self.file
        return (name.split(separator: "/").dropLast().map(String.init) + [file]).joined(separator: "/")
    }

    /// Whether its text says where the list of lessons stands: `::: {.lessons}`.
    package var placesLessonList: Bool {
        var places = false
        walk { visit in
            if case .block(let node) = visit, case .division(let division) = node.block, division.kind == "lessons" {
                places = true
            }
        }
        return places
    }
}
