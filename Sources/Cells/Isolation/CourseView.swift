import Exhibits
import Foundation
import Storage

/// What lessons see of their course: its data, not the other lessons, nor the cache, the pages, or what a name with a dot hides.
///
/// A folder without anything hidden is shown whole, any other entry by entry. Links show what they lead to where that is shown.
public struct CourseView: Sendable {
    private let root: String
    private let hidden: Set<String>
    /// Absolute paths of what is shown as it is, none of them a link.
    private(set) var shown: [String] = []
    /// Absolute paths of the links beside it. Those in a folder that is shown lead where they lead there.
    private var links: [String] = []
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
        // What lies in a folder that is shown whole is there already.
        self.links = links.filter { link in !folders.contains { link.hasPrefix($0 + "/") } }
    }

    /// A link, and where what it shows really lies.
    struct Link: Hashable, Sendable {
        var path: String
        var target: String
    }

    /// Where the links lead at this moment: lessons may change what is on the way. Whoever shows a target follows no link any more.
    var linked: [Link] {
        links.compactMap { link in
            guard let target = RealPath.of(link), isShown(target) else { return nil }
            return Link(path: link, target: target)
        }
    }

    /// How much can be shown piece by piece: each piece is opened and mounted for every lesson, and named to the launcher.
    private static let most = (pieces: 8000, bytes: 1 << 20)

    /// Why no lesson can run: there is more to show one by one than a call takes.
    func finding(for file: String) -> Finding? {
        let pieces = shown + links
        guard pieces.count > Self.most.pieces || pieces.reduce(0, { $0 + 2 * $1.utf8.count + 32 }) > Self.most.bytes else {
            return nil
        }
        return Finding(
            .error, code: "scattered-course", at: Place(file: file, line: 1),
            "the course has \(pieces.count) files and folders beside lessons or hidden files, which are shown to lessons one by one, "
                + "and that is too many; put data and pictures into folders in which there is nothing else, which are shown whole"
        )
    }

    /// Whether a real path lies in the course.
    func holds(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }

    /// Why no lesson may write there; nil when it may.
    func reasonAgainstWriting(to path: String) -> String? {
        if let reason = reasonAgainstMaking(path) { return reason }
        var links: [String] = []
        let kind = Entry.kind(of: path)
        if kind == .folder, !walk(path, 0, &links).isWhole { return "this folder holds lessons, or something hidden" }
        return kind == .folder || kind == .file ? nil : "this is neither a file nor a folder"
    }

    /// Why nothing is even made there, by its name alone.
    func reasonAgainstMaking(_ path: String) -> String? {
        let names = path.dropFirst(root.count).split(separator: "/").map(String.init)
        if names.isEmpty { return "this is the course itself" }
        if names[0] == "theme" { return "a theme is part of every page" }
        return hidden.contains(path) || names.contains(where: Self.isHidden) ? "no lesson may change this" : nil
    }

    private func isShown(_ target: String) -> Bool {
        let names = target.dropFirst(root.count).split(separator: "/").map(String.init)
        guard holds(target), !names.contains(where: Self.isHidden), !hidden.contains(target) else { return false }
        if Entry.kind(of: target) == .file { return true }
        return folders.contains { target == $0 || target.hasPrefix($0 + "/") }
    }

    /// Whether a course is built from it.
    static func isSource(_ name: String) -> Bool {
        name.utf8.suffix(3).elementsEqual(".md".utf8) || name.hasSuffix(".md") || name == "course.yml"
    }

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
