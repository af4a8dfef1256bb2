import Exhibits
import Reports

/// Names that a lesson can't have because its page would stand where another does.
enum SiteNames {
    /// What Lectern writes itself, by the name a lesson would have to have, with what it is for.
    private static let reserved = [
        "404": "the page that hosts show for an address without one",
        "verification": "the table of the course's verified numbers",
        "assets": "the files that all pages share",
    ]

    static func isReserved(_ name: String) -> Bool { reserved[name.lowercased()] != nil }

    /// What is wrong with lessons' names, by the lesson's file as it is named to the author.
    ///
    /// - Parameter lessons: the lessons' files below the course's folder, by name in the course.
    static func findings(for lessons: [String: String], in folder: String) -> [String: Finding] {
        // Many file systems take two names that differ in case alone for one, and so do readers.
        let twins = Dictionary(grouping: lessons.keys.sorted()) { $0.lowercased() }
        var findings: [String: Finding] = [:]
        for (name, path) in lessons {
            let file = Files.join(folder, path)
            let twin = twins[name.lowercased()]?.first { $0 != name }
            guard let (code, problem) = problem(of: name, besides: twin) else { continue }
            findings[file] = Finding(.error, code: code, at: Place(file: file, line: 1), problem)
        }
        return findings
    }

    private static func problem(of name: String, besides twin: String?) -> (code: String, problem: String)? {
        if let control = name.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) {
            let code = String(control.value, radix: 16, uppercase: true)
            return (
                "reserved-name",
                "a lesson can't be called “\(TerminalText.line(name))”: U+\(code) in it can't stand in an address on every system; "
                    + "rename the file"
            )
        }
        if let purpose = reserved[name.lowercased()] {
            return (
                "reserved-name", "a lesson can't be called “\(name)”: that name is kept for \(purpose); rename the file"
            )
        }
        return twin.map { twin in
            (
                "same-name",
                "“\(name).md” and “\(twin).md” differ in capitals alone, and their pages would take each other's place on many "
                    + "systems; rename one of them"
            )
        }
    }
}
