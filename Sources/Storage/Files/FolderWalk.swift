import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// What lies below a folder: every file once, by the path that leads to it without links, and the links that lead elsewhere.
///
/// Names that begin with a dot are passed over, and so is what is neither a file nor a folder.
package struct FolderWalk {
    /// A link below the folder to a folder that lies below it too.
    package struct Alias: Hashable, Sendable {
        package var path: String
        package var target: String
    }

    /// Paths relative to the folder, sorted; a link to a file inside counts as a file.
    package private(set) var files: [String] = []
    package private(set) var aliases: [Alias] = []
    /// Links that lead out of the folder: nothing behind them belongs to it.
    package private(set) var leaving: [String] = []

    private let folder: String
    private let root: String
    private let isSkipped: (String) -> Bool

    package init(_ folder: String, skipping isSkipped: @escaping (String) -> Bool = { _ in false }) {
        self.folder = folder
        self.isSkipped = isSkipped
        root = Files.absolute(folder)
        visit("")
        files.sort()
    }

    private mutating func visit(_ prefix: String) {
        for name in Files.entries(of: prefix.isEmpty ? folder : Files.join(folder, prefix)) where !name.hasPrefix(".") {
            let path = prefix.isEmpty ? name : prefix + "/" + name
            let full = Files.join(folder, path)
            var status = stat()
            guard !isSkipped(full), lstat(full, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: visit(path)
            case S_IFREG: files.append(path)
            case S_IFLNK: note(linkAt: path, full)
            default: break
            }
        }
    }

    /// A link is never walked through: where it leads inside the folder, the walk comes anyway.
    private mutating func note(linkAt path: String, _ full: String) {
        guard let canonical = RealPath.of(full) else { return }
        guard canonical.hasPrefix(root == "/" ? root : root + "/") || canonical == root else { return leaving.append(path) }
        let target = String(canonical.dropFirst(root.count).drop { $0 == "/" })
        guard !target.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return }
        var status = stat()
        guard stat(canonical, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(path)
        case S_IFDIR: aliases.append(Alias(path: path, target: target))
        default: break
        }
    }
}
