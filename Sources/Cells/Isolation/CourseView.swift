import Foundation

/// What lessons see of their course: its data, not the other lessons, nor the cache, the pages, or what a name with a dot hides.
///
/// A folder without anything hidden is shown whole, any other entry by entry. Links show what they lead to where that is shown.
public struct CourseView: Sendable {
    private let root: String
    private let hidden: Set<String>
    /// Absolute paths.
    private(set) var shown: [String] = []
    /// The folders among them.
    private var folders: [String] = []

    /// - Parameters:
    ///   - course: The course's folder.
    ///   - hidden: Files and folders besides, such as the pages.
    public init(_ course: String, hidden: [String] = []) {
        root = RealPath.of(course) ?? course
        self.hidden = Set(hidden.compactMap(RealPath.of))
        var links: [String] = []
        let all = walk(root, 0, &links)
        if all.isWhole { folders = [root] } else { folders = all.folders }
        shown = all.isWhole ? [root] : all.folders + all.files
        shown += links.filter(leadsToShown)
    }

    /// Whether a real path lies in the course.
    func holds(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }

    /// Why no lesson may write there; nil when it may.
    func reasonAgainstWriting(to path: String) -> String? {
        let names = path.dropFirst(root.count).split(separator: "/").map(String.init)
        if names.isEmpty { return "this is the course itself" }
        if names[0] == "theme" { return "a theme is part of every page" }
        if hidden.contains(path) || names.contains(where: Self.isHidden) { return "no lesson may change this" }
        var links: [String] = []
        let kind = Entry.kind(of: path)
        if kind == .folder, !walk(path, 0, &links).isWhole { return "this folder holds lessons, or something hidden" }
        return kind == .folder || kind == .file ? nil : "this is neither a file nor a folder"
    }

    private func leadsToShown(_ link: String) -> Bool {
        guard let target = RealPath.of(link) else { return false }
        let names = target.dropFirst(root.count).split(separator: "/").map(String.init)
        guard holds(target), !names.contains(where: Self.isHidden), !hidden.contains(target) else { return false }
        if Entry.kind(of: target) == .file { return true }
        return folders.contains { target == $0 || target.hasPrefix($0 + "/") }
    }

    /// Whether a course is built from it.
    static func isSource(_ name: String) -> Bool { name.hasSuffix(".md") || name == "course.yml" }

    private static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || isSource(name) }

    private struct Part {
        var isWhole = true
        var folders: [String] = []
        var files: [String] = []
    }

    private func walk(_ folder: String, _ depth: Int, _ links: inout [String]) -> Part {
        var part = Part()
        for entry in Entry.all(in: folder) {
            let path = folder + "/" + entry.name
            if Self.isHidden(entry.name) || hidden.contains(path) || depth > 32 {
                part.isWhole = false
                continue
            }
            switch entry.kind {
            case .file: part.files.append(path)
            case .link: links.append(path)
            case .other: break
            case .folder:
                let below = walk(path, depth + 1, &links)
                if below.isWhole {
                    part.folders.append(path)
                } else {
                    part.isWhole = false
                    part.folders += below.folders
                    part.files += below.files
                }
            }
        }
        return part
    }
}
