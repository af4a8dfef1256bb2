import Foundation

/// What a process and all that it started occupy.
struct ProcessUse {
    private(set) var megabytes = 0
    private(set) var threads = 0
    /// The process and all that it started.
    private(set) var processes: [Int] = []

    /// nil where the system doesn't say it this way.
    ///
    /// - Parameter isThorough: Whether what the threads of a crowd started is counted as well.
    init?(of process: Int, isThorough: Bool = true) {
        var pages = 0
        var tables = 0
        var waiting = [process]
        while let process = waiting.popLast() {
            // The program's name stands in parentheses and may hold anything; behind it come the process's state and numbers.
            guard let fields = Self.text("/proc/\(process)/stat")?.split(separator: ")").last?.split(separator: " "),
                fields.count > 21, let count = Int(fields[17]), var resident = Int(fields[21])
            else { continue }
            // Ended, and nobody has asked how.
            if fields[0] == "Z", count <= 1 { continue }
            processes.append(process)
            threads += count
            // The system keeps children by the thread that started them.
            let tasks = "/proc/\(process)/task"
            let own = ["\(process)"]
            let all =
                isThorough || count <= Self.few ? (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? own : own
            if resident == 0, count > 1 { resident = Self.resident(tasks) }
            pages += resident
            // The first thread may have ended here, too. Each is asked once: what was found may be gone at the next look.
            let asked = ([String(process)] + (resident > 0 ? all : [])).lazy.map { Self.tables("\(tasks)/\($0)/status") }
            tables += asked.first { $0 != nil }.flatMap { $0 } ?? 0
            for thread in all {
                let children = Self.text("\(tasks)/\(thread)/children") ?? ""
                waiting += children.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
            }
        }
        if threads == 0 { return nil }
        // The parentheses matter: a shift binds tighter than a product.
        megabytes = (pages * sysconf(Int32(_SC_PAGESIZE)) + tables * 1024) >> 20
    }

    /// So many threads are looked at each time.
    private static let few = 64

    /// Whether more processes are there than so many that belong there, and those whose programs lie in these folders.
    func hasMore(than expected: Int, besides folders: [String]) -> Bool {
        guard processes.count > expected else { return false }
        let others = processes.filter { process in
            // One that has just ended has none; one whose program nobody may know isn't one of those.
            guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe") else {
                return FileManager.default.fileExists(atPath: "/proc/\(process)")
            }
            return !folders.contains { program.hasPrefix($0 + "/") }
        }
        return others.count > expected
    }

    /// The pages of a process whose first thread has ended: another knows them.
    private static func resident(_ tasks: String) -> Int {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        let pages = threads.lazy.compactMap { thread in
            text("\(tasks)/\(thread)/stat")?.split(separator: ")").last?.split(separator: " ").dropFirst(21).first.flatMap {
                Int($0)
            }
        }
        return pages.first { $0 > 0 } ?? 0
    }

    /// What the system keeps to find a process's pages, in kilobytes: reading a little everywhere of memory that was never written
    /// to takes no page, and such a table for every two megabytes.
    static func tables(_ path: String) -> Int? {
        text(path)?.split(separator: "\n").first { $0.hasPrefix("VmPTE:") }.flatMap { line in
            Int(line.dropFirst(6).drop(while: \.isWhitespace).prefix(while: \.isNumber))
        }
    }

    private static func text(_ path: String) -> String? {
        // Such a file has no size: it has to be read without asking for it.
        guard let file = FileHandle(forReadingAtPath: path), let bytes = try? file.read(upToCount: 1 << 16) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
