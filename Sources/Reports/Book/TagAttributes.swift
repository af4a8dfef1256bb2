/// The attributes of our own pages' tags: double quotes, lower case, entities as the escaper writes them.
enum TagAttributes {
    /// The text with every attribute's value as `change` gives it; nil takes the attribute away.
    static func rewritten(_ html: some Sequence<UInt8>, _ change: (_ name: String, _ value: String) -> String?) -> String {
        let bytes = Array(html)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        var position = 0
        var isInTag = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "<") { isInTag = true }
            if byte == UInt8(ascii: ">") { isInTag = false }
            guard isInTag, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n"),
                let equals = bytes[(position + 1)...].firstIndex(where: { !isNamePart($0) }), equals + 1 < bytes.count,
                bytes[equals] == UInt8(ascii: "="), bytes[equals + 1] == UInt8(ascii: "\""),
                let end = bytes[(equals + 2)...].firstIndex(of: UInt8(ascii: "\""))
            else {
                result.append(byte)
                position += 1
                continue
            }
            let name = String(decoding: bytes[(position + 1)..<equals], as: UTF8.self)
            if let value = change(name, String(decoding: bytes[(equals + 2)..<end], as: UTF8.self)) {
                result.append(byte)
                result += Array("\(name)=\"\(value)\"".utf8)
            }
            position = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
    }
}
