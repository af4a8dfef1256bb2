import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a running lesson takes on the disk: all that is in its folders, and what it holds on to after removing its name.
struct DiskUse {
    private(set) var bytes = 0
    /// Whether all folders could be looked into, down to the last. Else more may be there than was counted.
    private(set) var isWhole = true
    /// As much as needs to be known.
    private let most: Int
    /// An entry without content takes room, too.
    private static let least = 4096

    /// - Parameters:
    ///   - processes: The lesson's, by their numbers.
    ///   - most: Where counting may stop.
    init(of folders: [String], by processes: [Int] = [], atMost most: Int = .max) {
        self.most = most
        for folder in folders { add(place: folder) }
        for process in processes { add(removedBy: process) }
    }

    private mutating func add(place: String) {
        var status = stat()
        guard lstat(place, &status) == 0 else { return }
        add(status)
        if HeldFolder.isFolder(status) { add(depth: 0) { () throws(HeldFolder.Obstacle) in try HeldFolder(place) } }
    }

    private mutating func add(_ status: stat) { bytes += max(Self.least, Int(status.st_blocks) * 512) }

    private mutating func add(depth: Int, _ open: () throws(HeldFolder.Obstacle) -> HeldFolder) {
        do throws(HeldFolder.Obstacle) {
            let folder = try open()
            try folder.each { name, status in
                guard let status, depth < HeldFolder.deepest || !HeldFolder.isFolder(status) else {
                    isWhole = false
                    return false
                }
                add(status)
                if HeldFolder.isFolder(status) {
                    add(depth: depth + 1) { () throws(HeldFolder.Obstacle) in try HeldFolder(name, in: folder) }
                }
                return isWhole && bytes <= most
            }
        } catch {
            // What has gone meanwhile takes nothing, and where Lectern has too much open, the next round counts.
            isWhole = isWhole && error != .closed
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
