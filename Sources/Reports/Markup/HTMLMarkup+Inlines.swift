import Lessons

extension HTMLMarkup {
    func write(_ inlines: [Inline], to writer: inout HTMLWriter) {
        var before = "", rest = inlines[...]
        while let inline = rest.popFirst() {
            switch (inline, rest.first) {
            case (.text(let text), .mathematics(let formula)?) where !formula.isDisplay:
                let opening = String(text.reversed().prefix { "([„“‚‘«".contains($0) }.reversed())
                writer.write(Escape.html(text.dropLast(opening.count)))
                before = opening
            case (.mathematics(let formula), let next) where !formula.isDisplay:
                var after = ""
                if case .text(let text)? = next {
                    after = String(text.prefix { ".,;:!?)]”’“‘»".contains($0) })
                    rest[rest.startIndex] = .text(String(text.dropFirst(after.count)))
                }
                writer.write(together(before, filling.mathematics(formula, isInText: true), after))
                before = ""
            default: write(inline, to: &writer)
            }
        }
    }

    /// A formula with the punctuation at its sides. Browsers may break lines between a box and the sign behind it, unless the
    /// formula itself may not be broken either, which only a short one can afford.
    private func together(_ before: String, _ formula: String, _ after: String) -> String {
        guard !before.isEmpty || !after.isEmpty else { return formula }
        let kind = formula.ranges(of: "class=\"base\"").count > 2 ? "together" : "together short"
        return "<span class=\"\(kind)\">\(Escape.html(before))\(formula)\(Escape.html(after))</span>"
    }

    private func write(_ inline: Inline, to writer: inout HTMLWriter) {
        switch inline {
        case .text(let text): writer.write(Escape.html(text))
        case .softBreak: writer.write("\n")
        case .lineBreak: writer.write("<br />\n")
        case .code(let code): writer.write("<code>\(Escape.html(code))</code>")
        case .html(let html): writer.write(allowsRawHTML ? html : Self.omitted)
        case .emphasis(let text): write("em", text, to: &writer)
        case .strong(let text): write("strong", text, to: &writer)
        case .link(let text, let destination, let title):
            writer.write("<a href=\"\(address(destination))\"\(titled(title))>")
            write(text, to: &writer)
            writer.write("</a>" + filling.mark(ofLink: destination, text: text))
        case .image(let text, let destination, let title):
            writer.write(picture(text, destination, title, Attributes()))
        case .mathematics(let mathematics): writer.write(filling.mathematics(mathematics, isInText: true))
        case .value(let value): writer.write(filling.value(value))
        case .claim(let claim): writer.write(filling.claim(claim))
        case .blank(let blank), .key(let blank): writer.write(filling.answer(to: blank))
        case .gap(let gap): writer.write(filling.gap(gap))
        case .reference(let label, let place): writer.write(filling.reference(label, at: place))
        case .footnote(let name, let place): writer.write(filling.footnote(name, at: place))
        case .citation(let citation): writer.write(filling.citation(citation))
        case .span(let text, let attributes):
            if text.count == 1, case .image(let text, let destination, let title)? = text.first {
                return writer.write(picture(text, destination, title, attributes))
            }
            writer.write("<span\(html(of: attributes))>")
            write(text, to: &writer)
            writer.write("</span>")
        case .marked(let mark, let text): write(mark.element, text, to: &writer)
        case .task(let isDone): writer.write("<span class=\"task\">\(isDone ? "☑" : "☐")</span> ")
        case .unseen: break
        }
    }

    private func write(_ element: String, _ text: [Inline], to writer: inout HTMLWriter) {
        writer.write("<\(element)>")
        write(text, to: &writer)
        writer.write("</\(element)>")
    }

    func address(_ destination: String) -> String {
        allowsRawHTML || !Escape.isDangerous(destination) ? Escape.address(filling.destination(destination)) : ""
    }

    func titled(_ title: String) -> String { title.isEmpty ? "" : " title=\"\(Escape.html(title))\"" }

    /// ` id="…" class="…"`; other values are Lectern's business and stay out of the page.
    func html(of attributes: Attributes) -> String {
        (attributes.label.map { " id=\"\(Escape.html($0))\"" } ?? "")
            + (attributes.classes.isEmpty ? "" : " class=\"\(Escape.html(attributes.classes.joined(separator: " ")))\"")
    }
}

extension HTMLMarkup {
    /// A picture with its size: a number of pixels is the element's own, anything else a matter of style.
    func picture(_ text: [Inline], _ destination: String, _ title: String, _ attributes: Attributes) -> String {
        let written = attributes.values["fig-alt"] ?? attributes.values["alt"]
        let alternative = written ?? PlainText.alternative(text)
        return "<img src=\"\(address(destination))\" alt=\"\(Escape.html(alternative))\"\(titled(title))"
            + "\(html(of: attributes))\(PictureMeasure.html(of: attributes)) />"
    }
}

/// The size of a picture, as its author wrote it: `width=300`, `width=50%`, `height=4cm`.
enum PictureMeasure {
    static func html(of attributes: Attributes) -> String {
        var html = ""
        var styles: [String] = []
        for name in ["width", "height"] {
            guard let written = attributes.values[name],
                let match = written.wholeMatch(of: /(\d+(?:\.\d+)?|\.\d+)\s*(px|%|em|rem|cm|mm|in|pt|vw|vh)?/)
            else { continue }
            let unit = match.2.map(String.init) ?? "px"
            if unit == "px", !match.1.contains(".") {
                html += " \(name)=\"\(match.1)\""
            } else {
                styles.append("\(name): \(match.1)\(unit)")
            }
        }
        return html + (styles.isEmpty ? "" : " style=\"\(styles.joined(separator: "; "))\"")
    }
}

extension TextMark {
    /// The element of HTML that means the same.
    var element: String {
        switch self {
        case .struck: "del"
        case .subscript: "sub"
        case .superscript: "sup"
        }
    }
}
