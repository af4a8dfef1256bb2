#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How many files a program may have open at once.
enum Descriptors {
    #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    private static let resource = RLIMIT_NOFILE
    #endif

    /// Makes sure that so many lessons can be compiled and run at a time: half-started programs can't be told from broken ones.
    static func ensure(jobs: Int) throws(ToolMissing) {
        let needed = rlim_t(40 + 12 * jobs)
        var limit = rlimit()
        guard getrlimit(Self.resource, &limit) == 0, limit.rlim_cur < needed else { return }
        limit.rlim_cur = min(limit.rlim_max, needed)
        guard limit.rlim_cur == needed, setrlimit(Self.resource, &limit) == 0 else {
            throw ToolMissing(
                message:
                    "this system lets a program open \(limit.rlim_cur) files at once, and \(needed) are needed to run \(jobs) lessons "
                    + "at a time; raise that with `ulimit -n \(needed)`, or run fewer with --jobs")
        }
    }
}
