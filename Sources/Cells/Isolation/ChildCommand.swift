import Subprocess

/// How a child process is started.
struct ChildCommand: Sendable {
    var program: String
    var arguments: [String]
    var environment: Environment = .inherit
    /// Whether it is the launcher, which ends all that the program started.
    var isGuarded = false

    /// Ends the child with all that it started. The launcher wants to be asked: killed, it could end nobody else.
    func end<Input, Output, Errors>(_ child: Execution<Input, Output, Errors>) {
        try? child.send(signal: isGuarded ? .terminate : .kill, toProcessGroup: true)
    }
}
