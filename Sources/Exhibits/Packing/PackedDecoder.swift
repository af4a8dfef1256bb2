/// Reads the value at a position.
struct PackedDecoder: Decoder, SingleValueDecodingContainer {
    let text: PackedText
    let position: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(PackedRecord<Key>(text, try text.contents(at: position, of: .record)))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try PackedList(text, text.contents(at: position, of: .list))
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    // MARK: One value

    func decodeNil() -> Bool { (try? text.kind(at: position)) == .null }
    func decode(_ type: Bool.Type) throws -> Bool { try text.truth(at: position) }
    func decode(_ type: String.Type) throws -> String { try text.text(at: position) }
    func decode(_ type: Double.Type) throws -> Double { try text.real(at: position) }
    func decode(_ type: Int.Type) throws -> Int { Int(try text.integer(at: position)) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let integer = type as? any FixedWidthInteger.Type {
            guard let value = integer.init(exactly: try text.integer(at: position)) as? Value else { throw PackedText.damage }
            return value
        }
        if type is Float.Type, let value = Float(try text.real(at: position)) as? Value { return value }
        return try Value(from: self)
    }
}

/// The fields of a record. They are asked for in the order in which they were written, as a rule: so the next one is looked at
/// first, and only then all of them.
private final class PackedRecord<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let text: PackedText
    private let contents: Range<Int>
    private var next: Int

    init(_ text: PackedText, _ contents: Range<Int>) {
        self.text = text
        self.contents = contents
        next = contents.lowerBound
    }

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var position = contents.lowerBound
        while position < contents.upperBound, let name = try? text.name(at: &position), let end = try? text.end(at: position) {
            if let key = Key(stringValue: name) { keys.append(key) }
            position = end
        }
        return keys
    }

    /// Where the value of a field begins; nil when there is no such field.
    private func place(of key: any CodingKey) throws -> Int? {
        let name = key.stringValue
        if next < contents.upperBound {
            var position = next
            if try text.name(at: &position) == name { return position }
        }
        var position = contents.lowerBound
        while position < contents.upperBound {
            if try text.name(at: &position) == name { return position }
            position = try text.end(at: position)
        }
        return nil
    }

    private func field(_ key: any CodingKey) throws -> PackedDecoder {
        guard let position = try place(of: key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "there is no such field"))
        }
        next = try text.end(at: position)
        return PackedDecoder(text: text, position: position)
    }

    func contains(_ key: Key) -> Bool { (try? place(of: key)) != nil }
    func decodeNil(forKey key: Key) throws -> Bool {
        guard let position = try place(of: key) else { return true }
        return try text.kind(at: position) == .null
    }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try field(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try field(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try field(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try field(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try Value(from: field(key)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested>
    { try field(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try field(key).unkeyedContainer() }
    func superDecoder() throws -> any Decoder { try field(SuperKey()) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try field(key) }
}

/// The items of a list.
private struct PackedList: UnkeyedDecodingContainer {
    private let text: PackedText
    private let contents: Range<Int>
    private var next: Int
    private(set) var currentIndex = 0

    init(_ text: PackedText, _ contents: Range<Int>) {
        self.text = text
        self.contents = contents
        next = contents.lowerBound
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    var isAtEnd: Bool { next >= contents.upperBound }

    private mutating func item() throws -> PackedDecoder {
        guard !isAtEnd else { throw PackedText.damage }
        let decoder = PackedDecoder(text: text, position: next)
        next = try text.end(at: next)
        currentIndex += 1
        return decoder
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, try text.kind(at: next) == .null else { return false }
        _ = try item()
        return true
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try item().decode(type) }
    mutating func decode(_ type: String.Type) throws -> String { try item().decode(type) }
    mutating func decode(_ type: Double.Type) throws -> Double { try item().decode(type) }
    mutating func decode(_ type: Int.Type) throws -> Int { try item().decode(type) }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: item()) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try item().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try item().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try item() }
}
