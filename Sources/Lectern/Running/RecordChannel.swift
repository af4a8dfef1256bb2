#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
@preconcurrency import Darwin
#endif
import Exhibits
import Synchronization

/// The channel on which a running lesson says its records: the socket that is its standard input when it starts.
///
/// What is printed goes another way. So that the order is kept, a record that has a place among prints leaves a mark there,
/// which nobody can print who doesn't know the run's key.
final class RecordChannel: Sendable {
    private let descriptor: Int32
    private let key: RecordKey
    /// Records of several threads come one after the other.
    private let turn = Mutex(())

    /// nil when standard input is no such socket. Afterwards standard input is empty.
    init?() {
        let variable = RecordSequence.variable
        guard let value = getenv(variable.name), String(cString: value) == variable.value, let key = Self.readKey() else {
            return nil
        }
        unsetenv(variable.name)
        // Whatever the lesson starts doesn't get the channel.
        let kept = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
        guard kept >= 0 else { return nil }
        let nothing = Self.openedForReading("/dev/null")
        if nothing >= 0 {
            dup2(nothing, STDIN_FILENO)
            close(nothing)
        } else {
            close(STDIN_FILENO)
        }
        descriptor = kept
        self.key = key
    }

    func write(_ record: Record) {
        guard let bytes = try? RecordSequence.encoded(record, key: key) else { return }
        turn.withLock { _ in
            // The record first: whoever meets a mark finds its record there.
            Self.write(bytes, to: descriptor)
            guard record.standsAmongPrints else { return }
            fflush(nil)
            Self.write(key.mark, to: STDOUT_FILENO)
            // Standard error goes a third way.
            if case .cell = record { Self.write(key.mark, to: STDERR_FILENO) }
        }
    }

    private static func readKey() -> RecordKey? {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        var bytes = [UInt8](repeating: 0, count: RecordKey.length)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { Self.read($0, from: count) }
            if read < 0, errno == EINTR { continue }
            if read <= 0 { return nil }
            count += read
        }
        return RecordKey(bytes)
    }

    private static func read(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        #if canImport(Glibc)
        return Glibc.read(STDIN_FILENO, base + start, buffer.count - start)
        #else
        return Darwin.read(STDIN_FILENO, base + start, buffer.count - start)
        #endif
    }

    private static func openedForReading(_ path: String) -> Int32 {
        #if canImport(Glibc)
        return Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #else
        return Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #endif
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var start = 0
            while start < buffer.count {
                #if canImport(Glibc)
                let count = Glibc.write(descriptor, base + start, buffer.count - start)
                #else
                let count = Darwin.write(descriptor, base + start, buffer.count - start)
                #endif
                if count < 0, errno == EINTR { continue }
                // A lesson that closed what it writes to loses what it writes.
                if count <= 0 { return }
                start += count
            }
        }
    }
}
