/// The one home of escaping for HTML, with the same choices as libcmark.
public enum Escape {
    /// Text for element content and for attribute values in double quotes.
    public static func html(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// An address for `href` or `src`: what may not stand in a URL is percent-encoded, what is encoded already is left alone.
    public static func address(_ address: some StringProtocol) -> String {
        var result: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "'"): result += "&#x27;".utf8
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                result.append(byte)
            case _ where safe.contains(byte): result.append(byte)
            default:
                result.append(UInt8(ascii: "%"))
                result.append(hexadecimal[Int(byte >> 4)])
                result.append(hexadecimal[Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether following the address could run a script; a course that doesn't allow raw HTML loses such an address.
    public static func isDangerous(_ address: String) -> Bool {
        let lowered = address.lowercased()
        if lowered.hasPrefix("data:") {
            return !["image/png", "image/gif", "image/jpeg", "image/webp"].contains { lowered.dropFirst(5).hasPrefix($0) }
        }
        return ["javascript:", "vbscript:", "file:"].contains { lowered.hasPrefix($0) }
    }

    private static let safe = Array("!#$%()*+,-./:;=?@_~".utf8)
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
