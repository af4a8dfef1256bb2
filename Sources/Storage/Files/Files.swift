import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Reading and writing of whole files: the one place where Lectern touches the disk.
///
/// A file is written under a temporary name and renamed, so whoever reads it, or kills us, sees the old bytes or the new.
public enum Files {
    /// What ends the name of a file that is still being written. A later build sweeps up what a killed one left.
    package static let unfinished = ".lectern-unfinished"

    /// The bytes of a file of at most a gigabyte; never of a device or a pipe, which might not end.
    public static func read(_ path: String) throws(FileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path, reason(errno)) }
        defer { close(file) }
        do throws(OpenFolder.Failure) {
            if let bytes = try OpenFolder.contents(of: file, atMost: 1 << 30) { return bytes }
        } catch {
            throw FileError(path, reason(error.code))
        }
        throw FileError(path, isFolder(path) ? "is a folder" : "isn't a file, or is larger than a gigabyte")
    }

    /// The bytes of a file, or nil when there is none to be read.
    public static func contents(of path: String) -> [UInt8]? {
        try? read(path)
    }

    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Replaces the file's bytes as a whole, making its folders as needed.
    /// - Returns: false when the file held these bytes already and was left alone.
    @discardableResult
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) -> Bool {
        let folder = folder(of: path)
        try makeFolder(folder)
        do throws(OpenFolder.Failure) {
            return try OpenFolder(folder).replace(name(of: path), with: Array(bytes))
        } catch {
            throw FileError(path, reason(error.code))
        }
    }

    public static func makeFolder(_ path: String) throws(FileError) {
        if path.isEmpty || isFolder(path) { return }
        try makeFolder(folder(of: path))
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(path, reason(errno)) }
        guard isFolder(path) else { throw FileError(path, "is a file where a folder is needed") }
    }

    public static func remove(_ path: String) { unlink(path) }

    /// Removes a folder with all that is in it; of a link to a folder only the link.
    public static func removeFolder(_ path: String) {
        if isLink(path) { return remove(path) }
        for entry in entries(of: path) {
            let inside = join(path, entry)
            if isFolder(inside) { removeFolder(inside) } else { unlink(inside) }
        }
        rmdir(path)
    }

    /// Removes folders that became empty, from the inside out; never `top` itself.
    package static func removeEmptyFolders(from folder: String, upTo top: String) {
        var folder = folder
        while folder != top, folder.hasPrefix(top), rmdir(folder) == 0 { folder = self.folder(of: folder) }
    }

    /// The names in a folder, sorted; none when it can't be listed.
    public static func entries(of path: String) -> [String] {
        guard !path.isEmpty, let folder = try? OpenFolder(path) else { return [] }
        return folder.names.sorted()
    }

    /// All files below a folder as paths relative to it, sorted; see `FolderWalk` for what is passed over.
    public static func tree(below path: String, skipping: @escaping (String) -> Bool = { _ in false }) -> [String] {
        FolderWalk(path, skipping: skipping).files
    }

    package static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "doesn't exist"
        case EACCES, EPERM: "may not be opened: check its permissions"
        case ENOSPC: "can't be written: the disk is full"
        case EROFS: "can't be written: the disk is read-only"
        default: String(cString: strerror(code))
        }
    }
}
