/// The one home of escaping for HTML, with the same choices as libcmark.
public enum Escape {
    /// Text for element content and for attribute values in double quotes.
    public static func html(_ text: some StringProtocol) -> String { made { append(text, to: &$0) } }

    /// An address for `href` or `src`: what may not stand in a URL is percent-encoded, what is encoded already is left alone.
    public static func address(_ address: some StringProtocol) -> String { made { append(address: address, to: &$0) } }

    /// Text for XML, where some characters may not stand at all (XML 1.0, 2.2): U+FFFD stands in their place.
    static func xml(_ text: some StringProtocol) -> String { made { append(xml: text, to: &$0) } }

    private static func made(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: some StringProtocol, to result: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            default: result.append(byte)
            }
        }
    }

    static func append(xml text: some StringProtocol, to result: inout [UInt8]) {
        if text.unicodeScalars.allSatisfy(isXML) { return append(text, to: &result) }
        append(
            String(String.UnicodeScalarView(text.unicodeScalars.map { isXML($0) ? $0 : "\u{FFFD}" })), to: &result)
    }

    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    static func append(address: some StringProtocol, to result: inout [UInt8]) {
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
