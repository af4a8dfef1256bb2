/// What a page points to and what in it can be pointed to.
package struct PageLinks: Codable, Hashable, Sendable {
    /// Addresses as they stand in `href` and `src`, in the order of the page, each once.
    package var targets: [String] = []
    /// The `id` of every element that has one.
    package var anchors: [String] = []

    package init() {}

    /// Reads the attributes of our own pages: double quotes, lower case, entities as the escaper writes them.
    package init(page: [UInt8]) {
        var seenTargets: Set<String> = []
        page.withUnsafeBufferPointer { bytes in
            var position = 0
            var isInTag = false
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "<"): isInTag = true
                case UInt8(ascii: ">"): isInTag = false
                case UInt8(ascii: " ") where isInTag, UInt8(ascii: "\n") where isInTag:
                    for name in Self.names {
                        guard let value = Self.value(of: name, in: bytes, at: position + 1) else { continue }
                        let text = Self.unescaped(String(decoding: bytes[value], as: UTF8.self))
                        if name == Self.id {
                            anchors.append(text)
                        } else if seenTargets.insert(text).inserted {
                            targets.append(text)
                        }
                        position = value.upperBound
                        break
                    }
                case UInt8(ascii: "\"") where isInTag:
                    // The value of another attribute: what looks like a tag inside it is none.
                    position = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
                default: break
                }
                position += 1
            }
        }
    }

    private static let id = Array("id=\"".utf8)
    private static let names = [id, Array("href=\"".utf8), Array("src=\"".utf8)]

    /// Where the value stands when an attribute of that name begins at `start`.
    private static func value(of name: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
        guard bytes[start...].starts(with: name) else { return nil }
        let first = start + name.count
        return bytes[first...].firstIndex(of: UInt8(ascii: "\"")).map { first..<$0 }
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
    }
}
