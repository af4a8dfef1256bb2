/// Why a file that a lesson asks for is there and yet not read.
public struct UnreadableFile: Error, Hashable, Sendable {
    /// Completes "it isn't read: …".
    public var reason: String

    public init(_ reason: String) { self.reason = reason }
}
