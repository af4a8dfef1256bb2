extension Gap {
    /// `(__.____, __.____)`, as it was drawn.
    public var plainText: String {
        form.filled(text: { $0 }) { _, field in
            let sign = field.isGiven ? "#" : "_"
            return field.decimals.map {
                String(repeating: sign, count: field.width - $0 - 1) + "." + String(repeating: sign, count: $0)
            } ?? String(repeating: sign, count: field.width)
        }
    }
}

extension [Inline] {
    /// Running text without its markup, formulas as TeX: for titles, labels and search.
    public var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .html, .footnote, .value, .unseen, .task: ""
            case .softBreak, .lineBreak: " "
            case .emphasis(let content), .strong(let content), .link(let content, _, _), .image(let content, _, _),
                .span(let content, _), .marked(_, let content):
                content.plainText
            case .mathematics(let mathematics): mathematics.tex
            case .claim(let claim): claim.shown
            case .blank(let blank): blank.gap.plainText
            case .gap(let gap): gap.plainText
            case .key: ""
            case .reference(let label, _): label
            case .citation(let citation): citation.items.map(\.key).joined(separator: "; ")
            }
        }.joined()
    }
}
