import Foundation

/// How much memory a process and all that it started occupy.
enum ProcessMemory {
    /// nil where the system doesn't say it this way.
    static func megabytes(of process: Int) -> Int? {
        var pages = 0
        var found = false
        var processes = [process]
        while let process = processes.popLast() {
            guard let own = words("/proc/\(process)/statm").dropFirst().first else { continue }
            pages += own
            found = true
            processes += words("/proc/\(process)/task/\(process)/children")
        }
        // The parentheses matter: a shift binds tighter than a product.
        return found ? (pages * sysconf(Int32(_SC_PAGESIZE))) >> 20 : nil
    }

    private static func words(_ path: String) -> [Int] {
        // Such a file has no size: it has to be read without asking for it.
        guard let file = FileHandle(forReadingAtPath: path), let bytes = try? file.read(upToCount: 4096) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    }
}
