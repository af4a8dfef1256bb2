import Exhibits
import Subprocess

/// Reads both pipes of a running child until it ends, takes too long or writes too much.
struct ChildReader: Sendable {
    enum Cause: Sendable { case ended, timedOut, flooded }

    /// What was read when the child's output ended.
    struct Ended: Sendable {
        var reader: TranscriptReader
        var cause: Cause
    }

    let limits: Limits

    func read<Input>(
        _ child: Execution<Input, SequenceOutput, SequenceOutput>
    ) async throws -> (Ended, errors: String) {
        async let errors = text(of: child.standardError)
        let clock = Task {
            try await Task.sleep(for: .seconds(limits.seconds))
            try child.send(signal: .kill, toProcessGroup: true)
            return Cause.timedOut
        }
        var reader = TranscriptReader()
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
        clock.cancel()
        if case .success(let late) = await clock.result, cause == .ended { cause = late }
        return (Ended(reader: reader, cause: cause), try await errors)
    }

    /// The first megabyte of standard error; the rest is read and dropped, so that the child is never blocked.
    private func text(of sequence: SubprocessOutputSequence) async throws -> String {
        var bytes: [UInt8] = []
        for try await buffer in sequence where bytes.count < 1 << 20 { buffer.withUnsafeBytes { bytes += $0 } }
        return String(decoding: bytes, as: UTF8.self)
    }
}
