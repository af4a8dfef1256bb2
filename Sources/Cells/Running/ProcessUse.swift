import Foundation

/// What a process and all that it started occupy.
struct ProcessUse {
    private(set) var megabytes = 0
    private(set) var threads = 0
    /// The process and all that it started.
    private(set) var processes: [Int] = []

    /// nil where the system doesn't say it this way.
    init?(of process: Int) {
        var pages = 0
        var waiting = [process]
        while let process = waiting.popLast() {
            // The program's name stands in parentheses and may hold anything; behind it come the process's state and numbers.
            guard let fields = Self.text("/proc/\(process)/stat")?.split(separator: ")").last?.split(separator: " "),
                fields.count > 21, let count = Int(fields[17]), let resident = Int(fields[21])
            else { continue }
            processes.append(process)
            threads += count
            pages += resident
            let children = Self.text("/proc/\(process)/task/\(process)/children") ?? ""
            waiting += children.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
        }
        if threads == 0 { return nil }
        // The parentheses matter: a shift binds tighter than a product.
        megabytes = (pages * sysconf(Int32(_SC_PAGESIZE))) >> 20
    }

    private static func text(_ path: String) -> String? {
        // Such a file has no size: it has to be read without asking for it.
        guard let file = FileHandle(forReadingAtPath: path), let bytes = try? file.read(upToCount: 4096) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
