/// Paths as text: nothing here asks the disk.
package enum Paths {
    /// `path` as seen from the folder of `file`; one that begins with a slash starts at `root`, the course's folder.
    static func resolved(_ path: String, beside file: String, root: String? = nil) -> String {
        if path.hasPrefix("/") {
            return normalized(root.map { $0.isEmpty ? String(path.dropFirst()) : $0 + path } ?? path)
        }
        return normalized((file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + path)
    }

    /// The path without `.` and `..` where they can be resolved.
    package static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
