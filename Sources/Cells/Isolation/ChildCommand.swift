import Subprocess

/// Where no launcher limits a program, the shell does.
enum LimitedShell {
    static let program = "/bin/sh"

    /// The shell's arguments for a program that may take so many seconds on processors.
    static func arguments(_ seconds: Int, _ program: String, _ arguments: [String]) -> [String] {
        ["-c", "ulimit -t \(seconds); exec \"$0\" \"$@\"", program] + arguments
    }
}

/// How a child process is started.
struct ChildCommand: Sendable {
    var program: String
    var arguments: [String]
    var environment: Environment = .inherit
    /// Whether it is the launcher, which ends all that the program started.
    var isGuarded = false
    /// How many processes start and guard the program.
    var launchers = 0
    /// Where the programs lie that it may start; nil where it may start any.
    var helpers: [String]?

    /// Ends the child with all that it started. The launcher wants to be asked: killed, it could end nobody else.
    func end<Input, Output, Errors>(_ child: Execution<Input, Output, Errors>) {
        try? child.send(signal: isGuarded ? .terminate : .kill, toProcessGroup: true)
    }
}
