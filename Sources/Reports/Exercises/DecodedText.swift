/// A file's bytes as its readers see them: references of HTML, escapes of JSON and percent signs of addresses replaced by what
/// they stand for, each with the place it came from.
struct DecodedText {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [Int] = []

    /// - Parameter tags: whether what stands between `<` and `>` is part of the text.
    init(_ source: [UInt8], tags: Bool) {
        bytes.reserveCapacity(source.count)
        offsets.reserveCapacity(source.count)
        var position = 0
        while position < source.count {
            if !tags, source[position] == UInt8(ascii: "<"), let end = Self.tagEnd(source, position) {
                // What stands in two cells or paragraphs is no one number or word.
                if Self.separates(source[position..<end]) {
                    bytes.append(UInt8(ascii: " "))
                    offsets.append(position)
                }
                position = end
                continue
            }
            let (replacement, length) = Self.decoded(source, position)
            for byte in replacement {
                bytes.append(byte)
                offsets.append(position)
            }
            position += length
        }
    }

    /// Behind a tag; nil for a sign that begins none.
    private static func tagEnd(_ source: [UInt8], _ start: Int) -> Int? {
        guard start + 1 < source.count else { return nil }
        let next = source[start + 1]
        let opens =
            next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            || (next | 0x20) >= UInt8(ascii: "a") && (next | 0x20) <= UInt8(ascii: "z")
        return opens ? source[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } : nil
    }

    /// Whether a tag begins or ends something that stands by itself on the page.
    private static func separates(_ tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { $0 > UInt8(ascii: " ") && !"/>".utf8.contains($0) }
        return blocks.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    private static let blocks: Set = [
        "td", "th", "tr", "li", "dt", "dd", "p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "option", "summary",
        "figcaption", "caption", "pre", "section", "text", "title", "desc",
    ]

    /// What stands at a place, and how many bytes say it.
    private static func decoded(_ source: [UInt8], _ position: Int) -> ([UInt8], Int) {
        let rest = source[position...]
        switch source[position] {
        case UInt8(ascii: "&"):
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { break }
            let name = String(decoding: rest[(position + 1)..<end], as: UTF8.self)
            let length = end - position + 1
            if name.hasPrefix("#x") || name.hasPrefix("#X"), let code = UInt32(name.dropFirst(2), radix: 16) {
                return (utf8(code), length)
            }
            if name.hasPrefix("#"), let code = UInt32(name.dropFirst()) { return (utf8(code), length) }
            return ([UInt8(ascii: " ")], length)
        case UInt8(ascii: "\\"):
            guard let next = rest.dropFirst().first else { break }
            if next == UInt8(ascii: "u"),
                let code = UInt32(String(decoding: rest.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
            {
                return (utf8(code), 6)
            }
            if "ntr\"\\/bf".utf8.contains(next) { return ([UInt8(ascii: " ")], next == UInt8(ascii: "\\") ? 1 : 2) }
        case UInt8(ascii: "%"):
            let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
            if digits.utf8.count == 2, let byte = UInt8(digits, radix: 16) { return ([byte], 3) }
        default: break
        }
        return ([source[position]], 1)
    }

    private static func utf8(_ code: UInt32) -> [UInt8] {
        Array(String(UnicodeScalar(code) ?? " ").utf8)
    }
}
