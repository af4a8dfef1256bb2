/// A digest before the bytes of a kept file, over its name and its content: an entry that decayed, was cut off or stands under
/// another name is as good as none.
enum Seal {
    private static let length = 32

    static func closed(_ bytes: some Collection<UInt8>, name: String) -> [UInt8] {
        digest(bytes, name) + [0x0A] + bytes
    }

    /// What was closed under this name; nil when it isn't as it was.
    static func opened(_ bytes: [UInt8], name: String) -> [UInt8]? {
        guard bytes.count > length, bytes[length] == 0x0A else { return nil }
        let content = bytes[(length + 1)...]
        return digest(content, name).elementsEqual(bytes[..<length]) ? Array(content) : nil
    }

    private static func digest(_ bytes: some Collection<UInt8>, _ name: String) -> [UInt8] {
        Array(Digest(of: Array(name.utf8) + [0] + bytes).text.utf8)
    }
}
