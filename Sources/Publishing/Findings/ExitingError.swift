/// An error that ends a command: what it says is worded for the person at the terminal.
public protocol ExitingError: Error, Sendable, CustomStringConvertible {
    /// 2 for something wrong with the course, 64 for a wrong call, 69 for a missing tool.
    var exitCode: Int32 { get }
}
