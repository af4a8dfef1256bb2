/// One tag of HTML: `<img src="a.png" width=300>`, `<b>`, `</b>`.
struct HTMLElement: Hashable, Sendable {
    /// In lower case.
    var name: String
    var isClosing = false
    /// By their names in lower case, with the commonest entities resolved; the first of one name counts.
    var attributes: [String: String] = [:]

    /// Longer tags are nobody's handwriting.
    private static let longest = 2000

    /// Reads a whole tag; nil for comments, addresses and whatever else stands between angle brackets.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count <= Self.longest, bytes.first == ASCII.less, bytes.last == ASCII.greater else { return nil }
        var rest = bytes.dropFirst().dropLast()
        if rest.first == ASCII.slash {
            isClosing = true
            rest = rest.dropFirst()
        }
        let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == ASCII.minus }
        guard name.first?.isLetter == true else { return nil }
        self.name = name.text.lowercased()
        rest = rest[name.endIndex...]
        guard rest.isEmpty || rest.first?.isWhitespace == true || rest.first == ASCII.slash else { return nil }
        while let attribute = Self.attribute(&rest) {
            if attributes[attribute.name] == nil { attributes[attribute.name] = attribute.value }
        }
    }

    private static func attribute(_ rest: inout ArraySlice<UInt8>) -> (name: String, value: String)? {
        rest = rest.drop { $0.isWhitespace || $0 == ASCII.slash }
        let name = rest.prefix { !$0.isWhitespace && $0 != ASCII.equals && $0 != ASCII.slash }
        guard !name.isEmpty else { return nil }
        let key = name.text.lowercased()
        let behind = rest[name.endIndex...].drop(while: \.isWhitespace)
        guard behind.first == ASCII.equals else {
            rest = rest[name.endIndex...]
            return (key, "")
        }
        rest = behind.dropFirst().drop(while: \.isWhitespace)
        guard let quote = rest.first, quote == ASCII.quote || quote == ASCII.apostrophe else {
            let value = rest.prefix { !$0.isWhitespace }
            rest = rest[value.endIndex...]
            return (key, unescaped(value.text))
        }
        let value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        return (key, unescaped(value.text))
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension HTMLElement {
    /// A part of a text: the tags in it, and what stands between them. Nil where something in it is no tag that can be read.
    static func parts(of bytes: ArraySlice<UInt8>) -> [(range: Range<Int>, element: HTMLElement?)]? {
        var parts: [(range: Range<Int>, element: HTMLElement?)] = []
        var unclosed = HTMLTag.Unclosed()
        let all = Array(bytes)
        var position = 0
        var start = 0
        func add(_ range: Range<Int>, _ element: HTMLElement?) {
            guard !range.isEmpty else { return }
            parts.append(((range.lowerBound + bytes.startIndex)..<(range.upperBound + bytes.startIndex), element))
        }
        while position < all.count {
            guard all[position] == ASCII.less,
                let end = HTMLTag.end(in: all, at: position, limit: all.count, unclosed: &unclosed)
            else {
                position += 1
                continue
            }
            guard let element = HTMLElement(all[position..<end]) else {
                guard HTMLTag.isAddress(in: all, at: position, limit: all.count) else { return nil }
                position = end
                continue
            }
            add(start..<position, nil)
            add(position..<end, element)
            position = end
            start = end
        }
        add(start..<all.count, nil)
        return parts
    }
}
