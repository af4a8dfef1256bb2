/// A network that can't be stored, or a file that can't be read as one: what was found and what to do.
public struct StorageError: Error, Hashable, CustomStringConvertible {
    public var description: String

    /// A file that can't be read, described for the author.
    public init(_ description: String) {
        self.description = description
    }
}
