#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Times of a file, by the names that each system gives them.
package enum FileTimes {
    /// When its content was written.
    package static func written(_ status: stat) -> timespec {
        #if canImport(Darwin)
        status.st_mtimespec
        #else
        status.st_mtim
        #endif
    }

    /// When its content or what is known of it was changed.
    package static func changed(_ status: stat) -> timespec {
        #if canImport(Darwin)
        status.st_ctimespec
        #else
        status.st_ctim
        #endif
    }
}
