import Exhibits
import Lessons
import Yams

/// The lessons that `course.yml` names, in their order and parts, and the courses it names.
extension CourseFile {
    /// The ways to other courses of the same site. They are looked up by readers' browsers, so none leads elsewhere.
    mutating func readSearch(_ value: Node) {
        for item in value.sequence.map(Array.init) ?? [value] {
            var way = item.scalar?.string ?? ""
            while way.hasSuffix("/") { way.removeLast() }
            let parts = way.split(separator: "/", omittingEmptySubsequences: false)
            let isPlain = parts.allSatisfy { part in
                part == ".." || (!part.hasPrefix(".") && part.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) })
            }
            guard isPlain, parts.allSatisfy({ !$0.isEmpty }) else {
                complain(
                    "invalid-course-file", item,
                    "`search` names courses of the same site by the way from this one to them, such as `search: reference` or `search: [../week1]`"
                )
                continue
            }
            settings.searched.append(way)
        }
    }

    /// The lessons and folders of a list, each once in the file.
    mutating func names(in value: Node, of key: String) -> [CourseSettings.Entry] {
        guard let items = value.sequence else {
            complain("invalid-course-file", value, "`\(key)` is a list of lesson names, one `- name` a line")
            return []
        }
        return items.compactMap { name(in: $0, of: key) }
    }

    private mutating func name(in item: Node, of key: String) -> CourseSettings.Entry? {
        guard let name = item.scalar?.string else {
            complain("invalid-course-file", item, "a lesson is named by its file: `- introduction`")
            return nil
        }
        var bare = CoursePath.name(of: name)
        while bare.hasPrefix("./") { bare.removeFirst(2) }
        while bare.hasSuffix("/") { bare.removeLast() }
        guard listed.insert(bare).inserted else {
            complain("lesson-listed-twice", item, "`\(bare)` stands in `\(key)` twice; take one out", .warning)
            return nil
        }
        return CourseSettings.Entry(name: bare, place: place(item))
    }

    /// `- title: Foundations` with `folder: week1` or `lessons: [a, b]`; `- week1`; or `Foundations: week1`.
    mutating func readParts(_ value: Node) {
        if let mapping = value.mapping {
            for (key, value) in mapping {
                let entries =
                    value.sequence == nil ? name(in: value, of: "parts").map { [$0] } ?? [] : names(in: value, of: "parts")
                settings.parts.append(.init(title: key.string, entries: entries))
            }
        } else if let items = value.sequence {
            for item in items { readPart(item) }
        } else {
            complain(
                "invalid-course-file", value,
                "`parts` is a list of folders, or of parts with `title:` and `folder:` or `lessons:`")
        }
    }

    private mutating func readPart(_ item: Node) {
        guard let mapping = item.mapping else {
            if let entry = name(in: item, of: "parts") { settings.parts.append(.init(title: nil, entries: [entry])) }
            return
        }
        var part = CourseSettings.Part(title: nil, entries: [])
        for (key, value) in mapping {
            switch key.string {
            case "title": (part.title, part.titles) = texts("title", value)
            case "folder": part.entries += name(in: value, of: "parts").map { [$0] } ?? []
            case "lessons": part.entries += names(in: value, of: "lessons")
            default: complain("unknown-key", key, "a part has `title`, and `folder` or `lessons`", .warning)
            }
        }
        if part.entries.isEmpty {
            complain("invalid-course-file", item, "this part has no lessons; write `folder: week1`, or `lessons: [a, b]`")
        }
        settings.parts.append(part)
    }
}
