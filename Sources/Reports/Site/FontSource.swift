import Exhibits

/// The declaration in a style sheet that says where a font's file is.
struct FontSource {
    /// The file in WOFF2, by its name.
    var file: String
    /// Where the declaration stands.
    var range: Range<Int>

    /// The first one from a position on.
    init?(in css: [UInt8], from start: Int) {
        let property = Array("src:".utf8)
        let address = Array("url(fonts/".utf8)
        let ending = Array(".woff2)".utf8)
        var start = start
        while let place = css.place(of: property, from: start) {
            start = place + property.count
            let value = css[start...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            guard value.starts(with: address) else { continue }
            let name = value.dropFirst(address.count).prefix(while: Self.isName)
            let rest = css[name.endIndex...]
            guard !name.isEmpty, rest.starts(with: ending) else { continue }
            file = String(decoding: name, as: UTF8.self) + ".woff2"
            let end = rest.firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "}") } ?? css.endIndex
            range = place..<end
            return
        }
        return nil
    }

    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
