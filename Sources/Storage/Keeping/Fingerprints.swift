import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Digests of files that are many or large and rarely change: data, pages as they were written, the runtime, the compiler.
///
/// The key of every result is a file's content. To avoid reading megabytes on every build, a digest is remembered together with
/// what the file system says of the file (device, inode, size, times of writing and of change); when any of it differs, the
/// content is read again. As in git's index, a file written within the clock's grain isn't remembered: it might be written
/// again before the clock moves on.
package final class Fingerprints: Sendable {
    private struct Memory: Hashable {
        var stamp: Stamp
        var digest: Digest
    }

    private struct State {
        var memories: [String: Memory] = [:]
        /// Files written in this build, to be remembered once the clock has moved on.
        var written: [String: Memory] = [:]
        var changed = false
    }

    private static let seal = "fingerprints"
    private let state: Mutex<State>
    private let file: String?

    /// - Parameter file: where the memory is kept between builds; nil keeps none.
    package init(file: String?) {
        self.file = file
        let kept = file.flatMap(Files.contents).flatMap { Seal.own.opened($0, name: Self.seal) }
        state = Mutex(State(memories: kept.map(Self.read) ?? [:]))
    }

    /// The digest of the file's content; nil when there is no such file.
    package func digest(of path: String) -> Digest? {
        digest(of: path, computing: { Files.contents(of: $0).map { Digest(of: $0) } })
    }

    /// What `compute` says of the file, asked again only when the file is another one.
    package func digest(of path: String, as purpose: String = "", computing compute: (String) -> Digest?) -> Digest? {
        guard let question = Question(of: path, as: purpose) else { return nil }
        if let known = known(question) { return known }
        return compute(path).map { remembered($0, for: question) }
    }

    /// The same, where another program has to be asked.
    package func digest(of path: String, as purpose: String, asking ask: (String) async -> Digest?) async -> Digest? {
        guard let question = Question(of: path, as: purpose) else { return nil }
        if let known = known(question) { return known }
        return await ask(path).map { remembered($0, for: question) }
    }

    /// What is asked of which file, as the file is now.
    private struct Question {
        var key: String
        var stamp: Stamp
        var isRecent: Bool

        init?(of path: String, as purpose: String) {
            guard let (stamp, isRecent) = Fingerprints.stamp(of: path) else { return nil }
            self.stamp = stamp
            self.isRecent = isRecent
            key = purpose.isEmpty ? path : "\(purpose) \(path)"
        }
    }

    private func known(_ question: Question) -> Digest? {
        state.withLock { $0.memories[question.key] }.flatMap { $0.stamp == question.stamp ? $0.digest : nil }
    }

    private func remembered(_ digest: Digest, for question: Question) -> Digest {
        if !question.isRecent {
            state.withLock {
                $0.memories[question.key] = Memory(stamp: question.stamp, digest: digest)
                $0.changed = true
            }
        }
        return digest
    }

    /// Remembers a file that was just written, so that the next build needn't read it.
    package func remember(_ digest: Digest, of path: String) {
        guard file != nil, let (stamp, _) = Self.stamp(of: path) else { return }
        state.withLock { $0.written[path] = Memory(stamp: stamp, digest: digest) }
    }

    package func save() {
        guard let file else { return }
        let memories = state.withLock { state -> [String: Memory]? in
            for (path, memory) in state.written where state.memories[path] != memory {
                guard let now = Self.stamp(of: path), now.0 == memory.stamp, !now.isRecent else { continue }
                state.memories[path] = memory
                state.changed = true
            }
            state.written = [:]
            defer { state.changed = false }
            return state.changed ? state.memories : nil
        }
        if let memories { _ = try? Files.write(Seal.own.closed(Self.text(of: memories).utf8, name: Self.seal), to: file) }
    }

    /// One line for each file: digest, stamp, path, with tabs between.
    private static func text(of memories: [String: Memory]) -> String {
        memories.filter { !$0.key.utf8.contains(UInt8(ascii: "\n")) }.sorted { $0.key < $1.key }
            .map { "\($0.value.digest)\t\($0.value.stamp)\t\($0.key)\n" }.joined()
    }

    private static func read(_ bytes: [UInt8]) -> [String: Memory] {
        var memories: [String: Memory] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2)
            guard parts.count == 3, let stamp = Stamp(parts[1]) else { continue }
            memories[String(decoding: parts[2], as: UTF8.self)] = Memory(
                stamp: stamp, digest: Digest(text: String(decoding: parts[0], as: UTF8.self)))
        }
        return memories
    }

    private static func stamp(of path: String) -> (Stamp, isRecent: Bool)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let changed = FileTimes.changed(status)
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        // Where times have fractions the clock ticks every ten milliseconds or oftener; elsewhere once in one or two seconds.
        let grain = changed.tv_nsec == 0 ? 2.5 : 0.05
        let age = Double(now.tv_sec - changed.tv_sec) + Double(now.tv_nsec - changed.tv_nsec) / 1e9
        return (Stamp(status), age < grain)
    }
}
