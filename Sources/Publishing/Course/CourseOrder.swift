import Exhibits
import Reports
import Storage

/// Puts a course's lessons into the order that its file gives, lesson by lesson, folder by folder, part by part.
struct CourseOrder {
    /// All lessons there are, by name.
    let names: [String]
    let folder: String
    private(set) var findings: [Finding] = []
    private var placed: Set<String> = []

    init(names: [String], folder: String) {
        self.names = names
        self.folder = folder
    }

    /// All names in order, the front page first. In the settings' parts and order, folders are replaced by their lessons, and
    /// what isn't there is left out.
    mutating func arranged(_ settings: inout CourseSettings) -> [String] {
        settings.order = settings.order.flatMap { expanded($0) }
        for index in settings.parts.indices {
            settings.parts[index].entries = settings.parts[index].entries.flatMap { expanded($0) }
        }
        settings.parts.removeAll { $0.entries.isEmpty }
        let named = (settings.order + settings.parts.flatMap(\.entries)).map(\.name)
        if let place = settings.orderPlace { reportUnlisted(at: place) }
        let all = named + names.filter { !placed.contains($0) }
        return all.filter { $0 == CourseIndex.name } + all.filter { $0 != CourseIndex.name }
    }

    /// A lesson, or the lessons of a folder; none, with a finding, where there is neither.
    private mutating func expanded(_ entry: CourseSettings.Entry) -> [CourseSettings.Entry] {
        if names.contains(entry.name) { return placed.insert(entry.name).inserted ? [entry] : [] }
        let inside = names.filter { $0.hasPrefix(entry.name + "/") }
        guard !inside.isEmpty else {
            let folders = Set(names.flatMap(Self.folders(of:)))
            let near = (names + folders.sorted()).min {
                EditDistance.of($0, entry.name) < EditDistance.of($1, entry.name)
            }
            findings.append(
                Finding(
                    .error, code: "missing-lesson", at: entry.place, length: entry.name.utf8.count,
                    "there is no lesson \(Files.join(folder, entry.name)).md"
                        + (near.map { "; the nearest there is: `\($0)`" } ?? "")))
            return []
        }
        return inside.filter { placed.insert($0).inserted }.map { CourseSettings.Entry(name: $0, place: entry.place) }
    }

    /// Folders of which the course file names nothing: their lessons come at the end, which hardly anybody means.
    private mutating func reportUnlisted(at place: Place) {
        let known = Set(placed.flatMap(Self.folders(of:)))
        let left = names.filter { !placed.contains($0) && $0.contains("/") }
        for folder in Set(left.compactMap { Self.folders(of: $0).first { !known.contains($0) } }).sorted() {
            let path = Files.join(self.folder, folder)
            let count = left.count { $0.hasPrefix(folder + "/") }
            findings.append(
                Finding(
                    .warning, code: "unlisted-folder", at: place,
                    count == 1
                        ? "the folder \(path) holds a lesson that isn't named here and so comes last; name the folder, `- \(folder)`"
                        : "the folder \(path) holds \(count) lessons that aren't named here and so come last; name the folder, "
                            + "`- \(folder)`"))
        }
    }

    /// The folders a lesson is in, the outermost first: `a` and `a/b` for `a/b/c`.
    private static func folders(of name: String) -> [String] {
        let parts = name.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }
}
