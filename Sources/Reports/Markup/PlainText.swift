import Lessons

/// Running text without its markup: for alternative texts, titles and search.
public enum PlainText {
    public static func of(_ inlines: [Inline]) -> String { inlines.map { text(of: $0, html: { _ in "" }) }.joined() }

    /// The alternative text of an image, which keeps even tags, as libcmark does.
    static func alternative(_ inlines: [Inline]) -> String {
        inlines.map { text(of: $0, html: { $0 }) }.joined()
    }

    private static func text(of inline: Inline, html: (String) -> String) -> String {
        switch inline {
        case .text(let text), .code(let text): text
        case .html(let tag): html(tag)
        case .softBreak, .lineBreak: " "
        case .emphasis(let content), .strong(let content), .link(let content, _, _), .image(let content, _, _),
            .span(let content, _), .marked(_, let content):
            content.map { text(of: $0, html: html) }.joined()
        case .mathematics(let mathematics):
            mathematics.parts.map { part in
                switch part {
                case .tex(let tex): tex
                case .claim(let claim): claim.shown
                case .value: ""
                }
            }.joined()
        case .value: ""
        case .claim(let claim): claim.shown
        case .blank(let blank): blank.gap.plainText
        case .gap(let gap): gap.plainText
        case .key: ""
        case .reference(let label, _): label
        case .footnote, .unseen, .task: ""
        case .citation(let citation): citation.items.map(\.key).joined(separator: "; ")
        }
    }
}
