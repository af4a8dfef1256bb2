import Exhibits

/// A place of a page that names a file which may stand in the page instead.
struct PageLink {
    enum Kind {
        case style, script
        /// A picture, an icon or data: what stands in its place is an address.
        case file
    }

    var kind: Kind
    /// As the page writes it.
    var name: String
    /// Where the name begins.
    var address: Int
    /// Where what is put in its place ends: behind the element, or behind the name and its quotation mark.
    var end: Int

    private static let openings: [(text: [UInt8], kind: Kind)] = [
        (Array("<link rel=\"stylesheet\" href=\"".utf8), .style), (Array("<script src=\"".utf8), .script),
        (Array("<link rel=\"icon\" href=\"".utf8), .file), (Array("<img src=\"".utf8), .file),
        (Array("<a class=\"numbers-file\" href=\"".utf8), .file),
    ]
    private static let styleEnd = Array("\">".utf8)
    private static let scriptEnd = Array("\" defer></script>".utf8)
    private static let optionalScript = Array("\" defer onerror=\"".utf8)
    private static let optionalScriptEnd = Array("\"></script>".utf8)

    /// The one that begins with this byte, as pages are written; nil for anything else.
    init?(in bytes: [UInt8], at start: Int) {
        guard let opening = Self.openings.first(where: { bytes[start...].starts(with: $0.text) }) else { return nil }
        kind = opening.kind
        address = start + opening.text.count
        guard let close = bytes[address...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        name = String(decoding: bytes[address..<close], as: UTF8.self)
        let rest = bytes[close...]
        switch kind {
        case .style where rest.starts(with: Self.styleEnd): end = close + Self.styleEnd.count
        case .script where rest.starts(with: Self.scriptEnd): end = close + Self.scriptEnd.count
        case .script where rest.starts(with: Self.optionalScript):
            let value = bytes[(close + Self.optionalScript.count)...]
            guard let last = value.firstIndex(of: UInt8(ascii: "\"")), bytes[last...].starts(with: Self.optionalScriptEnd)
            else {
                return nil
            }
            end = last + Self.optionalScriptEnd.count
        case .file: end = close + 1
        case .style, .script: return nil
        }
    }
}
