import Foundation
import Synchronization
import Testing
import Storage

@testable import Cells

/// Folders that a lesson makes so that nobody counts or removes what is in them, and processes that nobody counts.
@Suite(.serialized)
struct UncountedFolderTests {
    private static func folder() throws -> String {
        let folder = NSTemporaryDirectory() + "lectern-uncounted-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return RealPath.of(folder) ?? folder
    }

    /// Makes folders in each other, of which the last holds a file. Their path may be longer than any path can be.
    private static func nest(_ count: Int, named name: String, in folder: String, kilobytes: Int = 1) {
        var here = open(folder, O_RDONLY | O_DIRECTORY)
        for _ in 0..<count {
            mkdirat(here, name, 0o700)
            let below = openat(here, name, O_RDONLY | O_DIRECTORY)
            close(here)
            here = below
        }
        let file = openat(here, "file", O_CREAT | O_WRONLY, 0o600)
        let bytes = [UInt8](repeating: 7, count: kilobytes << 10)
        #expect(bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == bytes.count)
        close(file)
        close(here)
    }

    @Test func `what lies too deep to be counted is known to be uncounted`() throws {
        let folder = try Self.folder()
        defer { _ = FolderRemoval(of: folder) }
        Self.nest(HeldFolder.deepest, named: "d", in: folder, kilobytes: 2048)
        let counted = DiskUse(of: [folder])
        #expect(counted.isWhole && counted.bytes >= 2048 << 10)
        Self.nest(HeldFolder.deepest + 1, named: "e", in: folder)
        #expect(!DiskUse(of: [folder]).isWhole)
    }

    @Test func `names that are no text are counted as any`() throws {
        let folder = try Self.folder()
        defer { _ = FolderRemoval(of: folder) }
        let before = DiskUse(of: [folder]).bytes
        let above = open(folder, O_RDONLY | O_DIRECTORY)
        let name: [CChar] = [-1, -2, 0]
        mkdirat(above, name, 0o700)
        let below = openat(above, name, O_RDONLY | O_DIRECTORY)
        close(openat(below, name, O_CREAT | O_WRONLY, 0o600))
        close(below)
        close(above)
        #expect(DiskUse(of: [folder]).bytes >= before + 2 * 4096)
    }

    @Test(arguments: [0, 0o300, 0o400, 0o500] as [mode_t])
    func `a folder whose rights hide what is in it is uncounted, and removed all the same`(mode: mode_t) throws {
        let folder = try Self.folder()
        Self.nest(2, named: "d", in: folder)
        chmod(folder + "/d/d", mode)
        // Rights keep nothing from the system's owner.
        #expect(DiskUse(of: [folder]).isWhole == (geteuid() == 0 || mode == 0o500))
        #expect(FolderRemoval(of: folder).isGone)
        #expect(Entry.kind(of: folder) == .other)
    }

    @Test(arguments: [(60, 200), (300, 1), (0, 1)])
    func `a folder is removed however deep it is and however long its names are`(depth: Int, length: Int) throws {
        let folder = try Self.folder()
        Self.nest(depth, named: String(repeating: "n", count: length), in: folder)
        #expect(FolderRemoval(of: folder).isGone)
        #expect(Entry.kind(of: folder) == .other)
    }

    @Test func `removing follows no link`() throws {
        let folder = try Self.folder()
        let foreign = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: foreign) }
        Self.nest(1, named: "d", in: foreign)
        try FileManager.default.createSymbolicLink(atPath: folder + "/l", withDestinationPath: foreign)
        #expect(!FolderRemoval(of: folder + "/l/d/none/x").isGone)
        #expect(FolderRemoval(of: folder).isGone)
        #expect(FileManager.default.fileExists(atPath: foreign + "/d/file"))
    }

    #if os(Linux)
    @Test func `a process is counted whichever thread started it`() throws {
        let started = DispatchSemaphore(value: 0)
        let counted = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        let number = Mutex<pid_t>(0)
        Thread.detachNewThread {
            let name = strdup("/bin/sleep")
            let time = strdup("60")
            var child: pid_t = 0
            posix_spawn(&child, "/bin/sleep", nil, nil, [name, time, nil], [nil])
            number.withLock { $0 = child }
            started.signal()
            counted.wait()
            kill(child, SIGKILL)
            waitpid(child, nil, 0)
            free(name)
            free(time)
            ended.signal()
        }
        started.wait()
        let child = Int(number.withLock { $0 })
        let use = ProcessUse(of: Int(getpid()))
        counted.signal()
        ended.wait()
        #expect(child > 0 && use?.processes.contains(child) == true)
        #expect(use?.hasMore(than: 0, besides: []) == true)
    }

    @Test func `memory that is read and never written to takes tables, which count`() throws {
        let size = 16 << 30
        let memory = try #require(mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_NORESERVE), -1, 0))
        try #require(memory != MAP_FAILED)
        defer { munmap(memory, size) }
        madvise(memory, size, MADV_NOHUGEPAGE)
        let before = try #require(ProcessUse.tables("/proc/self/status"))
        var sum = 0
        for offset in stride(from: 0, to: size, by: 2 << 20) { sum += Int(memory.load(fromByteOffset: offset, as: UInt8.self)) }
        let after = try #require(ProcessUse.tables("/proc/self/status"))
        // A page of tables for every two megabytes of 16 GB.
        #expect(sum == 0 && after - before > 24_000)
        #expect(ProcessUse(of: Int(getpid())).map { $0.megabytes >= after / 1024 } == true)
    }
    #endif
}
