/// Puts a value into a node.
struct PackedEncoder: Encoder, SingleValueEncodingContainer {
    let node: PackedNode

    var codingPath: [any CodingKey] { [] }
    /// Long lists of numbers are kept as their bits.
    var userInfo: [CodingUserInfoKey: Any] { NumbersAsBits.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .record = node.content {} else { node.content = .record([]) }
        return KeyedEncodingContainer(PackedFields<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.content = .list([])
        return PackedItems(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    // MARK: One value

    func encodeNil() { node.content = .null }
    func encode(_ value: Bool) { node.content = .truth(value) }
    func encode(_ value: String) { node.content = .text(value) }
    func encode(_ value: Double) { node.content = .real(value) }
    func encode(_ value: Int) { node.content = .integer(Int64(value)) }

    func encode(_ value: some Encodable) throws {
        if let number = value as? any BinaryInteger {
            guard let exact = Int64(exactly: number) else {
                throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "an integer beyond 64 bits"))
            }
            node.content = .integer(exact)
        } else if let number = value as? Float {
            node.content = .real(Double(number))
        } else {
            try value.encode(to: self)
        }
    }
}

/// The fields of a record.
private struct PackedFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: PackedNode

    var codingPath: [any CodingKey] { [] }

    private func added(_ key: any CodingKey) -> PackedNode {
        let field = PackedNode()
        guard case .record(var fields) = node.content else { return field }
        node.content = .null
        fields.append((key.stringValue, field))
        node.content = .record(fields)
        return field
    }

    func encodeNil(forKey key: Key) { PackedEncoder(node: added(key)).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) { PackedEncoder(node: added(key)).encode(value) }
    func encode(_ value: String, forKey key: Key) { PackedEncoder(node: added(key)).encode(value) }
    func encode(_ value: Double, forKey key: Key) { PackedEncoder(node: added(key)).encode(value) }
    func encode(_ value: Int, forKey key: Key) { PackedEncoder(node: added(key)).encode(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try PackedEncoder(node: added(key)).encode(value) }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        PackedEncoder(node: added(key)).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        PackedEncoder(node: added(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { PackedEncoder(node: added(SuperKey())) }
    func superEncoder(forKey key: Key) -> any Encoder { PackedEncoder(node: added(key)) }
}

/// The items of a list.
private struct PackedItems: UnkeyedEncodingContainer {
    let node: PackedNode
    private(set) var count = 0

    init(node: PackedNode) { self.node = node }

    var codingPath: [any CodingKey] { [] }

    private mutating func added() -> PackedNode {
        let item = PackedNode()
        guard case .list(var items) = node.content else { return item }
        node.content = .null
        items.append(item)
        node.content = .list(items)
        count += 1
        return item
    }

    mutating func encodeNil() { PackedEncoder(node: added()).encodeNil() }
    mutating func encode(_ value: Bool) { PackedEncoder(node: added()).encode(value) }
    mutating func encode(_ value: String) { PackedEncoder(node: added()).encode(value) }
    mutating func encode(_ value: Double) { PackedEncoder(node: added()).encode(value) }
    mutating func encode(_ value: Int) { PackedEncoder(node: added()).encode(value) }
    mutating func encode(_ value: some Encodable) throws { try PackedEncoder(node: added()).encode(value) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        PackedEncoder(node: added()).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        PackedEncoder(node: added()).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { PackedEncoder(node: added()) }
}

/// What a class calls its superclass's part.
struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }

    init() {}
    init?(stringValue: String) {}
    init?(intValue: Int) { nil }
}
