import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Takes a folder away with all that is in it, however deep it is, however long its names and whatever rights it was given.
struct FolderRemoval {
    /// Whether nothing is left of it.
    private(set) var isGone = false
    /// Whether the last round changed anything.
    private var hasAdvanced = true

    /// - Parameter path: Absolute; no link is followed on the way.
    init(of path: String) {
        guard let slash = path.lastIndex(of: "/"), let above = try? HeldFolder(String(path[..<slash])) else { return }
        let name = String(path[path.index(after: slash)...])
        while hasAdvanced {
            guard let folder = Self.opened(name, in: above) else {
                // A file or a link, or nothing.
                isGone = unlinkat(above.descriptor, name, 0) == 0 || errno == ENOENT
                return
            }
            hasAdvanced = false
            empty(folder, below: folder, depth: 0)
            if unlinkat(above.descriptor, name, AT_REMOVEDIR) == 0 {
                isGone = true
                return
            }
        }
    }

    /// A folder with the rights that removing takes.
    private static func opened(_ name: UnsafePointer<CChar>, in above: HeldFolder) -> HeldFolder? {
        do throws(HeldFolder.Obstacle) {
            let folder = try HeldFolder(name, in: above)
            fchmod(folder.descriptor, 0o700)
            return folder
        } catch {
            guard error == .closed else { return nil }
            fchmodat(above.descriptor, name, 0o700, AT_SYMLINK_NOFOLLOW)
            return try? HeldFolder(name, in: above)
        }
    }

    private mutating func empty(_ folder: HeldFolder, below top: HeldFolder, depth: Int) {
        try? folder.each { name, status in
            var isDone: Bool
            if !HeldFolder.isFolder(status) {
                isDone = unlinkat(folder.descriptor, name, 0) == 0
            } else if let inner = Self.opened(name, in: folder) {
                if depth < HeldFolder.deepest {
                    empty(inner, below: top, depth: depth + 1)
                    isDone = unlinkat(folder.descriptor, name, AT_REMOVEDIR) == 0
                } else {
                    // Too deep to hold all that is above it: it goes up, and is emptied in the next round.
                    isDone = renameat(folder.descriptor, name, top.descriptor, UUID().uuidString) == 0
                }
            } else {
                isDone = false
            }
            hasAdvanced = hasAdvanced || isDone
            return true
        }
    }
}
