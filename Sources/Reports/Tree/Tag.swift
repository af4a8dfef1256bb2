/// The elements of HTML that pages consist of. Calling one makes an element: `Tag.p(.class("byline")) { author }`.
public enum Tag: String, Sendable {
    case a, article, aside, blockquote, body, br, button, caption, cite, code, dd, del, details, div, dl, dt, em, figcaption,
        figure
    case footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, img, input, li, link, main, meta, nav, ol, p, pre,
        section
    case small, span, strong, sub, summary, sup, table, tbody, td, tfoot, th, thead, title, tr, ul

    public func callAsFunction(_ attributes: Attribute?..., @PageBuilder content: () -> [PageNode] = { [] }) -> PageNode {
        .element(self, attributes.compactMap(\.self), content())
    }

    /// A block: begins on a line of its own, as does its content, and ends its last one.
    func block(_ attributes: Attribute?..., @PageBuilder content: () -> [PageNode]) -> [PageNode] {
        [.line, .element(self, attributes.compactMap(\.self), [.text("\n")] + content()), .text("\n")]
    }

    /// A block on one line.
    func line(_ attributes: Attribute?..., @PageBuilder content: () -> [PageNode]) -> [PageNode] {
        [.line, .element(self, attributes.compactMap(\.self), content()), .text("\n")]
    }

    static func heading(_ level: Int) -> Tag { [.h1, .h2, .h3, .h4, .h5, .h6][min(max(level, 1), 6) - 1] }

    /// Whether it has neither content nor end tag (HTML, 13.1.2).
    var isVoid: Bool {
        switch self {
        case .br, .hr, .img, .input, .link, .meta: true
        default: false
        }
    }

    /// How its tag ends in HTML: what CommonMark makes ends as libcmark writes it.
    var voidEnd: String {
        switch self {
        case .br, .hr, .img: " />"
        default: ">"
        }
    }
}
