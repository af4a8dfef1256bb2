import Foundation

#if canImport(Glibc)
import Glibc
#endif

extension Files {
    /// `join("lessons", "06.md")` is `lessons/06.md`; the folder `.` adds nothing.
    public static func join(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder == "." || name.hasPrefix("/") { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The folder part of a path; empty for a bare name.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last component of a path.
    public static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The path from the root, links resolved as far as it exists.
    public static func absolute(_ path: String) -> String {
        if let resolved = RealPath.of(path) { return resolved }
        let parent = folder(of: path)
        if parent.isEmpty { return join(absolute("."), path) }
        return switch name(of: path) {
        case ".": absolute(parent)
        case "..": folder(of: absolute(parent))
        case let name: join(absolute(parent), name)
        }
    }

    /// Whether `path` is `folder` or lies below it. Both are taken from the root.
    public static func contains(_ folder: String, _ path: String) -> Bool {
        let outer = absolute(folder)
        let inner = absolute(path)
        return inner == outer || inner.hasPrefix(outer == "/" ? outer : outer + "/")
    }
}
