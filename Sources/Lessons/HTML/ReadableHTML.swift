import Exhibits

/// The HTML that authors write into Markdown because other tools let it through, and that means here what it means there: frames
/// around text, pictures with a size, links, anchors, letters in bold. Whatever else is HTML of the author's own.
enum ReadableHTML {
    /// Frames around blocks. What they hold is text of the lesson; where it stands on the page is the page's business.
    static let frames: Set<String> = [
        "center", "div", "p", "figure", "figcaption", "section", "article", "main", "header", "footer", "aside",
    ]
    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    /// Elements in running text.
    static let inlines: Set<String> = [
        "a", "abbr", "b", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "nobr",
        "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ]
    /// Elements without an end.
    static let void: Set<String> = ["br", "img", "wbr"]

    static func isInline(_ element: HTMLElement) -> Bool { inlines.contains(element.name) }

    /// Whether a tag can be read in running text, where a frame is none.
    static func isReadInText(_ element: HTMLElement) -> Bool { isInline(element) || frames.contains(element.name) }

    /// What an element around text makes of it.
    ///
    /// - Parameter anchor: the name that links may lead to, where the element has one of its own.
    static func content(_ content: [Inline], of element: HTMLElement, anchor: String?) -> [Inline] {
        var content = content
        switch element.name {
        case "a":
            if let address = element.attributes["href"], !content.isEmpty {
                content = [
                    .link(
                        content, destination: HTMLAddress.read(address), title: element.attributes["title"] ?? "")
                ]
            }
        case "b", "strong": content = [.strong(content)]
        case "cite", "dfn", "em", "i", "var": content = [.emphasis(content)]
        case "code", "kbd", "samp", "tt":
            if case .text(let text)? = content.first, content.count == 1 { content = [.code(text)] }
        case "del", "s", "strike": content = [.marked(.struck, content)]
        case "q": content = [.text("“")] + content + [.text("”")]
        case "sub": content = [.marked(.subscript, content)]
        case "sup": content = [.marked(.superscript, content)]
        case "mark": content = [.span(content, Attributes(classes: ["mark"]))]
        default: break
        }
        return anchor.map { [.span(content, Attributes(label: $0))] } ?? content
    }

    /// A picture, with its size and what it shows.
    static func picture(_ element: HTMLElement) -> Inline? {
        guard let source = element.attributes["src"], !source.isEmpty else { return nil }
        var attributes = Attributes(values: ["alt": element.attributes["alt"] ?? ""])
        for name in ["width", "height"] {
            attributes.values[name] = element.attributes[name] ?? size(name, in: element.attributes["style"])
        }
        return .span(
            [.image([], destination: HTMLAddress.read(source), title: element.attributes["title"] ?? "")], attributes)
    }

    /// `width: 50%` in a style.
    private static func size(_ name: String, in style: String?) -> String? {
        for rule in (style ?? "").split(separator: ";") {
            let parts = rule.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
            return String(parts[1].filter { !$0.isWhitespace })
        }
        return nil
    }
}

/// An address as other tools' templates write it.
enum HTMLAddress {
    /// `{{site.baseurl}}/images/a.png` is Jekyll's name for the course's folder.
    static func read(_ address: String) -> String {
        guard address.hasPrefix("{{"), let end = address.firstRange(of: "}}") else { return address }
        let name = address[address.index(address.startIndex, offsetBy: 2)..<end.lowerBound].filter { !$0.isWhitespace }
        guard name == "site.baseurl" || name == "site.url" else { return address }
        let rest = address[end.upperBound...]
        return rest.hasPrefix("/") ? String(rest) : "/" + rest
    }
}
