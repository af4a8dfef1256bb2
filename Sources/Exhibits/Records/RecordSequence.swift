import Foundation

/// Records on their way from a lesson's process: each is a line of its key and one JSON value, on a channel of its own.
@_documentation(visibility: internal)
public enum RecordSequence {
    /// Names the environment variable by which a program learns that its standard input is that channel, and its value.
    public static let variable = (name: "LECTERN_RECORDS", value: "0")

    /// The bytes of one record, ready to be written.
    public static func encoded(_ record: Record, key: RecordKey) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        encoder.userInfo = NumbersAsBits.userInfo
        return try key.bytes + encoder.encode(record) + [0x0A]
    }

    /// One JSON value without its key and line feed.
    public static func decoded(_ bytes: some Sequence<UInt8>) throws -> Record {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(Record.self, from: Data(bytes))
    }
}
