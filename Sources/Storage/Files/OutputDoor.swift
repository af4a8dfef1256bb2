import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The one door through which a site is written: nothing outside the output folder, and through no link in it.
package struct OutputDoor: Sendable {
    /// The output folder. It may be a link itself: whoever names it means where it leads.
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// Replaces the bytes of a file, making its folders as needed.
    /// - Parameter path: below the output folder.
    @discardableResult
    package func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
        try Files.makeFolder(folder)
        let (name, names) = try end(of: path)
        do throws(OpenFolder.Failure) {
            return try opened(names, areMade: true).replace(name, with: bytes)
        } catch {
            throw FileError(Files.join(folder, path), Self.reason(error))
        }
    }

    /// The bytes of a file that stands in the output folder; nil when there is none, or one that a link leads to.
    package func contents(of path: String) -> [UInt8]? {
        guard let (name, names) = try? end(of: path), let place = try? opened(names) else { return nil }
        return try? place.contents(of: name, atMost: 1 << 30)
    }

    /// Takes a file away; nothing that a link leads to.
    package func remove(_ path: String) {
        guard let (name, names) = try? end(of: path), let place = try? opened(names) else { return }
        place.remove(name)
    }

    /// Leaves at most `limit` files in a folder below, the ones written last. What is no file stays, and so does whatever a link
    /// leads to.
    package func prune(_ path: String, keeping limit: Int) {
        guard let names = try? parts(of: path), let place = try? opened(names[...]) else { return }
        let files = place.names.compactMap { name in place.writingTime(of: name).map { (name, $0) } }
        guard files.count > limit else { return }
        for (name, _) in files.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }).dropFirst(limit) { place.remove(name) }
    }

    /// The last name of a path, and those before it.
    private func end(of path: String) throws(FileError) -> (String, ArraySlice<String>) {
        let parts = try parts(of: path)
        return (parts.last ?? "", parts.dropLast())
    }

    /// A folder below, by its names; those that aren't there are made where that is asked for.
    private func opened(_ names: ArraySlice<String>, areMade: Bool = false) throws(OpenFolder.Failure) -> OpenFolder {
        var place = try OpenFolder(folder)
        for name in names { place = try place.folder(name, isMade: areMade) }
        return place
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

/// The folder that is written to where nobody names one. A link of that name came with the course, and leads where its author
/// wants.
public func usualFolder(_ name: String) throws(FileError) -> String {
    guard !Files.isLink(name) else { throw FileError(name, "is a link; remove it, or name a folder with --output") }
    return name
}
