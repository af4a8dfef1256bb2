import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A program of this machine that Lectern itself asks for something: it gets nothing to read and ends in time, with all that it
/// started.
public struct ToolCall: Sendable {
    private let program: String
    private let arguments: [String]
    /// Time on the clock.
    private let seconds: Double
    private let variables: [String: String]

    /// - Parameters:
    ///   - seconds: how long it may take, on the clock.
    ///   - variables: what of its environment differs from the user's.
    public init(_ program: String, _ arguments: [String], seconds: Double, variables: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.seconds = seconds
        self.variables = variables
    }

    /// Whether it could be started and came to a good end.
    public func succeeds() async -> Bool {
        await run(.discarded)?.terminationStatus.isSuccess ?? false
    }

    /// What it wrote to its output, no more than a megabyte; nil where it couldn't be started, failed or came to no end.
    public func output() async -> String? {
        guard let result = await run(.string(limit: 1 << 20)), result.terminationStatus.isSuccess else { return nil }
        return result.standardOutput
    }

    private func run<Output: OutputProtocol>(_ output: Output) async -> ExecutionResult<Void, Output, DiscardedOutput>? {
        var options = PlatformOptions()
        // What it starts ends with it.
        options.processGroupID = 0
        let environment = Environment.inherit.updating(ChildVariables.keyed(variables).mapValues { $0 })
        let command = ChildCommand(program: program, arguments: arguments, environment: environment)
        let watch = Mutex<Task<Void, any Error>?>(nil)
        defer { watch.withLock { $0?.cancel() } }
        return try? await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: environment, platformOptions: options,
            input: .none, output: output, error: .discarded
        ) { child in
            let end = Task {
                try await Task.sleep(for: .seconds(seconds))
                command.end(child)
            }
            watch.withLock { $0 = end }
        }
    }
}
