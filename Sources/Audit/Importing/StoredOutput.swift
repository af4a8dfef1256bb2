import Foundation

/// What the code of a notebook's cell gave when its author ran it last.
///
/// Source: the notebook format of nbformat 4, `cells[].outputs[]` with `text`, `traceback` or `data` by media type.
struct StoredOutput {
    /// Printed text, or the text for tools that can show nothing else.
    private(set) var text = ""
    private(set) var picture: (kind: StoredPicture.Kind, content: String)?
    /// Whether it has something that only a browser with scripts can show.
    private var isOnlyForScripts = false
    /// Whether it is HTML besides, such as a film of which the text gives the name alone.
    private var hasHTML = false
    /// The address of the film or page that its HTML shows in a frame.
    private(set) var frame: String?

    /// What can't be shown here: nothing, or a name of Python's for what only its tool draws.
    var isUnreadable: Bool {
        picture == nil
            && (isOnlyForScripts || text.hasPrefix("<IPython.") || text.allSatisfy(\.isWhitespace)
                || hasHTML && text.wholeMatch(of: /\s*<[\w. ]{1,200} at 0x[0-9a-fA-F]{1,20}>\s*/) != nil)
    }

    /// One output; nil where the JSON breaks off.
    init?(_ scanner: inout JSONScanner) {
        var (text, isOnlyForScripts, hasHTML) = ("", false, false)
        var frame: String?
        var picture: (kind: StoredPicture.Kind, content: String)?
        let isWhole = scanner.object { name, scanner in
            switch name {
            case "text": Self.append(to: &text, &scanner)
            case "traceback":
                scanner.array { scanner in
                    guard let line = scanner.string() else { return false }
                    text += String(decoding: line.bytes, as: UTF8.self) + "\n"
                    return true
                }
            case "data":
                scanner.object { type, scanner in
                    if type == "text/plain" { return Self.append(to: &text, &scanner) }
                    if type == "text/html" {
                        hasHTML = true
                        guard let html = scanner.text() else { return scanner.skipValue() }
                        frame = frame ?? Self.frame(in: String(decoding: html.bytes.prefix(4000), as: UTF8.self))
                        return true
                    }
                    if type == "application/vnd.jupyter.widget-view+json" { isOnlyForScripts = true }
                    guard let kind = StoredPicture.Kind(rawValue: type), kind.isBefore(picture?.kind) else {
                        return scanner.skipValue()
                    }
                    guard let content = scanner.text() else { return false }
                    picture = (kind, String(decoding: content.bytes, as: UTF8.self))
                    return true
                }
            default: scanner.skipValue()
            }
        }
        guard isWhole else { return nil }
        (self.text, self.picture) = (text, picture)
        (self.isOnlyForScripts, self.hasHTML, self.frame) = (isOnlyForScripts, hasHTML, frame)
    }

    private static func frame(in html: String) -> String? {
        html.firstMatch(of: /<iframe\s[^<>]{0,1000}?\bsrc="(https:\/\/[^"<>\s\\]{1,400})"/).map {
            String($0.1.replacing("&amp;", with: "&"))
        }
    }

    private static func append(to text: inout String, _ scanner: inout JSONScanner) -> Bool {
        guard let part = scanner.text() else { return false }
        text += String(decoding: part.bytes, as: UTF8.self)
        return true
    }
}

/// A picture that a notebook holds, to be written beside the lesson.
public struct StoredPicture: Hashable, Sendable {
    /// Its media type.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case png = "image/png"
        case jpeg = "image/jpeg"
        case svg = "image/svg+xml"

        var ending: String { self == .png ? "png" : self == .jpeg ? "jpg" : "svg" }

        /// Whether it is to be taken where another form of the same picture stands.
        func isBefore(_ other: Kind?) -> Bool {
            guard let other else { return true }
            return (Self.allCases.firstIndex(of: self) ?? 0) < (Self.allCases.firstIndex(of: other) ?? 0)
        }
    }

    /// Its file, in the folder of all of them.
    public var name: String
    public var bytes: [UInt8]

    /// nil for what is too large, or isn't what its kind says.
    init?(_ kind: Kind, content: String, name: String) {
        guard content.utf8.count <= Self.longest else { return nil }
        switch kind {
        case .svg:
            guard content.prefix(1000).contains("<svg") else { return nil }
            bytes = Array(content.utf8)
        case .png, .jpeg:
            guard let data = Data(base64Encoded: content, options: .ignoreUnknownCharacters),
                data.starts(with: kind == .png ? [0x89, 0x50, 0x4E, 0x47] : [0xFF, 0xD8, 0xFF])
            else { return nil }
            bytes = Array(data)
        }
        self.name = name + "." + kind.ending
    }

    /// In characters of the notebook.
    private static let longest = 8_000_000
}
