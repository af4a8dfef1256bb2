/// A value in few bytes that are quickly read: what the cache keeps, and what a lesson's program is handed.
///
/// A build in which nothing changed reads a record for every lesson; as JSON, that was a third of its time. The bytes are a
/// table of all texts, each once, and the value: one byte that says what follows, numbers in seven bits to a byte, and before
/// lists and records their length, so that what isn't asked for is passed over. Records know their fields by name, as in JSON:
/// a field more or less is no damage.
package enum Packed {
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let node = PackedNode()
        try value.encode(to: PackedEncoder(node: node))
        var writer = PackedWriter()
        writer.write(node)
        return writer.whole
    }

    /// - Throws: `DecodingError` for anything but what `bytes(of:)` gave for such a value.
    package static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let text = try PackedText(bytes)
        return try Value(from: PackedDecoder(text: text, position: text.start))
    }

    /// What the bytes begin with; another form gets another one.
    static let mark = Array("lectern 1\n".utf8)
}

/// What a value begins with.
enum PackedKind: UInt8 {
    case null, no, yes, integer, real, text, list, record
}

/// A value on its way to bytes.
final class PackedNode {
    enum Content {
        case null
        case truth(Bool)
        case integer(Int64)
        case real(Double)
        case text(String)
        case list([PackedNode])
        case record([(name: String, node: PackedNode)])
    }

    var content = Content.null
}

/// Nodes written one after the other.
struct PackedWriter {
    private var places: [String: Int] = [:]
    private var texts: [UInt8] = []
    private var body: [UInt8] = []

    /// The table of texts and the value.
    var whole: [UInt8] { Packed.mark + Self.number(UInt64(places.count)) + texts + body }

    mutating func write(_ node: PackedNode) {
        switch node.content {
        case .null: append(.null)
        case .truth(let isTrue): append(isTrue ? .yes : .no)
        case .integer(let value):
            append(.integer)
            body += Self.number(UInt64(bitPattern: value << 1 ^ value >> 63))
        case .real(let value):
            append(.real)
            withUnsafeBytes(of: value.bitPattern.littleEndian) { body += $0 }
        case .text(let text):
            append(.text)
            body += Self.number(place(of: text))
        case .list(let nodes):
            append(.list)
            measured { writer in
                for node in nodes { writer.write(node) }
            }
        case .record(let fields):
            append(.record)
            measured { writer in
                for (name, node) in fields {
                    writer.body += Self.number(writer.place(of: name))
                    writer.write(node)
                }
            }
        }
    }

    private mutating func append(_ kind: PackedKind) { body.append(kind.rawValue) }

    /// What `write` appends, with its length before it.
    private mutating func measured(_ write: (inout PackedWriter) -> Void) {
        let start = body.count
        write(&self)
        body.insert(contentsOf: Self.number(UInt64(body.count - start)), at: start)
    }

    private mutating func place(of text: String) -> UInt64 {
        if let known = places[text] { return UInt64(known) }
        let place = places.count
        places[text] = place
        texts += Self.number(UInt64(text.utf8.count)) + Array(text.utf8)
        return UInt64(place)
    }

    private static func number(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
