import Lessons

/// The classes of Lectern's own pages. By one of them a text of an author could lie over another one, go out of sight or be
/// printed alone, so what a page calls by an author's word has it only where it means nothing there, or what it is made for.
enum OwnClasses {
    /// Whether a class, or the kind of a division, can stand on the page as its author wrote it.
    static func areFree(_ name: String) -> Bool {
        forAuthors.contains(name) || OfferedClass.names.contains(name)
            || !(Attributes.isReserved(name) || styled.contains(name) || name.hasPrefix("katex") || name.hasPrefix("hljs"))
    }

    /// Those that are made for authors.
    private static let forAuthors: Set<String> = [
        "given", "mark", "smallcaps", "underline", "aside", "column-margin", "columns", "center", "choices", "part", "hint",
        "feedback",
        "notes", "lessons", "layout",
    ]

    /// All that a style sheet names.
    private static let styled: Set<String> = {
        let css = PageStylesheet.css + SlidesStylesheet.css + BookStylesheet.css
        var names: Set<String> = []
        var name: [UInt8]?
        for byte in css.utf8 {
            let goesOn = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "-")
            if goesOn || name?.isEmpty == false && byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
                name?.append(byte)
            } else {
                if let name, !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
                name = byte == UInt8(ascii: ".") ? [] : nil
            }
        }
        return names
    }()
}
