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

    /// - Parameter lessons: the lessons' files below the course's folder, by name in the course.
    static func findings(for lessons: [String: String], in folder: String) -> [Finding] {
        var findings: [Finding] = []
        var known: [String: String] = [:]
        for (name, path) in lessons.sorted(by: { $0.key < $1.key }) {
            let place = Place(file: Files.join(folder, path), line: 1)
            // Many file systems take two names that differ in case alone for one, and so do readers.
            let folded = name.lowercased()
            if let control = name.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) {
                findings.append(
                    Finding(
                        .error, code: "reserved-name", at: place,
                        "a lesson can't be called “\(TerminalText.line(name))”: U+\(String(control.value, radix: 16, uppercase: true)) "
                            + "in it can't stand in an address on every system; rename the file"))
            } else if let purpose = reserved[folded] {
                findings.append(
                    Finding(
                        .error, code: "reserved-name", at: place,
                        "a lesson can't be called “\(name)”: that name is kept for \(purpose); rename the file"))
            } else if let other = known[folded] {
                findings.append(
                    Finding(
                        .error, code: "same-name", at: place,
                        "“\(name).md” and “\(other).md” differ in capitals alone, and their pages would take each other's place on many systems; rename one of them"
                    ))
            } else {
                known[folded] = name
            }
        }
        return findings
    }
}
