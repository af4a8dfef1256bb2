import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// What all courses of a user share: the compiler's cache of the modules it has read, digests of the tools themselves.
///
/// It is as safe to lose as it is to share.
enum UserCache {
    /// A folder in it that can be written to; nil when the user has no such place.
    static func folder(_ name: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        guard let base = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map({ $0 + "/.cache" }) else { return nil }
        let folder = "\(base)/lectern/\(name)"
        guard (try? Files.makeFolder(folder)) != nil, access(folder, W_OK) == 0 else { return nil }
        return folder
    }

    /// Digests of the compiler, the runtime and Lectern itself: megabytes that change with an installation, not with a course.
    static func tools() -> Fingerprints { Fingerprints(file: folder("tools").map { $0 + "/fingerprints.json" }) }
}
