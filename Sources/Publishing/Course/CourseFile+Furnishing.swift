import Exhibits
import Lessons
import Reports
import Yams

/// What `course.yml` says of logo, links, footer, sources and versions.
extension CourseFile {
    static let furnishingKeys = [
        "downloads", "footer", "links", "logo", "repo-actions", "repo-branch", "repo-subdir", "repo-url", "version", "versions",
    ]

    mutating func readFurnishing(_ key: String, _ value: Node) {
        switch key {
        case "logo":
            settings.furnishing.logo = text(key, value)
            settings.logoPlace = place(value)
        case "footer": readFooter(value)
        case "links": settings.furnishing.links = links(key, value, leadsOut: false)
        case "version": settings.furnishing.version = text(key, value)
        case "versions": settings.furnishing.versions = links(key, value, leadsOut: true)
        case "downloads": settings.furnishing.downloads = choices(key, value, of: Furnishing.Download.self)
        case "repo-url":
            guard let address = text(key, value) else { return }
            guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
                return complain(
                    "invalid-course-file", value,
                    "`repo-url` begins with https://, as in `https://github.com/department/course`")
            }
            var trimmed = address
            while trimmed.hasSuffix("/") { trimmed.removeLast() }
            repository.address = trimmed
        case "repo-branch": repository.branch = text(key, value) ?? repository.branch
        case "repo-subdir":
            guard let folder = text(key, value) else { return }
            let parts = folder.split(separator: "/")
            guard !parts.contains(where: { $0 == ".." }) else {
                return complain(
                    "invalid-course-file", value, "`repo-subdir` is the course's folder in the repository, such as `lessons`")
            }
            repository.folder = parts.filter { $0 != "." }.joined(separator: "/")
        case "repo-actions": repository.actions = choices(key, value, of: Furnishing.Repository.Action.self)
        default: break
        }
    }

    /// What is read of the repository goes into the settings once there is an address for it.
    mutating func finishFurnishing() {
        if !repository.address.isEmpty { settings.furnishing.repository = repository }
    }

    /// A line of Markdown.
    private mutating func readFooter(_ value: Node) {
        guard let source = text("footer", value) else { return }
        let lesson = Lesson.parsed(source: source, file: place(value).file)
        for finding in lesson.findings {
            complain("invalid-course-file", value, "in `footer`: \(finding.message)", finding.severity)
        }
        var text: [Inline] = []
        for node in lesson.blocks {
            guard case .paragraph(let content) = node.block else {
                return complain("invalid-course-file", value, "`footer` is a line of text with links, in Markdown")
            }
            if !text.isEmpty { text.append(.lineBreak) }
            text += content
        }
        walk(text) { visit in
            guard case .inline(.link(_, let address, _)) = visit, !Self.isPlain(address, leadsOut: false) else { return }
            complain("invalid-course-file", value, Self.refusal(of: address, in: "footer"))
        }
        settings.furnishing.footer = text
    }

    /// `github: https://…` for each, or Quarto's list of `text:`, `href:` and `icon:`.
    private mutating func links(_ key: String, _ value: Node, leadsOut: Bool) -> [Furnishing.Link] {
        var links: [Furnishing.Link] = []
        func add(_ text: String, _ address: Node, icon: String?) {
            guard let target = address.scalar?.string, !target.isEmpty, Self.isPlain(target, leadsOut: leadsOut) else {
                return complain("invalid-course-file", address, Self.refusal(of: address.scalar?.string ?? "", in: key))
            }
            links.append(.init(text: text, address: target, icon: icon.flatMap(LinkIcon.init(key:))))
        }
        if let mapping = value.mapping {
            for (name, address) in mapping {
                guard let name = name.string, !name.isEmpty else {
                    complain("invalid-course-file", name, "a link is written `name: address`")
                    continue
                }
                add(leadsOut ? name : LinkIcon.title(ofKey: name), address, icon: leadsOut ? nil : name)
            }
        } else if let items = value.sequence {
            for item in items {
                guard let address = item["href"], let text = (item["text"] ?? item["icon"])?.scalar?.string, !text.isEmpty
                else {
                    complain("invalid-course-file", item, "a link of a list has `text:` and `href:`, and may have `icon:`")
                    continue
                }
                add(item["text"] == nil ? LinkIcon.title(ofKey: text) : text, address, icon: item["icon"]?.scalar?.string)
            }
        } else {
            complain(
                "invalid-course-file", value, "`\(key)` holds `name: address` lines, such as `github: https://github.com/…`")
        }
        return links
    }

    private mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
        _ key: String, _ value: Node, of type: Choice.Type
    ) -> [Choice] {
        var chosen: [Choice] = []
        for item in value.sequence.map(Array.init) ?? [value] {
            guard let choice = item.scalar.flatMap({ Choice(rawValue: $0.string) }) else {
                let all = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                complain("invalid-course-file", item, "`\(key)` is a list of \(all)")
                continue
            }
            if !chosen.contains(choice) { chosen.append(choice) }
        }
        return chosen
    }

    /// Whether an address leads to another site or to a file of the course; of a version, to a folder beside this one, too.
    private static func isPlain(_ address: String, leadsOut: Bool) -> Bool {
        if ["https://", "http://", "mailto:"].contains(where: address.lowercased().hasPrefix) { return true }
        guard !address.contains(":"), !address.contains("\\"), !address.hasPrefix("//") else { return false }
        if address.unicodeScalars.contains(where: { $0.value < 0x20 }) { return false }
        let parts = address.split(separator: "/")
        return leadsOut ? !parts.isEmpty : !parts.contains("..") && (!parts.isEmpty || address.hasPrefix("#"))
    }

    private static func refusal(of address: String, in key: String) -> String {
        let shown = address.isEmpty ? "this" : "`\(address.prefix(80))`"
        return "\(shown) in `\(key)` is no address a page may lead to; write https://…, mailto:…, or "
            + (key == "versions"
                ? "the way to a folder beside this one, such as `../winter/`" : "a file of the course, such as `plan.md`")
    }
}
