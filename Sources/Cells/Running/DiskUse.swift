import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a running lesson takes on the disk: all that is in its folders, and what it holds on to after removing its name.
struct DiskUse {
    private(set) var bytes = 0
    /// As much as needs to be known.
    private let most: Int
    /// An entry without content takes room, too.
    private static let least = 4096
    private static let deepest = 64

    /// - Parameters:
    ///   - processes: The lesson's, by their numbers.
    ///   - most: Where counting may stop.
    init(of folders: [String], by processes: [Int] = [], atMost most: Int = .max) {
        self.most = most
        for folder in folders { add(folder, depth: 0) }
        for process in processes { add(removedBy: process) }
    }

    private mutating func add(_ path: String, depth: Int) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        bytes += max(Self.least, Int(status.st_blocks) * 512)
        guard status.st_mode & S_IFMT == S_IFDIR, depth < Self.deepest, let stream = opendir(path) else { return }
        defer { closedir(stream) }
        while bytes <= most, let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { add(path + "/" + name, depth: depth + 1) }
        }
    }

    /// Open files without a name.
    private mutating func add(removedBy process: Int) {
        for open in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? [] {
            var status = stat()
            guard stat("/proc/\(process)/fd/" + open, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 0
            else { continue }
            bytes += Int(status.st_blocks) * 512
        }
    }
}
