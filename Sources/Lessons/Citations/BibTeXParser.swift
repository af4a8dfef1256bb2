import Exhibits

/// Reads BibTeX: entries with braced, quoted or bare values, `@string` abbreviations, `#` between values, comments between
/// entries.
struct BibTeXParser {
    private let text: LocatedText
    private let bytes: [UInt8]
    private var position = 0
    private var abbreviations: [String: String] = [:]

    init(_ text: String, file: Int) {
        self.text = LocatedText(text, file: file)
        bytes = self.text.bytes
    }

    mutating func works(with lifting: inout Lifting) -> [Work] {
        var works: [Work] = []
        while let at = bytes[position...].firstIndex(of: ASCII.at) {
            position = at + 1
            let type = word().lowercased()
            skipBlanks()
            guard !type.isEmpty, current == ASCII.openingBrace || current == ASCII.openingParenthesis else { continue }
            if type == "comment" || type == "preamble" {
                _ = braced()
                continue
            }
            position += 1
            if let work = entry(type) {
                works.append(work)
            } else if type != "string" {
                lifting.report(
                    "broken-bibliography", at: text.origin(at: at), length: type.utf8.count + 1,
                    "this entry can't be read; write @\(type){key, field = {value}, …} with all braces closed")
            }
        }
        return works
    }

    /// The rest of an entry behind its opening brace. `@string` fills the abbreviations and gives none.
    private mutating func entry(_ type: String) -> Work? {
        skipBlanks()
        var key = ""
        if type != "string" {
            // A key holds no brace and no at-sign: what runs into one is no entry, and the next begins there.
            let end = bytes[position...].firstIndex { Self.endsKey($0) || $0.isWhitespace }
            guard let end, bytes[end] != ASCII.openingBrace, bytes[end] != ASCII.at else { return nil }
            key = bytes[position..<end].text
            position = end
            skipBlanks()
            if current == UInt8(ascii: ",") { position += 1 }
        }
        var fields: [String: String] = [:]
        while true {
            skipBlanks()
            guard let byte = current else { return nil }
            if byte == ASCII.closingBrace || byte == ASCII.closingParenthesis {
                position += 1
                break
            }
            let name = word().lowercased()
            skipBlanks()
            guard !name.isEmpty, current == ASCII.equals, fields.count < Self.mostFields else { return nil }
            position += 1
            guard let value = value() else { return nil }
            if type == "string" { abbreviations[name] = value } else { fields[name] = value }
            skipBlanks()
            if current == UInt8(ascii: ",") { position += 1 }
        }
        guard type != "string", !key.isEmpty else { return nil }
        let names = fields["author"] ?? fields["editor"] ?? ""
        return Work(
            key: key, type: type, fields: fields.mapValues(BibTeXText.plain), authors: BibTeXText.names(in: names))
    }

    /// One value or several joined by `#`.
    private mutating func value() -> String? {
        var result = ""
        repeat {
            skipBlanks()
            switch current {
            case ASCII.openingBrace:
                guard let inside = braced() else { return nil }
                result += inside
            case ASCII.quote:
                guard let inside = quoted() else { return nil }
                result += inside
            default:
                let bare = word()
                guard !bare.isEmpty else { return nil }
                result += abbreviations[bare.lowercased()] ?? bare
            }
            // An abbreviation of abbreviations doubles with every line that defines one.
            guard result.utf8.count <= Self.longestValue else { return nil }
            skipBlanks()
        } while skip(ASCII.hash)
        return result
    }

    private mutating func braced() -> String? {
        let start = position + 1
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case ASCII.backslash: position += 1
            case ASCII.openingBrace,
                ASCII.openingParenthesis where depth == 0 && position == start - 1:
                depth += 1
            case ASCII.closingBrace: depth -= 1
            default: break
            }
            // A backslash may be the last byte there is.
            position = min(position + 1, bytes.count)
            if depth == 0 { return bytes[start..<max(start, position - 1)].text }
        }
        return nil
    }

    private mutating func quoted() -> String? {
        let start = position + 1
        var depth = 0
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case ASCII.backslash: position += 1
            case ASCII.openingBrace: depth += 1
            case ASCII.closingBrace: depth -= 1
            case ASCII.quote where depth == 0:
                defer { position += 1 }
                return bytes[start..<position].text
            default: break
            }
            position = min(position + 1, bytes.count)
        }
        return nil
    }

    /// No title and no list of authors is longer.
    static let longestValue = 20_000
    private static let mostFields = 1000

    private static func endsKey(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == ASCII.closingBrace || byte == ASCII.openingBrace || byte == ASCII.at
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = current, byte.isWhitespace { position += 1 }
    }

    private mutating func word() -> String {
        let word = bytes[position...].prefix { byte in
            byte.isLetter || byte.isDigit || byte.isBeyondASCII || "-_:./+".utf8.contains(byte)
        }
        position = word.endIndex
        return word.text
    }
}
