/// A place in a file the author wrote: what `lessons/06.md:41:12` says.
///
/// Lines and columns count from 1; columns count UTF-8 bytes, as Swift's compiler and libcmark do.
@_documentation(visibility: internal)
public struct Place: Codable, Hashable, Sendable, Comparable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { "\(file):\(line):\(column)" }

    public static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}
