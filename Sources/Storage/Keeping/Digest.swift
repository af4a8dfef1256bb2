import CNettle

/// What some bytes are, in 32 characters: half a SHA-256, written in hexadecimal.
public struct Digest: Codable, Hashable, Sendable, Comparable, CustomStringConvertible {
    public var text: String

    public init(of bytes: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        let whole = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_SIZE)) { digest in
            digest.initialize(repeating: 0)
            if let start = digest.baseAddress { lectern_sha256(bytes, bytes.count, start) }
            return Array(digest)
        }
        text = String(decoding: whole.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// A digest as it was written down.
    package init(text: String) { self.text = text }

    public init(of text: String) { self.init(of: Array(text.utf8)) }

    /// A digest of named digests, whatever their order.
    public init(of parts: [String: Digest]) {
        self.init(of: parts.keys.sorted().map { "\($0)\u{0}\(parts[$0]?.text ?? "")\u{0}" }.joined())
    }

    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }

    public static func < (a: Digest, b: Digest) -> Bool { a.text < b.text }
}
