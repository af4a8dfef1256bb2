#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A network that can't be built or a sample that doesn't fit: what was found and what to do.
public struct ShapeError: Error, Hashable, CustomStringConvertible {
    public var description: String

    /// Shapes that don't fit, described for the author.
    public init(_ description: String) {
        self.description = description
    }
}

/// An argument that makes no sense where it stands: what it was and what to give instead.
public struct ArgumentError: Error, Hashable, CustomStringConvertible {
    public var description: String

    /// An argument that can't be used, described for the author.
    public init(_ description: String) {
        self.description = description
    }

    /// Throws unless all these numbers are finite.
    static func check(finite numbers: [(name: String, value: Double)]) throws {
        for (name, value) in numbers where !value.isFinite {
            throw ArgumentError("\(name) is \(value); give a finite number")
        }
    }
}

/// Ends the lesson at the author's line: prints `FILE:LINE:COLUMN: error: MESSAGE` to standard error and exits with 65.
///
/// For lesson-facing calls that don't throw. `file`, `line` and `column` are the caller's, which `#sourceLocation` turns
/// into the lesson's.
@_documentation(visibility: internal)
public func stop(_ message: String, file: StaticString, line: UInt, column: UInt) -> Never {
    fflush(nil)
    let text = Array("\(file):\(line):\(column): error: \(message)\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
    exit(65)
}

/// Where the lesson calls something: the place of a finding about what came of it.
@_documentation(visibility: internal)
public struct CallPlace: Sendable {
    public let file: StaticString
    public let line: UInt
    public let column: UInt

    public init(file: StaticString, line: UInt, column: UInt) {
        (self.file, self.line, self.column) = (file, line, column)
    }

    /// The value of `body`, or the end of the lesson here when it throws.
    public func stopping<Value>(_ body: () throws -> Value) -> Value {
        Networks.stopping(file: file, line: line, column: column, body)
    }
}

/// The value of `body`, or the end of the lesson at the caller's line when it throws.
public func stopping<Value>(
    file: StaticString, line: UInt, column: UInt, _ body: () throws -> Value
) -> Value {
    do {
        return try body()
    } catch {
        stop("\(error)", file: file, line: line, column: column)
    }
}
