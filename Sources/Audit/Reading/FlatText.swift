/// The notes as one text without code, comments and macros, each byte with the place it comes from.
struct FlatText {
    private(set) var bytes: [UInt8] = []
    private(set) var origins: [Origin] = []
    /// Where headings stand: symbols of one letter mean something new behind them.
    private(set) var headings: [Int] = []

    var count: Int { bytes.count }

    mutating func append(_ byte: UInt8, from origin: Origin) {
        bytes.append(byte)
        origins.append(origin)
    }

    mutating func append(_ text: StaticString, from origin: Origin) {
        text.withUTF8Buffer { for byte in $0 { append(byte, from: origin) } }
    }

    mutating func markHeading() { if headings.last != bytes.count { headings.append(bytes.count) } }

    /// Forgets all that was read: it was a preamble.
    mutating func restart() { self = FlatText() }

    /// The section that a position belongs to.
    func section(of position: Int) -> Int {
        var (low, high) = (0, headings.count)
        while low < high {
            let middle = (low + high) / 2
            if headings[middle] <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Bytes with their origins, on their way to the flat text.
struct Piece {
    var bytes: [UInt8]
    var origins: [Origin]

    init(bytes: [UInt8] = [], origins: [Origin] = []) {
        self.bytes = bytes
        self.origins = origins
    }

    init(_ bytes: [UInt8], file: Int) {
        self.bytes = bytes
        origins = bytes.indices.map { Origin(file: Int32(file), offset: Int32($0)) }
    }

    subscript(range: Range<Int>) -> Piece { Piece(bytes: Array(bytes[range]), origins: Array(origins[range])) }

    mutating func append(_ other: Piece) {
        bytes += other.bytes
        origins += other.origins
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
