/// What marks a record as the running lesson's own: 32 hexadecimal digits, new for every run. Printed text can't guess them.
@_documentation(visibility: internal)
public struct RecordKey: Hashable, Sendable {
    public static let length = 32

    /// The digits, as they stand before a record.
    public let bytes: [UInt8]

    /// A key of the system's random numbers.
    public init() {
        let digits = Array("0123456789abcdef".utf8)
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<Self.length).map { _ in digits[Int.random(in: 0..<16, using: &generator)] }
    }

    /// nil unless there are as many bytes as a key has.
    public init?(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        if self.bytes.count != Self.length { return nil }
    }

    /// What the lesson puts among its prints where a record stands, and on standard error where a cell begins.
    public var mark: [UInt8] { [0x1E] + bytes + [0x0A] }
}
