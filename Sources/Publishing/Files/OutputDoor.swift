import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The one door through which a site is written: nothing outside the output folder, and through no link in it.
struct OutputDoor: Sendable {
    /// The output folder. It may be a link itself: whoever names it means where it leads.
    let folder: String

    /// Replaces the bytes of a file, making its folders as needed.
    /// - Parameter path: below the output folder.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
        try Files.makeFolder(folder)
        let name = Files.join(folder, path)
        let parts = try parts(of: path)
        do throws(OpenFolder.Failure) {
            var place = try OpenFolder(folder)
            for part in parts.dropLast() { place = try place.folder(part, isMade: true) }
            return try place.replace(parts.last ?? "", with: bytes)
        } catch {
            throw FileError(name, Self.reason(error))
        }
    }

    /// The bytes of a file that stands in the output folder; nil when there is none, or one that a link leads to.
    func contents(of path: String) -> [UInt8]? {
        guard let parts = try? parts(of: path), var place = try? OpenFolder(folder) else { return nil }
        for part in parts.dropLast() {
            guard let next = try? place.folder(part) else { return nil }
            place = next
        }
        return try? place.contents(of: parts.last ?? "", atMost: 1 << 30)
    }

    /// The names of a path, each of which stays where it is.
    private func parts(of path: String) throws(FileError) -> [String] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else {
            throw FileError(Files.join(folder, path), "isn't written: it isn't a path inside the output folder")
        }
        return parts
    }

    private static func reason(_ failure: OpenFolder.Failure) -> String {
        // A link in the place of a folder is one of the two, depending on the system.
        failure.code == ENOTDIR || failure.code == ELOOP
            ? "isn't written: a link or a file stands where a folder is needed" : Files.reason(failure.code)
    }
}
