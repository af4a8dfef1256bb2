/// Text inside an SVG: escaped, and without the characters XML forbids, which would make the whole picture unreadable.
enum XMLText {
    static func escaped(_ text: String) -> String {
        let isClean = text.unicodeScalars.allSatisfy(isAllowed)
        let clean =
            isClean ? text : String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
        return Escape.html(clean)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
