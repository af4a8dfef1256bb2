import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A folder that is open: what is asked of it is asked of this very folder, wherever its path leads meanwhile.
///
/// Nothing is ever followed from it but the one name that is given: no link, no `..`.
package struct OpenFolder: ~Copyable {
    private let descriptor: Int32

    /// What the system answered.
    package struct Failure: Error, Hashable {
        package var code: Int32
    }

    package init(_ path: String) throws(Failure) {
        self.init(descriptor: open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        guard descriptor >= 0 else { throw Failure(code: errno) }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The folder of that name in it, made when it isn't there and `isMade` asks for it.
    package func folder(_ name: String, isMade: Bool = false) throws(Failure) -> OpenFolder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var found = openat(descriptor, name, flags)
        if found < 0, errno == ENOENT, isMade {
            if mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST { throw Failure(code: errno) }
            found = openat(descriptor, name, flags)
        }
        guard found >= 0 else { throw Failure(code: errno) }
        return OpenFolder(descriptor: found)
    }

    /// The bytes of the file of that name; nil when it is something else than a file, or longer than `limit`.
    package func contents(of name: String, atMost limit: Int) throws(Failure) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw Failure(code: errno) }
        defer { close(file) }
        return try Self.contents(of: file, atMost: limit)
    }

    /// The bytes of an open file; nil when it is something else than a file, or longer than `limit`.
    package static func contents(of file: Int32, atMost limit: Int) throws(Failure) -> [UInt8]? {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Failure(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= limit else { return nil }
        // As a rule one call reads all of it, and the next one that there is no more.
        let size = Int(status.st_size)
        var bytes = [UInt8](unsafeUninitializedCapacity: size) { room, filled in
            filled = size == 0 ? 0 : max(0, read(file, room.baseAddress, size))
        }
        var buffer = [UInt8](repeating: 0, count: bytes.count < size ? 1 << 16 : 1 << 10)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(code: errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            // A file can grow while it is read.
            guard bytes.count <= limit else { return nil }
        }
    }

    /// Replaces the file of that name as a whole: whoever reads it, or kills us, sees the old bytes or the new. A link of that
    /// name is replaced, never followed.
    /// - Returns: false when the file held these bytes already and was left alone.
    package func replace(_ name: String, with bytes: [UInt8]) throws(Failure) -> Bool {
        if let old = try? contents(of: name, atMost: bytes.count), old == bytes { return false }
        let temporary = "\(name).\(getpid())\(Files.unfinished)"
        // One left by a killed process that had our number.
        unlinkat(descriptor, temporary, 0)
        let file = openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Failure(code: errno) }
        do throws(Failure) {
            do throws(Failure) {
                try Self.append(bytes, to: file)
            } catch {
                close(file)
                throw error
            }
            // Some file systems only say here that there was no room.
            guard close(file) == 0 else { throw Failure(code: errno) }
            guard renameat(descriptor, temporary, descriptor, name) == 0 else { throw Failure(code: errno) }
        } catch {
            unlinkat(descriptor, temporary, 0)
            throw error
        }
        return true
    }

    private static func append(_ bytes: [UInt8], to file: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    package func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    /// The names in it, in no order; none when it can't be listed.
    package var names: [String] {
        guard let listing = fdopendir(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// When the file of that name was last written, in nanoseconds; nil for what is no file.
    package func writingTime(of name: String) -> Int? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        let written = FileTimes.written(status)
        return written.tv_sec * 1_000_000_000 + written.tv_nsec
    }
}
