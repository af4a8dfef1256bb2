import Exhibits
import Foundation
import Lessons
import Synchronization
import SystemPackage
import Testing

@testable import Cells

/// What would break: a lesson fills Lectern's memory by its channel of records, faster than anybody reads it.
@Suite(.serialized)
struct RecordFloodTests {
    /// How far both sides have come, in bytes.
    private final class Course: Sendable {
        private let state = Mutex((sent: 0, taken: 0, ahead: 0))

        func send(_ count: Int) {
            state.withLock {
                $0.sent += count
                $0.ahead = max($0.ahead, $0.sent - $0.taken)
            }
        }

        func take(_ count: Int) { state.withLock { $0.taken += count } }

        var taken: Int { state.withLock { $0.taken } }
        var ahead: Int { state.withLock { $0.ahead } }
    }

    @Test func `whoever writes more than is taken waits, and all of it comes`() async throws {
        let pair = try RecordPair()
        let course = Course()
        let whole = 16 << 20
        Thread.detachNewThread {
            let piece = [UInt8](repeating: 0x61, count: 1 << 16)
            var left = whole
            while left > 0 {
                guard let count = try? piece.withUnsafeBytes({ try pair.lessons.write($0) }) else { break }
                course.send(count)
                left -= count
            }
            try? pair.lessons.close()
        }
        await pair.each { bytes in
            Thread.sleep(forTimeInterval: 0.001)
            course.take(bytes.count)
        }
        #expect(course.taken == whole)
        #expect(course.ahead < whole / 4)
    }

    @Test func `every line on the channel counts but those that tell of progress`() {
        var reader = TranscriptReader(key: TranscriptReaderTests.key)
        reader.take(recorded: [UInt8](repeating: 0x0A, count: 5))
        reader.take(recorded: TranscriptReaderTests.line(.unanswered([])))
        reader.take(recorded: TranscriptReaderTests.line(.progress(RunProgress("a", fraction: 0.5))))
        #expect(reader.recorded == 6)
    }

    @Test(arguments: [(1000, nil), (300_000, "output-limit")] as [(Int, String?)])
    func `a lesson that floods its channel is stopped`(lines: Int, code: String?) async throws {
        let transcript = try await RunningTests.transcript(
            of: """
                ```{swift}
                import Foundation
                var channel: Int32?
                for file in Int32(0)..<64 {
                    var status = stat()
                    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { channel = channel ?? file }
                }
                if let channel {
                    let all = [UInt8](repeating: 10, count: \(lines))
                    var sent = 0
                    while sent < all.count {
                        let count = all.withUnsafeBytes { write(channel, $0.baseAddress! + sent, $0.count - sent) }
                        if count <= 0 { break }
                        sent += count
                    }
                }
                sleep(\(code == nil ? 0 : 60))
                ```

                """)
        #expect(transcript.failures.map(\.code) == [code].compactMap { $0 })
    }
}
