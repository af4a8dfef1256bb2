import Exhibits
import Foundation
import Subprocess

/// Reads both pipes of a running child until it ends, takes too long, or uses or writes too much.
struct ChildReader: Sendable {
    enum Cause: Sendable { case ended, timedOut, flooded, tooLarge }

    /// What was read when the child's output ended.
    struct Ended: Sendable {
        var reader: TranscriptReader
        var cause: Cause
    }

    let limits: Limits
    var hear: @Sendable (RunProgress) -> Void = { _ in }

    func read<Input>(
        _ child: Execution<Input, SequenceOutput, SequenceOutput>
    ) async throws -> (Ended, errors: String) {
        async let errors = text(of: child)
        let watch = Task {
            let cause = try await self.watch(process: Int(child.processIdentifier.value))
            try child.send(signal: .kill, toProcessGroup: true)
            return cause
        }
        var reader = TranscriptReader()
        reader.hear = hear
        var count = 0
        var cause = Cause.ended
        for try await buffer in child.standardOutput {
            count += buffer.count
            if count > limits.outputBytes, cause == .ended {
                cause = .flooded
                try? child.send(signal: .kill, toProcessGroup: true)
            }
            if cause == .ended { buffer.withUnsafeBytes { reader.take($0) } }
        }
        watch.cancel()
        if case .success(let late) = await watch.result, cause == .ended { cause = late }
        let (text, isFlooded) = try await errors
        if isFlooded, cause == .ended { cause = .flooded }
        return (Ended(reader: reader, cause: cause), text)
    }

    /// Returns as soon as a limit is reached.
    private func watch(process: Int) async throws -> Cause {
        let end = ContinuousClock.now + .seconds(limits.seconds)
        while ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
            if let used = Self.megabytes(of: process), used > limits.megabytes { return .tooLarge }
        }
        return .timedOut
    }

    /// How much memory a process occupies; nil where the system doesn't say it this way.
    private static func megabytes(of process: Int) -> Int? {
        // Such a file has no size: it has to be read without asking for it.
        guard let file = FileHandle(forReadingAtPath: "/proc/\(process)/statm"),
            let bytes = try? file.read(upToCount: 256)
        else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        // The parentheses matter: a shift binds tighter than a product.
        return pages.map { ($0 * sysconf(Int32(_SC_PAGESIZE))) >> 20 }
    }

    /// The first megabyte of standard error, and whether there was far too much of it. The rest is read and dropped, so that the
    /// child is never blocked.
    private func text<Input>(
        of child: Execution<Input, SequenceOutput, SequenceOutput>
    ) async throws -> (String, isFlooded: Bool) {
        var bytes: [UInt8] = []
        var count = 0
        for try await buffer in child.standardError {
            if bytes.count < 1 << 20 { buffer.withUnsafeBytes { bytes += $0 } }
            let before = count
            count += buffer.count
            if count > limits.outputBytes, before <= limits.outputBytes { try? child.send(signal: .kill, toProcessGroup: true) }
        }
        return (String(decoding: bytes, as: UTF8.self), count > limits.outputBytes)
    }
}
