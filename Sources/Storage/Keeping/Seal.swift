/// A digest before the bytes of a kept file, over its name and its content: an entry that decayed, was cut off or stands under
/// another name is as good as none.
///
/// With a secret in it, it also says who kept the entry: a course comes from strangers, and may bring a folder `.lectern` along.
package struct Seal: Sendable {
    private static let length = 32

    /// What nobody else knows; empty where many machines share what they keep.
    private let secret: [UInt8]

    /// For what this user keeps in courses.
    package static let own = Seal(secret: UserCache.secret)
    /// For folders of results that the user names, and shares.
    package static let shared = Seal(secret: [])

    package func closed(_ bytes: some Collection<UInt8>, name: String) -> [UInt8] {
        digest(bytes, name) + [0x0A] + bytes
    }

    /// What was closed under this name; nil when it isn't as it was, or not this user's.
    package func opened(_ bytes: [UInt8], name: String) -> [UInt8]? {
        guard bytes.count > Self.length, bytes[Self.length] == 0x0A else { return nil }
        let content = bytes[(Self.length + 1)...]
        return digest(content, name).elementsEqual(bytes[..<Self.length]) ? Array(content) : nil
    }

    /// The secret goes in twice: from the digest of a text nobody finds that of a longer one.
    private func digest(_ bytes: some Collection<UInt8>, _ name: String) -> [UInt8] {
        let inner = Digest(of: secret + Array(name.utf8) + [0] + bytes).text
        return secret.isEmpty ? Array(inner.utf8) : Array(Digest(of: secret + [1] + Array(inner.utf8)).text.utf8)
    }
}
