/// What other libraries call things, as a lesson: for each library its names with those of Lectern, and what is done in another way.
struct ElsewherePage {
    let reference: Reference

    var markdown: String {
        let head = [
            "---", "title: Names of other libraries",
            "description: What Keras, PyTorch and others call what is here, and what is done in another way.", "---", "",
        ]
        let counterparts = libraries.flatMap { library in
            ["## From \(library)", "", "| \(library) | here |", "|---|---|"] + rows(of: library) + [""]
        }
        return (head + counterparts + ways).joined(separator: "\n") + "\n"
    }

    /// Those with several names, the largest first.
    private var libraries: [String] {
        let counts = reference.entries.flatMap(\.comment.elsewhere).reduce(into: [String: Int]()) {
            $0[$1.library, default: 0] += 1
        }
        return counts.filter { $0.value > 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    private func rows(of library: String) -> [String] {
        var titles: [String: Set<String>] = [:]
        for entry in reference.entries {
            for name in entry.comment.elsewhere where name.library == library {
                titles[name.name, default: []].insert(entry.title)
            }
        }
        return titles.sorted { ($0.key.lowercased(), $0.key) < ($1.key.lowercased(), $1.key) }.map { name, titles in
            "| `\(name)` | \(titles.sorted().map { "`\($0)`" }.joined(separator: ", ")) |"
        }
    }

    private var ways: [String] {
        let tables = [("What is done in another way", OtherWay.all), ("Labels of arguments", OtherWay.labels)]
        return tables.flatMap { title, ways in
            ["## \(title)", "", "| there | here | as in |", "|---|---|---|"]
                + ways.map { way in
                    let names = way.names.map { "`\($0.name)`" }.joined(separator: ", ")
                    return "| \(names) | \(way.text) | \(way.example.map { "`\($0)`" } ?? "`lectern help \(way.title)`") |"
                } + [""]
        }
    }
}
