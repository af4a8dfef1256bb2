import Exhibits

/// HTML as its tags and the text between them, read as a browser would, in one pass. Comments and declarations are nothing.
struct ForeignHTML: Sequence, IteratorProtocol {
    struct StartTag {
        var name: String
        /// With references in the values replaced.
        var attributes: [(name: String, value: String)] = []
        var closesItself = false
    }

    enum Piece {
        case text(String)
        case start(StartTag)
        case end(String)
    }

    private var rest: Substring.UTF8View

    init(_ html: String) { rest = Substring(html).utf8 }

    mutating func next() -> Piece? {
        while let first = rest.first {
            guard first == UInt8(ascii: "<") else {
                return .text(HTMLReferences.replaced(take { $0 != UInt8(ascii: "<") }))
            }
            switch rest.dropFirst().first {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): skipComment()
            case UInt8(ascii: "/"):
                rest.removeFirst(2)
                let name = takeName()
                _ = take { $0 != UInt8(ascii: ">") }
                rest = rest.dropFirst()
                if !name.isEmpty { return .end(name) }
            case .some(let next) where Self.isLetter(next):
                rest.removeFirst()
                return .start(startTag())
            default:
                rest.removeFirst()
                return .text("<")
            }
        }
        return nil
    }

    private mutating func skipComment() {
        guard rest.starts(with: "<!--".utf8) else {
            _ = take { $0 != UInt8(ascii: ">") }
            rest = rest.dropFirst()
            return
        }
        rest.removeFirst(4)
        while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest.removeFirst() }
        rest = rest.dropFirst(3)
    }

    private mutating func startTag() -> StartTag {
        var tag = StartTag(name: takeName())
        while true {
            _ = take { Self.isBlank($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "=") }
            guard let next = rest.first else { return tag }
            if next == UInt8(ascii: ">") {
                rest.removeFirst()
                return tag
            }
            if next == UInt8(ascii: "/") {
                rest.removeFirst()
                tag.closesItself = rest.first == UInt8(ascii: ">")
                continue
            }
            let name = take {
                !Self.isBlank($0) && ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains($0)
            }
            _ = take(Self.isBlank)
            var value = ""
            if rest.first == UInt8(ascii: "=") {
                rest.removeFirst()
                value = takeValue()
            }
            tag.attributes.append((name.lowercased(), value))
        }
    }

    private mutating func takeValue() -> String {
        _ = take(Self.isBlank)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return HTMLReferences.replaced(take { !Self.isBlank($0) && $0 != UInt8(ascii: ">") })
        }
        rest.removeFirst()
        let value = take { $0 != quote }
        rest = rest.dropFirst()
        return HTMLReferences.replaced(value)
    }

    private mutating func takeName() -> String {
        take { Self.isLetter($0) || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-") }.lowercased()
    }

    private mutating func take(_ belongs: (UInt8) -> Bool) -> String {
        let part = rest.prefix(while: belongs)
        rest = rest[part.endIndex...]
        return String(Substring(part))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

/// References to characters in HTML: by number, and the names that are used in lessons. An unknown name stays as it is written.
enum HTMLReferences {
    private static let reference = Pattern(/&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]+));/)

    static func replaced(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing(Self.reference.regex) { match -> String in
            if let name = match.3 { return names[String(name)] ?? String(match.0) }
            let code = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
            return String(code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
        }
    }

    private static let names = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}", "ensp": "\u{2002}",
        "emsp": "\u{2003}", "thinsp": "\u{2009}", "ndash": "–", "mdash": "—", "hellip": "…", "middot": "·", "times": "×",
        "minus": "−", "plusmn": "±", "deg": "°", "le": "≤", "ge": "≥", "ne": "≠", "rarr": "→", "larr": "←", "copy": "©",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "infin": "∞", "sum": "∑",
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eta": "η", "sigma": "σ", "partial": "∂", "part": "∂",
    ]
}
