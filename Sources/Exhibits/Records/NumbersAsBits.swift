import Foundation

/// Many numbers on their way to another process or into the cache: the bits of all of them in one text, eight bytes each, the
/// lowest first, in Base64. Ten thousand losses are written and read a hundred times as fast as digit by digit.
///
/// Only an encoder with `userInfo` writes them so; what people and other programs read has lists. Both are read back.
@_documentation(visibility: internal)
public struct NumbersAsBits: Codable, Hashable, Sendable {
    public var numbers: [Double]

    public init(_ numbers: [Double]) { self.numbers = numbers }

    private static let key = CodingUserInfoKey(rawValue: "numbers as bits")

    /// What asks an encoder for bits.
    public static var userInfo: [CodingUserInfoKey: any Sendable] { key.map { [$0: true] } ?? [:] }

    /// - Throws: where there is neither a list of numbers nor a text of whole numbers' bytes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let text = try? container.decode(String.self) else {
            numbers = try container.decode([Double].self)
            return
        }
        guard let data = Data(base64Encoded: text), data.count.isMultiple(of: 8) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "these are no numbers' bytes")
        }
        numbers = data.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map {
                Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)))
            }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard let key = Self.key, encoder.userInfo[key] != nil else { return try container.encode(numbers) }
        var data = Data(capacity: 8 * numbers.count)
        for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        try container.encode(data.base64EncodedString())
    }
}
