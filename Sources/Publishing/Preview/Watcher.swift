import Storage
import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Looks at a course's folder up to fifty times a second, and in a large one as often as costs a fiftieth of a core. Asking the
/// system to call back would be different on every system and misses what editors do with renames.
struct Watcher {
    var folder: String
    /// Folders that hold what we write ourselves.
    var ignored: [String]

    /// What the file system says of every file below the folder. Only used to notice that something happened; what is stale is
    /// decided by contents.
    func state() -> [String: String] {
        let ignored = Set(ignored.map(Files.absolute))
        var state: [String: String] = [:]
        for file in Files.tree(below: folder, skipping: { ignored.contains(Files.absolute($0)) }) {
            var status = stat()
            guard stat(Files.join(folder, file), &status) == 0 else { continue }
            state[file] = "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }
        return state
    }

    /// Waits until something differs from `old` and has stayed the same for a moment, so that a file that is being saved is
    /// whole; the new state is returned.
    func change(from old: [String: String]) async throws -> [String: String] {
        var pause = Duration.milliseconds(20)
        while true {
            try await Task.sleep(for: pause)
            let begun = ContinuousClock.now
            var now = state()
            if now == old {
                pause = max(.milliseconds(20), begun.duration(to: .now) * 50)
                continue
            }
            while true {
                try await Task.sleep(for: .milliseconds(10))
                let settled = state()
                if settled == now { return now }
                now = settled
            }
        }
    }
}
