import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// What all courses of a user share: the compiler's cache of the modules it has read, digests of the tools themselves.
///
/// It is as safe to lose as it is to share.
package enum UserCache {
    /// A folder in it that can be written to; nil when the user has no such place.
    package static func folder(_ name: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        guard let base = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map({ $0 + "/.cache" }) else { return nil }
        let folder = "\(base)/lectern/\(name)"
        guard (try? Files.makeFolder(folder)) != nil, access(folder, W_OK) == 0 else { return nil }
        return folder
    }

    /// Thirty-two bytes that this user's builds share and nobody else knows; where the user has no place for them, they are this
    /// program's alone.
    package static let secret: [UInt8] = {
        var generator = SystemRandomNumberGenerator()
        let drawn = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        guard let folder = UserCache.folder("secret") else { return drawn }
        let file = folder + "/seal"
        if Files.contents(of: file)?.count != 32 {
            // Whole or not at all, and the first of several builds wins.
            let own = "\(file)-\(getpid())"
            let descriptor = open(own, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return drawn }
            let isWhole = drawn.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == 32
            close(descriptor)
            if isWhole, link(own, file) != 0, Files.contents(of: file)?.count != 32 { rename(own, file) }
            unlink(own)
        }
        guard let kept = Files.contents(of: file), kept.count == 32 else { return drawn }
        return kept
    }()

    /// Digests of the compiler, the runtime and Lectern itself: megabytes that change with an installation, not with a course.
    package static func tools() -> Fingerprints { Fingerprints(file: folder("tools").map { $0 + "/fingerprints.json" }) }
}
