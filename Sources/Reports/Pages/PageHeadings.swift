/// The headings of a page as they are written: each gets an `id` that nothing else on the page has.
struct PageHeadings {
    struct Entry {
        var level: Int
        var identifier: String
        var html: String
    }

    private(set) var entries: [Entry] = []
    private var taken: Set<String>

    /// - Parameter taken: identifiers that belong to something else.
    init(taken: Set<String>) { self.taken = taken }

    /// The identifier of the next heading: its label, or a slug of its text with a number behind it when it's not the first.
    mutating func identifier(of text: String, label: String?) -> String? {
        if let label { return label }
        guard let slug = Slug.of(text) else { return nil }
        var name = slug
        var count = 1
        while !taken.insert(name).inserted {
            count += 1
            name = "\(slug)-\(count)"
        }
        return name
    }

    mutating func add(level: Int, identifier: String?, html: String) {
        guard let identifier else { return }
        entries.append(Entry(level: level, identifier: identifier, html: html))
    }

    /// A list of links to the sections with their subsections; nil for a page with fewer than `least` sections.
    func contents(least: Int) -> String? {
        let shown = entries.filter { $0.level == 2 || $0.level == 3 }
        guard shown.count(where: { $0.level == 2 }) >= max(1, least) else { return nil }
        var html = ""
        var isInside = false
        for (index, entry) in shown.enumerated() {
            let link = "<a href=\"#\(Escape.address(entry.identifier))\">\(entry.html)</a>"
            if entry.level == 3, index > 0 {
                html += isInside ? "</li>\n<li>" : "\n<ol>\n<li>"
                isInside = true
            } else {
                if isInside { html += "</li>\n</ol>" }
                html += index == 0 ? "<li>" : "</li>\n<li>"
                isInside = false
            }
            html += link
        }
        return html + (isInside ? "</li>\n</ol></li>" : "</li>")
    }
}

/// A heading's text as an identifier: lower case, words joined by hyphens.
enum Slug {
    static func of(_ text: String) -> String? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }
}
