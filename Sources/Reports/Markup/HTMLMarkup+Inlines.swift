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
                writer.write(together(before, filling.mathematics(formula), after))
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
            let alternative = PlainText.alternative(text)
            writer.write(
                "<img src=\"\(address(destination))\" alt=\"\(Escape.html(alternative))\"\(titled(title)) />")
        case .mathematics(let mathematics): writer.write(filling.mathematics(mathematics))
        case .value(let value): writer.write(filling.value(value))
        case .claim(let claim): writer.write(filling.claim(claim))
        case .reference(let label, let place): writer.write(filling.reference(label, at: place))
        case .footnote(let name, let place): writer.write(filling.footnote(name, at: place))
        case .citation(let citation): writer.write(filling.citation(citation))
        case .span(let text, let attributes):
            writer.write("<span\(html(of: attributes))>")
            write(text, to: &writer)
            writer.write("</span>")
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
