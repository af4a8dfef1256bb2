/// The bytes that mean something in Markdown, by name.
enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let exclamation = UInt8(ascii: "!")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let percent = UInt8(ascii: "%")
    static let dollar = UInt8(ascii: "$")
    static let apostrophe = UInt8(ascii: "'")
    static let openingParenthesis = UInt8(ascii: "(")
    static let closingParenthesis = UInt8(ascii: ")")
    static let minus = UInt8(ascii: "-")
    static let period = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let less = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greater = UInt8(ascii: ">")
    static let at = UInt8(ascii: "@")
    static let openingBracket = UInt8(ascii: "[")
    static let backslash = UInt8(ascii: "\\")
    static let closingBracket = UInt8(ascii: "]")
    static let caret = UInt8(ascii: "^")
    static let underscore = UInt8(ascii: "_")
    static let backtick = UInt8(ascii: "`")
    static let openingBrace = UInt8(ascii: "{")
    static let pipe = UInt8(ascii: "|")
    static let closingBrace = UInt8(ascii: "}")
    static let tilde = UInt8(ascii: "~")
    static let asterisk = UInt8(ascii: "*")
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    var isBlank: Bool { self == ASCII.space || self == ASCII.tab }
    var isWhitespace: Bool { isBlank || self == ASCII.lineFeed || self == ASCII.carriageReturn }
    /// A byte of a multi-byte character.
    var isBeyondASCII: Bool { self >= 0x80 }
}

extension ArraySlice<UInt8> {
    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { self.starts(with: $0) }
    }

    /// The slice without blanks and line ends around it.
    var trimmed: ArraySlice<UInt8> {
        drop(while: \.isWhitespace).trimmedEnd
    }

    /// The slice without blanks at its end. Removing from a slice would copy all that is behind it.
    var trimmedEnd: ArraySlice<UInt8> {
        self[startIndex..<(lastIndex { !$0.isWhitespace } ?? startIndex - 1) + 1]
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
