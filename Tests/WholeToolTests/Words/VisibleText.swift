import Foundation

@testable import Reports

/// What a reader sees or hears of a file, piece by piece.
struct VisibleText {
    var text: String
    /// The elements it stands in, for messages.
    var place: String

    /// Attributes that are shown or read out, and those in which the page keeps its scripts' words.
    private static let spoken: Set<String> = [
        "alt", "title", "placeholder", "aria-label", "aria-valuetext", "aria-roledescription", "summary", "data-label",
        "data-theme",
        "data-auto", "data-light", "data-dark", "data-copy", "data-copied", "data-code", "data-wide", "data-results",
        "data-nothing", "data-notes", "data-checking", "data-right", "data-nearly", "data-wrong", "data-together", "data-empty",
        "data-unreadable", "data-back", "data-on", "data-drawing",
    ]
    private static let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "base", "wbr", "source", "col"]

    /// The texts of HTML or XML: all text but code, and the attributes above.
    static func pieces(ofPage html: String) -> [VisibleText] {
        var found: [VisibleText] = []
        var open: [(name: String, isSilent: Bool)] = []
        var place: String { open.suffix(4).map(\.name).joined(separator: "/") }
        for piece in IteratorSequence(ForeignHTML(html)) {
            switch piece {
            case .text(let text):
                if !open.contains(where: \.isSilent) { found.append(VisibleText(text: text, place: place)) }
            case .start(let tag):
                // Between a script's tags nothing is a tag.
                if let last = open.last, last.name == "script" || last.name == "style" { continue }
                for (name, value) in tag.attributes where spoken.contains(name) && !open.contains(where: \.isSilent) {
                    found.append(VisibleText(text: value, place: "\(place)/\(tag.name)@\(name)"))
                }
                guard !void.contains(tag.name), !tag.closesItself else { continue }
                open.append((tag.name, isSilent(tag)))
            case .end(let name):
                guard let start = open.lastIndex(where: { $0.name == name }) else { continue }
                open.removeSubrange(start...)
            }
        }
        return found
    }

    /// Code is the author's, a formula's TeX stands beside what is seen of it, and a file's name is a name.
    private static func isSilent(_ tag: ForeignHTML.StartTag) -> Bool {
        let classes = tag.attributes.first { $0.name == "class" }?.value.split(separator: " ") ?? []
        switch tag.name {
        case "script", "style", "code", "annotation": return true
        // What a cell printed, and what the compiler and the system say of one that fails, is the program's.
        case "pre": return true
        case "a": return classes.contains("numbers-file")
        default: return false
        }
    }

    /// The texts of a Markdown report: its lines without code, formulas, addresses; drawings as a page's.
    static func pieces(ofMarkdown text: String) -> [VisibleText] {
        let shown = text.replacing(/(?s)```.*?\n\s*(?:> )*```/, with: "").replacing(/`[^`\n]*`/, with: "")
            .replacing(/(?s)\$\$.*?\$\$/, with: "").replacing(/\$[^$\n]*\$/, with: "").replacing(/\]\([^)\n]*\)/, with: "]")
        return pieces(ofPage: shown)
    }

    /// The strings in a script or in JSON, without the names of JSON's members.
    static func pieces(ofScript source: String) -> [VisibleText] {
        source.matches(of: /"((?:[^"\\\n]|\\.)*)"(?!\s*:)|'((?:[^'\\\n]|\\.)*)'/).map {
            VisibleText(text: String($0.1 ?? $0.2 ?? "").replacing(/\\./, with: " "), place: "script")
        }
    }

    /// Its words in Latin letters, of two letters and more. An address has none.
    var words: Set<String> {
        guard !text.contains("://") else { return [] }
        let letters = text.precomposedStringWithCanonicalMapping.split { !$0.isLetter }
        return Set(letters.filter { $0.count > 1 && $0.allSatisfy(Self.isLatin) }.map { $0.lowercased() })
    }

    private static func isLatin(_ letter: Character) -> Bool {
        letter.unicodeScalars.allSatisfy { $0.value < 0x250 }
    }

    /// Whether a number in it has the other decimal mark than a language's.
    func hasForeignMark(comma: Bool) -> Bool {
        guard !text.contains("://") else { return false }
        // Indices and groups of thousands have commas in a language with points, and begin with another digit than 0.
        return comma ? text.contains(/\d\.\d/) : text.contains(/(?:^|[^\d,.])0,\d/)
    }
}
