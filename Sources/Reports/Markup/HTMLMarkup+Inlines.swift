import Exhibits
import Lessons

extension HTMLMarkup {
    func nodes(of inlines: [Inline]) -> [PageNode] {
        var nodes: [PageNode] = []
        var before = "", rest = inlines[...]
        while let inline = rest.popFirst() {
            if case .text(let text) = inline, let next = rest.first, Self.isFormula(next) {
                let (text, opening) = FormulaNeighbours.before(text)
                nodes.append(.text(text))
                before = opening
            } else if Self.isFormula(inline) {
                var behind = ""
                if case .text(let text)? = rest.first {
                    let (closing, text) = FormulaNeighbours.behind(text)
                    rest[rest.startIndex] = .text(text)
                    behind = closing
                }
                nodes += FormulaNeighbours.together(before, self.nodes(of: inline), behind)
                before = ""
            } else {
                nodes += self.nodes(of: inline)
            }
        }
        return nodes
    }

    /// A formula in the text, or one that is marked as given and the like.
    private static func isFormula(_ inline: Inline) -> Bool {
        switch inline {
        case .mathematics(let formula): return !formula.isDisplay
        case .span(let text, _):
            guard text.count == 1, case .mathematics(let formula)? = text.first else { return false }
            return !formula.isDisplay
        default: return false
        }
    }

    private func nodes(of inline: Inline) -> [PageNode] {
        switch inline {
        case .text(let text): [.text(Self.holdingPowers(text))]
        case .softBreak: [.text("\n")]
        case .lineBreak: [Tag.br(), .text("\n")]
        case .code(let code): [Tag.code { code }]
        case .html(let html): [raw(html)]
        case .emphasis(let text): [Tag.em { nodes(of: text) }]
        case .strong(let text): [Tag.strong { nodes(of: text) }]
        case .link(let text, let destination, let title):
            [Tag.a(.href(address(destination)), titled(title)) { nodes(of: text) }]
                + filling.mark(ofLink: destination, text: text)
        case .image(let text, let destination, let title): [picture(text, destination, title, Attributes())]
        case .mathematics(let mathematics): filling.mathematics(mathematics, isInText: true)
        case .value(let value): filling.value(value)
        case .claim(let claim): filling.claim(claim)
        case .blank(let blank), .key(let blank): filling.answer(to: blank)
        case .gap(let gap): filling.gap(gap)
        case .reference(let label, let place): filling.reference(label, at: place)
        case .footnote(let name, let place): filling.footnote(name, at: place)
        case .citation(let citation): filling.citation(citation)
        case .span(let text, let attributes): [span(text, attributes)]
        case .marked(let mark, let text): [mark.element { nodes(of: text) }]
        case .task(let isDone): [Tag.span(.class("task")) { isDone ? "☑" : "☐" }, .text(" ")]
        case .unseen: []
        }
    }

    /// A span, or the picture that is all it holds. Values of its attributes are Lectern's business and stay out of the page.
    private func span(_ text: [Inline], _ attributes: Attributes) -> PageNode {
        if text.count == 1, case .image(let text, let destination, let title)? = text.first {
            return picture(text, destination, title, attributes)
        }
        return Tag.span(.id(attributes.label), classes(attributes)) { nodes(of: text) }
    }

    private static let powerOfTen = Pattern(/([0-9]) × 10(?![0-9])/)

    /// 8.9 × 10⁻² in one line: no browser knows that this is one number.
    private static func holdingPowers(_ text: String) -> String {
        guard text.utf8.contains(0xC3) else { return text }  // × begins with this byte.
        return text.replacing(Self.powerOfTen.regex) { "\($0.1)\u{A0}×\u{A0}10" }
    }

    private func address(_ destination: String) -> String {
        allowsRawHTML || !Escape.isDangerous(destination) ? filling.destination(destination) : ""
    }

    private func titled(_ title: String) -> Attribute? { title.isEmpty ? nil : .text(.title, title) }

    private func classes(_ attributes: Attributes) -> Attribute? {
        // Markdown that a cell prints is nobody's lesson: what is refused there is left out here.
        let classes = attributes.classes.filter(OwnClasses.areFree)
        return classes.isEmpty ? nil : .class(classes.joined(separator: " "))
    }

    /// A picture with its size: a number of pixels is the element's own, anything else a matter of style.
    func picture(_ text: [Inline], _ destination: String, _ title: String, _ attributes: Attributes) -> PageNode {
        let written = attributes.values["fig-alt"] ?? attributes.values["alt"]
        let measure = PictureMeasure(attributes)
        return Tag.img(
            .src(address(destination)), .text(.alt, written ?? PlainText.alternative(text)), titled(title),
            .id(attributes.label), classes(attributes), .text(.width, measure.pixels["width"]),
            .text(.height, measure.pixels["height"]), .style(measure.style))
    }
}

/// The size of a picture, as its author wrote it: `width=300`, `width=50%`, `height=4cm`.
private struct PictureMeasure {
    /// Numbers of pixels, by `width` and `height`.
    private(set) var pixels: [String: String] = [:]
    private(set) var style: String?

    private static let length = Pattern(/(\d+(?:\.\d+)?|\.\d+)\s*(px|%|em|rem|cm|mm|in|pt|vw|vh)?/)

    init(_ attributes: Attributes) {
        var styles: [String] = []
        for name in ["width", "height"] {
            guard let written = attributes.values[name],
                let match = written.wholeMatch(of: Self.length.regex)
            else { continue }
            let unit = match.2.map(String.init) ?? "px"
            if unit == "px", !match.1.contains(".") {
                pixels[name] = String(match.1)
            } else {
                styles.append("\(name): \(match.1)\(unit)")
            }
        }
        style = styles.isEmpty ? nil : styles.joined(separator: "; ")
    }
}

extension TextMark {
    /// The element of HTML that means the same.
    var element: Tag {
        switch self {
        case .struck: .del
        case .subscript: .sub
        case .superscript: .sup
        }
    }
}
