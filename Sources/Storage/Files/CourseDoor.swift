import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The one door through which a course's files are read: whatever a lesson, `course.yml` or a theme names.
///
/// A file is read when its path, with all links resolved, lies in the course's folder, no name on the way begins with a dot,
/// it is a file and not a device or a pipe, and it isn't too large. So a stranger's lesson shows nothing but its own course.
public struct CourseDoor: Hashable, Sendable {
    /// The course's folder as the author names it.
    private let folder: String
    /// The same with all links resolved.
    private let root: String

    /// The most that is read of a file that goes with a page. GitHub takes none that is larger.
    package static let fileMegabytes = 100
    /// The most that is read of a text that is parsed.
    package static let textMegabytes = 4

    package init(_ folder: String) {
        self.folder = folder.isEmpty ? "." : folder
        root = Files.absolute(folder.isEmpty ? "." : folder)
    }

    /// The bytes of a file, named as the author names it: `lessons/net.svg` for a course in `lessons`.
    package func read(_ path: String, atMost megabytes: Int = CourseDoor.fileMegabytes) throws(Refusal) -> [UInt8] {
        let parts = try parts(of: path)
        guard let name = parts.last else { throw .folder }
        do throws(OpenFolder.Failure) {
            var place = try OpenFolder(root)
            for part in parts.dropLast() { place = try place.folder(part) }
            if let bytes = try place.contents(of: name, atMost: megabytes << 20) { return bytes }
        } catch {
            throw error.code == ENOENT ? .missing : .failed(Files.reason(error.code))
        }
        throw whatItIs(path, megabytes)
    }

    /// The text of a file that is parsed.
    package func text(_ path: String) throws(Refusal) -> String {
        guard let text = String(validating: try read(path, atMost: Self.textMegabytes), as: UTF8.self) else { throw .notText }
        return text
    }

    /// The bytes of a file, or nil when there is none that may be read.
    package func contents(of path: String) -> [UInt8]? { try? read(path) }

    /// Why a file wouldn't be read; nil when it would.
    package func refusal(of path: String) -> Refusal? {
        do throws(Refusal) {
            _ = try read(path)
            return nil
        } catch { return error }
    }

    /// The names on the way from the course's folder to the file, links resolved.
    private func parts(of path: String) throws(Refusal) -> [String] {
        if path.utf8.contains(0) { throw .missing }
        let written = path.hasPrefix(folder + "/") ? path.dropFirst(folder.count + 1) : ""
        if Self.isHidden(written.split(separator: "/").filter { $0 != "." && $0 != ".." }) { throw .hidden }
        guard let resolved = realpath(path, nil) else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing : .failed(Files.reason(errno))
        }
        defer { free(resolved) }
        let canonical = String(cString: resolved)
        if canonical == root { return [] }
        let inside = root == "/" ? root : root + "/"
        guard canonical.utf8.starts(with: inside.utf8) else { throw .leaves }
        let parts = canonical.utf8.dropFirst(inside.utf8.count).split(separator: UInt8(ascii: "/"))
        if Self.isHidden(parts.map { Substring($0) }) { throw .hidden }
        return parts.map { String(Substring($0)) }
    }

    private static func isHidden(_ parts: [Substring]) -> Bool { parts.contains { $0.hasPrefix(".") } }

    /// Why something that could be opened isn't read.
    private func whatItIs(_ path: String, _ megabytes: Int) -> Refusal {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .tooLarge(megabytes: megabytes)
        case S_IFDIR: .folder
        default: .special
        }
    }
}
