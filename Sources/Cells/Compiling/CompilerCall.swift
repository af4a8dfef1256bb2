import Foundation
import Subprocess
import SystemPackage

/// One call of the compiler: ended when it takes too long, and listened to no longer than anybody reads.
struct CompilerCall: Sendable {
    var compiler: String
    var arguments: [String]
    /// Time on a processor, where a launcher can limit it.
    var seconds: Double
    /// How often that time may pass on the clock: a machine that does other things too is no reason to end a compiler.
    var patience = 5.0
    /// What it runs in; nil for nothing but its group.
    var jail: Jail?
    /// Its environment there.
    var environment = Environment.inherit

    enum Outcome: Sendable {
        /// What the compiler said, and whether it made a program.
        case ended(String, isSuccess: Bool)
        case timedOut
        /// A signal ended it: it has no words for what it couldn't do.
        case crashed
    }

    /// A lesson can be wrong in a way that makes the compiler repeat itself without end; the beginning says it all.
    private static let mostBytes = 1 << 20

    /// Where there is no time at all nothing is started.
    func run() async throws -> Outcome {
        guard seconds > 0 else { return .timedOut }
        var options = PlatformOptions()
        // The compiler starts others; all of them end together.
        options.processGroupID = 0
        let seconds = seconds * patience
        let command =
            jail?.command(compiler, arguments, environment)
            ?? ChildCommand(program: compiler, arguments: arguments, environment: environment)
        // While this end is open here, the launcher knows that somebody waits for the compiler.
        let line = try RecordPair()
        let result = try await Subprocess.run(
            .path(FilePath(command.program)), arguments: Arguments(command.arguments), environment: command.environment,
            platformOptions: options, input: .fileDescriptor(line.lessons, closeAfterSpawningProcess: true),
            output: .sequence, error: .combinedWithOutput
        ) { child in
            let watch = Task {
                try await Task.sleep(for: .seconds(seconds))
                command.end(child)
            }
            var bytes: [UInt8] = []
            for try await buffer in child.standardOutput where bytes.count < Self.mostBytes {
                buffer.withUnsafeBytes { bytes += $0 }
            }
            watch.cancel()
            guard case .failure = await watch.result else { return (bytes, timedOut: true) }
            return (bytes, timedOut: false)
        }
        withExtendedLifetime(line) {}
        let signal = Self.signal(result.terminationStatus)
        if result.closureResult.timedOut || signal == SIGXCPU { return .timedOut }
        if signal != nil { return .crashed }
        return .ended(
            String(decoding: result.closureResult.0.prefix(Self.mostBytes), as: UTF8.self),
            isSuccess: result.terminationStatus.isSuccess)
    }

    /// What ended the compiler; a shell that called it says so by 128 and the signal.
    private static func signal(_ status: TerminationStatus) -> Int32? {
        switch status {
        case .signaled(let signal): signal
        case .exited(let code) where (129...192).contains(code): code - 128
        default: nil
        }
    }
}
