import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Digests of files that are large and rarely change: data, the runtime, the compiler.
///
/// The key of every result is a file's content. To avoid reading megabytes on every build, a digest is remembered together with
/// what the file system says of the file (device, inode, size, times of writing and of change); when any of it differs, the
/// content is read again. As in git's index, a file written in the last two seconds isn't remembered: it might be written again
/// within the clock's grain.
final class Fingerprints: Sendable {
    private struct Memory: Codable {
        var stamp: String
        var digest: Digest
    }

    private struct State {
        var memories: [String: Memory] = [:]
        var changed = false
    }

    private let state: Mutex<State>
    private let file: String?

    /// - Parameter file: where the memory is kept between builds; nil keeps none.
    init(file: String?) {
        self.file = file
        let kept = file.flatMap(Files.contents).flatMap { try? JSONDecoder().decode([String: Memory].self, from: Data($0)) }
        state = Mutex(State(memories: kept ?? [:]))
    }

    /// The digest of the file's content; nil when there is no such file.
    func digest(of path: String) -> Digest? { digest(of: path, computing: { Files.contents(of: $0).map { Digest(of: $0) } }) }

    /// What `compute` says of the file, asked again only when the file is another one.
    func digest(of path: String, as purpose: String = "", computing compute: (String) -> Digest?) -> Digest? {
        guard let (stamp, isRecent) = Self.stamp(of: path) else { return nil }
        let key = purpose.isEmpty ? path : "\(purpose) \(path)"
        if let known = state.withLock({ $0.memories[key] }), known.stamp == stamp { return known.digest }
        guard let digest = compute(path) else { return nil }
        if !isRecent {
            state.withLock {
                $0.memories[key] = Memory(stamp: stamp, digest: digest)
                $0.changed = true
            }
        }
        return digest
    }

    func save() {
        guard let file else { return }
        let memories = state.withLock { state -> [String: Memory]? in
            defer { state.changed = false }
            return state.changed ? state.memories : nil
        }
        guard let memories else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let bytes = try? encoder.encode(memories) { _ = try? Files.write(bytes, to: file) }
    }

    private static func stamp(of path: String) -> (String, isRecent: Bool)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let written = status.st_mtim
        let changed = status.st_ctim
        let text =
            "\(status.st_dev) \(status.st_ino) \(status.st_size) \(written.tv_sec).\(written.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
        return (text, time(nil) - max(written.tv_sec, changed.tv_sec) < 2)
    }
}
