/// Packed bytes as they are read. Every step looks whether it stays inside: a damaged file is an error, never a crash.
final class PackedText: Sendable {
    /// Where the value begins.
    let start: Int
    private let bytes: [UInt8]
    private let texts: [String]

    init(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: Packed.mark) else { throw Self.damage }
        self.bytes = bytes
        var position = Packed.mark.count
        let count = try Self.number(in: bytes, at: &position)
        guard count <= bytes.count else { throw Self.damage }
        var texts: [String] = []
        texts.reserveCapacity(Int(count))
        for _ in 0..<count {
            let length = try Self.number(in: bytes, at: &position)
            guard length <= bytes.count - position else { throw Self.damage }
            texts.append(String(decoding: bytes[position..<position + Int(length)], as: UTF8.self))
            position += Int(length)
        }
        self.texts = texts
        start = position
    }

    static var damage: DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "these aren't the packed bytes of such a value"))
    }

    func kind(at position: Int) throws -> PackedKind {
        guard position < bytes.count, let kind = PackedKind(rawValue: bytes[position]) else { throw Self.damage }
        return kind
    }

    func truth(at position: Int) throws -> Bool {
        switch try kind(at: position) {
        case .yes: true
        case .no: false
        default: throw Self.damage
        }
    }

    func integer(at position: Int) throws -> Int64 {
        guard try kind(at: position) == .integer else { throw Self.damage }
        var position = position + 1
        let folded = try Self.number(in: bytes, at: &position)
        return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
    }

    func real(at position: Int) throws -> Double {
        guard try kind(at: position) == .real, bytes.count - position > 8 else { throw Self.damage }
        return Double(bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[position + 1 + $1]) << (8 * UInt64($1)) })
    }

    func text(at position: Int) throws -> String {
        guard try kind(at: position) == .text else { throw Self.damage }
        var position = position + 1
        return try name(at: &position)
    }

    /// A text by its place in the table.
    func name(at position: inout Int) throws -> String {
        let place = try Self.number(in: bytes, at: &position)
        guard place < texts.count else { throw Self.damage }
        return texts[Int(place)]
    }

    /// Where a list or a record has its contents.
    func contents(at position: Int, of kind: PackedKind) throws -> Range<Int> {
        guard try self.kind(at: position) == kind else { throw Self.damage }
        var position = position + 1
        let length = try Self.number(in: bytes, at: &position)
        guard length <= bytes.count - position else { throw Self.damage }
        return position..<position + Int(length)
    }

    /// The first position behind a value.
    func end(at position: Int) throws -> Int {
        let kind = try kind(at: position)
        var next = position + 1
        switch kind {
        case .null, .no, .yes: break
        case .integer, .text: _ = try Self.number(in: bytes, at: &next)
        case .real: next += 8
        case .list, .record: return try contents(at: position, of: kind).upperBound
        }
        guard next <= bytes.count else { throw Self.damage }
        return next
    }

    private static func number(in bytes: [UInt8], at position: inout Int) throws -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw damage
    }
}
