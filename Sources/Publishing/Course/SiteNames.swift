import Exhibits
import Reports
import Storage

/// Names that a lesson can't have because its page would stand where another does.
enum SiteNames {
    /// What Lectern writes itself, by the name a lesson would have to have, with what it is for.
    private static let reserved = [
        "404": "the page that hosts show for an address without one",
        "verification": "the table of the course's verified numbers",
        "assets": "the files that all pages share",
    ]

    /// Whether a page by that name would stand where a file of the site's own does, or could not stand anywhere.
    static func isReserved(_ name: String) -> Bool { problem(of: name, besides: nil) != nil }

    /// The endings of what a site holds: a folder by such a name would stand where a file does.
    private static let endings: Set = [
        "html", "htm", "xhtml", "md", "json", "xml", "txt", "epub", "pdf", "js", "css", "svg", "png", "csv", "ipynb", "woff2",
    ]
    /// In bytes, with room for an ending and for what marks a file that is being written.
    static let longest = 200

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
        let names = name.split(separator: "/").map { $0.lowercased() }
        if names.contains(where: { $0.utf8.count > longest }) {
            return ("reserved-name", "the name of a lesson or its folder has at most \(longest) bytes; rename it")
        }
        if let folder = names.dropLast().first(where: {
            endings.contains($0.split(separator: ".").last.map(String.init) ?? "") && $0.contains(".")
        }) {
            return (
                "reserved-name",
                "a folder of lessons can't be called “\(folder)”: a file of the site's may have that name; rename the folder"
            )
        }
        if names.count > 1, names[0] == "assets" {
            return (
                "reserved-name",
                "lessons can't lie in a folder “assets”, which is kept for the files that all pages share; rename it"
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
