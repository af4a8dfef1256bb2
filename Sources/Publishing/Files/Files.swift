import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Reading and writing of whole files: the one place where Lectern touches the disk.
///
/// A file is written under a temporary name and renamed, so whoever reads it, or kills us, sees the old bytes or the new.
public enum Files {
    /// What ends the name of a file that is still being written. A later build sweeps up what a killed one left.
    static let unfinished = ".lectern-unfinished"

    public static func read(_ path: String) throws(FileError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw FileError(path, reason(errno)) }
        defer { fclose(file) }
        var status = stat()
        guard fstat(fileno(file), &status) == 0 else { throw FileError(path, reason(errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path, "is a folder") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        while true {
            let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
                let count = fread(buffer.baseAddress, 1, buffer.count, file)
                bytes.append(contentsOf: buffer[..<count])
                return count
            }
            if count == 0 { break }
        }
        guard ferror(file) == 0 else { throw FileError(path, "could not be read") }
        return bytes
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

    /// Replaces the file's bytes as a whole, making its folders as needed.
    /// - Returns: false when the file held these bytes already and was left alone.
    @discardableResult
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) -> Bool {
        if let old = contents(of: path), old.elementsEqual(bytes) { return false }
        try makeFolder(folder(of: path))
        let temporary = path + ".\(getpid())" + unfinished
        guard let file = fopen(temporary, "wb") else { throw FileError(path, reason(errno)) }
        let whole = Array(bytes)
        let written = fwrite(whole, 1, whole.count, file)
        // Without the flush to disk a power cut could keep the new name and lose the bytes.
        let flushed = fflush(file) == 0
        guard fclose(file) == 0, flushed, written == whole.count else {
            let failure = errno
            unlink(temporary)
            throw FileError(path, reason(failure))
        }
        guard rename(temporary, path) == 0 else {
            let failure = errno
            unlink(temporary)
            throw FileError(path, reason(failure))
        }
        return true
    }

    public static func makeFolder(_ path: String) throws(FileError) {
        if path.isEmpty || isFolder(path) { return }
        try makeFolder(folder(of: path))
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(path, reason(errno)) }
        guard isFolder(path) else { throw FileError(path, "is a file where a folder is needed") }
    }

    public static func remove(_ path: String) { unlink(path) }

    /// Removes a folder with all that is in it.
    public static func removeFolder(_ path: String) {
        for entry in entries(of: path) {
            let inside = join(path, entry)
            var status = stat()
            // A link to a folder is removed, never followed.
            if lstat(inside, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { removeFolder(inside) } else { unlink(inside) }
        }
        rmdir(path)
    }

    /// Removes folders that became empty, from the inside out; never `top` itself.
    static func removeEmptyFolders(from folder: String, upTo top: String) {
        var folder = folder
        while folder != top, folder.hasPrefix(top), rmdir(folder) == 0 { folder = self.folder(of: folder) }
    }

    /// The names in a folder, sorted; none when it can't be listed.
    public static func entries(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// All files below a folder as paths relative to it, sorted; entries whose name begins with a dot are passed over.
    public static func tree(below path: String, under prefix: String = "", skipping: (String) -> Bool = { _ in false })
        -> [String]
    {
        entries(of: path).flatMap { name -> [String] in
            let relative = prefix.isEmpty ? name : prefix + "/" + name
            let full = join(path, name)
            if name.hasPrefix(".") || skipping(full) { return [] }
            return isFolder(full) ? tree(below: full, under: relative, skipping: skipping) : [relative]
        }
    }

    /// When a file was last written, in nanoseconds; used only to decide which of many results to forget.
    static func writingTime(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec : 0
    }

    static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "doesn't exist"
        case EACCES, EPERM: "may not be opened: check its permissions"
        case ENOSPC: "can't be written: the disk is full"
        case EROFS: "can't be written: the disk is read-only"
        default: String(cString: strerror(code))
        }
    }
}
