import Storage
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder for programs while they are compiled and run; gone when nobody needs it.
///
/// A build that is killed leaves its folders. Each is locked by a file beside it as long as its build lives, so that a later one
/// can tell, and sweeps up.
package final class WorkFolder: Sendable {
    /// Without links.
    package let path: String
    private let lock: String
    private let descriptor: Int32

    /// There is no place for programs on this machine.
    package struct Unusable: Error, CustomStringConvertible {
        package let description: String
    }

    package init() throws(Unusable) {
        let named = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        let all = RealPath.of(named) ?? named
        path = (all.hasSuffix("/") ? all : all + "/") + Self.prefix + UUID().uuidString
        lock = path + Self.ending
        descriptor = open(lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { flock(descriptor, LOCK_EX | LOCK_NB) }
        guard mkdir(path, 0o700) == 0 else {
            throw Unusable(
                description:
                    "no folder can be made in \(named), where programs are compiled; set TMPDIR to a folder that can be written to"
            )
        }
    }

    deinit {
        // What can't be removed keeps its lock, by which a later build finds it and tries again.
        if FolderRemoval(of: path).isGone { unlink(lock) }
        if descriptor >= 0 { close(descriptor) }
    }

    private static let prefix = "lectern-"
    private static let ending = ".lock"

    /// Removes what dead builds of this user left in `folder`.
    static func sweep(_ named: String = FileManager.default.temporaryDirectory.path(percentEncoded: false)) {
        let folder = RealPath.of(named) ?? named
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard name.hasPrefix(prefix), name.hasSuffix(ending) else { continue }
            let lock = (folder.hasSuffix("/") ? folder : folder + "/") + name
            let descriptor = open(lock, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var status = stat()
            // One that was made just now may not be locked yet.
            guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
                time(nil) - FileTimes.written(status).tv_sec > 10,
                flock(descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            if FolderRemoval(of: String(lock.dropLast(ending.count))).isGone { unlink(lock) }
        }
    }
}
