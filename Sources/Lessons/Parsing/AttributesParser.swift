/// Reads `{#label .class key=value key="a value"}`. Anything else between braces is text.
enum AttributesParser {
    static func parse(_ bytes: [UInt8], at position: Int, _ limit: Int) -> (Attributes, end: Int)? {
        guard position < limit, bytes[position] == ASCII.openingBrace else { return nil }
        // Braces with more between them are text.
        let limit = min(limit, position + 4000)
        var attributes = Attributes()
        var next = position + 1
        while next < limit {
            switch bytes[next] {
            case ASCII.closingBrace: return attributes.isEmpty ? nil : (attributes, next + 1)
            case let byte where byte.isWhitespace: next += 1
            case ASCII.hash, ASCII.period:
                let name = word(bytes, next + 1, limit)
                guard !name.isEmpty else { return nil }
                if bytes[next] == ASCII.hash { attributes.label = name.text } else { attributes.classes.append(name.text) }
                next = name.endIndex
            default:
                let key = word(bytes, next, limit)
                guard !key.isEmpty, key.endIndex < limit, bytes[key.endIndex] == ASCII.equals else { return nil }
                guard let value = value(bytes, key.endIndex + 1, limit) else { return nil }
                attributes.values[key.text] = value.text
                next = value.end
            }
        }
        return nil
    }

    private static func word(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> ArraySlice<UInt8> {
        bytes[start..<limit].prefix { byte in
            byte.isLetter || byte.isDigit || byte.isBeyondASCII || byte == ASCII.minus || byte == ASCII.underscore
                || byte == ASCII.colon || byte == ASCII.period
        }
    }

    private static func value(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (text: String, end: Int)? {
        guard start < limit else { return nil }
        let quote = bytes[start]
        guard quote == ASCII.quote || quote == ASCII.apostrophe else {
            let bare = bytes[start..<limit].prefix { !$0.isWhitespace && $0 != ASCII.closingBrace }
            return bare.isEmpty ? nil : (bare.text, bare.endIndex)
        }
        var content: [UInt8] = []
        var position = start + 1
        while position < limit, bytes[position] != quote {
            // Only the quote itself needs a backslash: expressions keep theirs.
            if bytes[position] == ASCII.backslash, position + 1 < limit, bytes[position + 1] == quote { position += 1 }
            content.append(bytes[position])
            position += 1
        }
        return position < limit ? (String(decoding: content, as: UTF8.self), position + 1) : nil
    }
}
