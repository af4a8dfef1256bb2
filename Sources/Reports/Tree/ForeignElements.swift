/// HTML that somebody else wrote, made well-formed: what opens is closed where its parent ends, and what closes nothing is left
/// out. Only what shows text and tables stays, of pictures the words in their place; scripts, styles and what embeds other pages go with
/// their content.
struct ForeignElements {
    private var open: [String] = []
    /// The element whose content is left out, until it ends.
    private var left: String?

    /// Whether what comes next belongs to an element that is left out.
    var isLeavingOut: Bool { left != nil }

    mutating func write(_ html: String, to bytes: inout [UInt8]) {
        for piece in ForeignHTML(html) {
            switch piece {
            case .text(let text) where left == nil: Escape.append(xml: text, to: &bytes)
            case .start(let tag) where left == nil: start(tag, &bytes)
            case .end(let name): end(name, &bytes)
            case .text, .start: break
            }
        }
    }

    private mutating func start(_ tag: ForeignHTML.StartTag, _ bytes: inout [UInt8]) {
        if Self.active.contains(tag.name) {
            if !tag.closesItself { left = tag.name }
            return
        }
        if tag.name == "img" {
            let alternative = tag.attributes.first { $0.name == "alt" }?.value
            return Escape.append(xml: alternative ?? "", to: &bytes)
        }
        let isVoid = Self.void.contains(tag.name)
        guard isVoid || Self.shown.contains(tag.name) else { return }
        bytes += "<\(tag.name)".utf8
        var seen: Set<String> = []
        for (name, value) in tag.attributes where Self.attributes.contains(name) && seen.insert(name).inserted {
            if name == "href", !Self.schemes.contains(where: { value.lowercased().hasPrefix($0) }) { continue }
            bytes += " \(name)=\"".utf8
            Escape.append(xml: value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += (isVoid ? "/>" : ">").utf8
        if !isVoid { open.append(tag.name) }
    }

    private mutating func end(_ name: String, _ bytes: inout [UInt8]) {
        if left != nil {
            if left == name { left = nil }
            return
        }
        guard let place = open.lastIndex(of: name) else { return }
        while open.count > place { close(&bytes) }
    }

    private mutating func close(_ bytes: inout [UInt8]) {
        if let name = open.popLast() { bytes += "</\(name)>".utf8 }
    }

    /// Ends what is still open.
    mutating func end(in bytes: inout [UInt8]) { while !open.isEmpty { close(&bytes) } }

    /// What an address leads to from wherever the page is read.
    private static let schemes = ["#", "http:", "https:", "mailto:"]
    private static let void: Set = ["br", "hr", "wbr"]
    private static let active: Set = [
        "script", "style", "iframe", "object", "embed", "svg", "math", "template", "noscript", "video", "audio", "select",
        "textarea", "title", "canvas",
    ]
    private static let shown: Set = [
        "a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "caption", "cite", "code", "dd", "del", "details",
        "dfn",
        "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "ins",
        "kbd",
        "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup",
        "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
    ]
    private static let attributes: Set = [
        "id", "class", "title", "lang", "dir", "href", "colspan", "rowspan", "scope",
    ]
}
