import Exhibits
import Foundation
import Subprocess
import Synchronization

/// Reads all that a running child says until it ends, takes too long, or uses or writes too much.
struct ChildReader: Sendable {
    enum Cause: Equatable, Sendable {
        case ended, timedOut, flooded(bytes: Int), recorded, tooLarge, crowded, filled, unmeasured, multiplied
    }

    /// What was read when the child's output ended.
    struct Ended: Sendable {
        var reader: TranscriptReader
        var cause: Cause
        /// What it wrote to standard error.
        var errors: [UInt8]
    }

    /// What has come so far, on all ways.
    private final class Heard: Sendable {
        struct Contents {
            var reader: TranscriptReader
            var cause = Cause.ended
            var errors: [UInt8] = []
            /// Bytes by their way.
            var counts = [0, 0, 0]
        }

        let contents: Mutex<Contents>

        init(_ reader: TranscriptReader) { contents = Mutex(Contents(reader: reader)) }
    }

    private enum Way: Int { case prints, records, errors }

    let limits: Limits
    /// How the child was started.
    let command: ChildCommand
    /// Where it may write.
    let folders: [String]

    func read<Input>(
        _ child: Execution<Input, SequenceOutput, SequenceOutput>, records: RecordPair, into reader: TranscriptReader
    ) async throws -> Ended {
        let heard = Heard(reader)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // Nothing prints any more, so nothing runs any more that could have something to record.
                defer { records.end() }
                for try await buffer in child.standardOutput {
                    buffer.withUnsafeBytes { bytes in take(bytes, .prints, of: child, heard) }
                }
            }
            group.addTask { await records.each { take($0, .records, of: child, heard) } }
            group.addTask {
                for try await buffer in child.standardError {
                    buffer.withUnsafeBytes { bytes in take(bytes, .errors, of: child, heard) }
                }
            }
            let watch = Task {
                let cause = try await self.watch(process: Int(child.processIdentifier.value))
                stop(child, for: cause, heard)
            }
            defer { watch.cancel() }
            try await group.waitForAll()
        }
        return heard.contents.withLock { heard in
            heard.reader.end()
            return Ended(reader: heard.reader, cause: heard.cause, errors: heard.errors)
        }
    }

    private func take<Input>(
        _ bytes: UnsafeRawBufferPointer, _ way: Way, of child: Execution<Input, SequenceOutput, SequenceOutput>,
        _ heard: Heard
    ) {
        let most = way == .prints ? limits.printedBytes : limits.outputBytes
        let flood: Cause? = heard.contents.withLock { heard in
            heard.counts[way.rawValue] += bytes.count
            guard heard.cause == .ended else { return nil }
            switch way {
            case .prints: heard.reader.take(printed: bytes)
            case .records: heard.reader.take(recorded: bytes)
            // The first megabyte; the rest is read and dropped, so that the child is never blocked.
            case .errors: if heard.errors.count < 1 << 20 { heard.errors += bytes }
            }
            if heard.reader.recorded > limits.records { return .recorded }
            return heard.counts[way.rawValue] > most ? .flooded(bytes: most) : nil
        }
        if let flood { stop(child, for: flood, heard) }
    }

    /// The first cause counts.
    private func stop<Input>(
        _ child: Execution<Input, SequenceOutput, SequenceOutput>, for cause: Cause, _ heard: Heard
    ) {
        heard.contents.withLock { if $0.cause == .ended { $0.cause = cause } }
        command.end(child)
    }

    /// How long a process may take to become another program.
    private static let becoming = Duration.seconds(2)

    /// Returns as soon as a limit is reached.
    private func watch(process: Int) async throws -> Cause {
        let end = ContinuousClock.now + .seconds(limits.seconds)
        let before = DiskUse(of: folders)
        if !before.isWhole { return .unmeasured }
        let most = before.bytes + limits.diskMegabytes << 20
        var rounds = 0
        var moreSince: ContinuousClock.Instant?
        while ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
            rounds += 1
            let isThorough = rounds % 5 == 0
            let used = ProcessUse(of: process, isThorough: isThorough)
            if let used, used.megabytes > limits.megabytes { return .tooLarge }
            if let used, used.threads > limits.threads { return .crowded }
            guard isThorough else { continue }
            let onDisk = DiskUse(of: folders, by: used?.processes ?? [], atMost: most)
            if onDisk.bytes > most { return .filled }
            if !onDisk.isWhole { return .unmeasured }
            // One process that is about to become the backtracer is still the lesson, for as long as a busy machine lets it wait.
            // More than one never are.
            let own = command.launchers + 1
            let hasMore = command.helpers.flatMap { used?.hasMore(than: own, besides: $0) } ?? false
            let hasMany = hasMore && command.helpers.flatMap { used?.hasMore(than: own + 1, besides: $0) } ?? false
            if hasMore, let moreSince, hasMany || ContinuousClock.now - moreSince > Self.becoming { return .multiplied }
            moreSince = hasMore ? moreSince ?? ContinuousClock.now : nil
        }
        return .timedOut
    }
}
