import Exhibits

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a lesson left in the places it may write to that the next build would take for a part of the course: Markdown, or the
/// file of a course. Before the run there was none, so it is set aside under a name that nothing reads.
struct WrittenSources {
    /// Absolute paths, as they were written.
    private(set) var found: [String] = []
    /// Those that couldn't be renamed.
    private(set) var left: [String] = []
    private static let ending = ".refused"

    init(setAsideFrom places: [String]) {
        var folders = places
        while let folder = folders.popLast() {
            for entry in Entry.all(in: folder) {
                let path = folder + "/" + entry.name
                if CourseView.isSource(entry.name) {
                    found.append(path)
                    if rename(path, path + Self.ending) != 0 { left.append(path) }
                } else if entry.kind == .folder {
                    folders.append(path)
                }
            }
        }
    }

    /// - Parameter folder: The lesson's.
    func finding(for file: String, in folder: String) -> Finding? {
        guard let first = found.min() else { return nil }
        let name = first.hasPrefix(folder + "/") ? String(first.dropFirst(folder.count + 1)) : first
        let others = found.count > 1 ? " and \(found.count - 1) more" : ""
        let kept = left.contains(first) ? "remove it" : "it is kept as “\(name)\(Self.ending)”"
        return Finding(
            .error, code: "written-source", at: Place(file: file, line: 1),
            "“\(name)”\(others) was written while the lesson ran, and would be a part of the course from the next build on; \(kept), "
                + "and let the lesson give it a name without .md")
    }
}
