import Exhibits
import Foundation
import SystemPackage

#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
@preconcurrency import Darwin
#endif

/// The channel between Lectern and one running lesson: a pair of sockets, of which the lesson gets one as standard input.
///
/// What the lesson says there begins with a key that stands in the channel when the lesson starts, and nowhere else. The
/// lesson's end also tells whoever guards it when Lectern has gone.
final class RecordPair: Sendable {
    let key = RecordKey()
    /// The lesson's end. Whoever starts the lesson closes it here.
    let lessons: FileDescriptor
    private let own: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Errno(rawValue: errno) }
        own = ends[0]
        lessons = FileDescriptor(rawValue: ends[1])
        let sent = key.bytes.withUnsafeBytes { write(own, $0.baseAddress, $0.count) }
        guard sent == key.bytes.count else {
            close(ends[0])
            close(ends[1])
            throw Errno(rawValue: errno)
        }
    }

    deinit { close(own) }

    /// Hands on what comes, until the lesson's end is closed everywhere, or the channel is ended. No more is read before that was
    /// taken: a lesson that says more than can be taken waits, and nothing of it gathers here.
    func each(_ take: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) async {
        await withCheckedContinuation { continuation in
            // Reading waits; no task may.
            Thread.detachNewThread { [self] in
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = buffer.withUnsafeMutableBytes { read(own, $0.baseAddress, $0.count) }
                    if count < 0, errno == EINTR { continue }
                    if count <= 0 { break }
                    buffer.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
                }
                continuation.resume()
            }
        }
    }

    /// Nothing more is taken from the lesson, whoever may still hold its end.
    func end() { shutdown(own, Int32(SHUT_RDWR)) }
}
