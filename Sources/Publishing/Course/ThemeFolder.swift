import Exhibits
import Reports
import Storage

/// The `theme` folder of a course: what its pages look like where they differ from Lectern's own.
public struct ThemeFolder: Hashable, Sendable {
    public var theme = CourseTheme()
    /// Its files by path below the folder, with what they hold.
    var files: [String: Digest] = [:]
    /// The folder as named to the author: `lessons/theme`.
    var path: String
    public var findings: [Finding] = []
    private let door: CourseDoor

    static let name = "theme"

    /// nil when the course has none.
    init?(course folder: String, door: CourseDoor) {
        path = Files.join(folder, Self.name)
        self.door = door
        guard Files.isFolder(path) else { return nil }
        let walk = FolderWalk(path)
        for link in walk.leaving { refuse(link, .leaves) }
        for file in walk.files {
            let bytes: [UInt8]
            do throws(Refusal) {
                bytes = try door.read(Files.join(path, file))
            } catch {
                refuse(file, error)
                continue
            }
            files[file] = Digest(of: bytes)
            let text = { String(decoding: bytes, as: UTF8.self) }
            switch file {
            case "head.html": theme.head = text()
            case "foot.html": theme.foot = text()
            case "page.html": theme.template = text()
            case "theme.css": theme.hasStyles = true
            case _ where file.hasSuffix(".html") && !file.contains("/"):
                findings.append(
                    Finding(
                        .warning, code: "unknown-theme-file", at: Place(file: Files.join(path, file), line: 1),
                        "a theme has the pages `head.html`, `foot.html` and `page.html`; this one isn't used"))
            default: break
            }
        }
        if let problem = theme.problem {
            findings.append(
                Finding(
                    .error, code: "broken-template", at: Place(file: Files.join(path, "page.html"), line: problem.line),
                    "the template can't be used: \(problem.message)"))
        }
    }

    private mutating func refuse(_ file: String, _ refusal: Refusal) {
        findings.append(
            Finding(
                .error, code: "refused-file", at: Place(file: Files.join(path, file), line: 1),
                "this file of the theme isn't used: \(refusal.reason)"))
    }

    var digest: Digest { Digest(of: files) }

    /// What of the folder goes into the site, by path there: the style sheet and everything it may ask for.
    func siteFiles() throws -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for file in files.keys where !["head.html", "foot.html", "page.html"].contains(file) {
            result["assets/theme/\(file)"] = try door.read(Files.join(path, file))
        }
        return result
    }
}
