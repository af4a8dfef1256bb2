import Foundation

/// RFC 7464 text sequences: each record is `U+001E`, one JSON value, a line feed. Everything between is ordinary print.
public enum RecordSequence {
    public static let separator: UInt8 = 0x1E

    /// The bytes of one record, ready to be written.
    public static func encoded(_ record: Record) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try [separator] + encoder.encode(record) + [0x0A]
    }

    /// One JSON value without its separator and line feed.
    public static func decoded(_ bytes: some Sequence<UInt8>) throws -> Record {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(Record.self, from: Data(bytes))
    }
}
