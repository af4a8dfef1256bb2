import Lessons

/// The headings of a page as they are written: each gets an `id` that nothing else on the page has.
struct PageHeadings {
    struct Entry {
        var level: Int
        var identifier: String
        var text: [PageNode]
    }

    private(set) var entries: [Entry] = []
    private var taken: Set<String>
    /// The last number behind each slug: thousands of headings may say the same.
    private var counts: [String: Int] = [:]

    /// - Parameter taken: identifiers that belong to something else.
    init(taken: Set<String>) { self.taken = taken }

    /// The identifier of the next heading: its label, or a slug of its text with a number behind it when it's not the first.
    mutating func identifier(of text: String, label: String?) -> String? {
        if let label { return label }
        guard let slug = Slug.of(text) else { return nil }
        var name = slug
        var count = counts[slug] ?? 1
        defer { counts[slug] = count }
        while PageNames.isOwn(name) || !taken.insert(name).inserted {
            count += 1
            name = "\(slug)-\(count)"
        }
        return name
    }

    mutating func add(level: Int, identifier: String?, text: [PageNode]) {
        guard let identifier else { return }
        entries.append(Entry(level: level, identifier: identifier, text: text))
    }

    /// Links to the sections with their subsections, as items of a list; nil for a page with fewer than `least` sections.
    func contents(least: Int) -> [PageNode]? {
        var sections: [(first: Entry, inside: [Entry])] = []
        for entry in entries where entry.level == 2 || entry.level == 3 {
            if entry.level == 3, !sections.isEmpty {
                sections[sections.count - 1].inside.append(entry)
            } else {
                sections.append((entry, []))
            }
        }
        guard entries.count(where: { $0.level == 2 }) >= max(1, least) else { return nil }
        let items = sections.map { section -> [PageNode] in
            let item = Tag.li {
                link(to: section.first)
                if !section.inside.isEmpty {
                    "\n"
                    Tag.ol {
                        "\n"
                        for entry in section.inside {
                            Tag.li { link(to: entry) }
                            "\n"
                        }
                    }
                }
            }
            return [item]
        }
        return [PageNode](items, separator: "\n")
    }

    private func link(to entry: Entry) -> PageNode { Tag.a(.place(entry.identifier)) { entry.text } }
}

/// A heading's text as an identifier: lower case, words joined by hyphens.
enum Slug {
    static func of(_ text: String) -> String? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }
}
