import Claims
import Exhibits
import Lessons

/// What stands within a line.
extension MarkdownReport.Writer {
    func tex(_ mathematics: Mathematics) -> String {
        mathematics.definitions
            + mathematics.parts.map { part -> String in
                switch part {
                case .tex(let tex): MarkdownText.tex(tex)
                case .claim(let claim): MarkdownText.tex(claim.shown)
                case .value(let value):
                    handout.transcript.outcomes[value.slot]?.value.map { MarkdownText.tex(numbers.tex($0)) } ?? "?"
                }
            }.joined().trimmedAtEnd
    }

    /// HTML of the author's own, where pages have it too: whoever opens the file runs its scripts.
    func allowed(_ html: String) -> String { handout.lesson.frontMatter.allowsRawHTML ? html : "" }

    func address(_ destination: String) -> String {
        handout.lesson.frontMatter.allowsRawHTML || !Escape.isDangerous(destination) ? MarkdownText.address(destination) : ""
    }

    func inline(_ content: [Inline]) -> String {
        var begins = true
        return content.map { piece in
            defer { begins = piece == .lineBreak }
            return begins ? MarkdownText.beginning(inline(piece), of: piece) : inline(piece)
        }.joined()
    }

    /// What stands between brackets.
    private func label(_ content: [Inline]) -> String {
        content.map { piece in
            if case .text(let text) = piece { MarkdownText.plain(text, isLabel: true) } else { inline(piece) }
        }.joined()
    }

    func inline(_ piece: Inline) -> String {
        switch piece {
        case .text(let text): MarkdownText.plain(text)
        case .softBreak: " "
        case .lineBreak: "  \n"
        case .code(let code): MarkdownText.code(code)
        case .html(let html): allowed(html)
        case .emphasis(let content): "*\(inline(content))*"
        case .strong(let content): "**\(inline(content))**"
        case .link(let content, let destination, _): "[\(label(content))](\(address(destination)))"
        case .image(let content, let destination, _): "![\(label(content))](\(address(destination)))"
        case .mathematics(let mathematics):
            mathematics.isDisplay ? "$$\(tex(mathematics).trimmed)$$" : "$\(tex(mathematics))$"
        case .value(let value):
            handout.transcript.outcomes[value.slot]?.value.map { MarkdownText.plain(numbers.plain($0)) } ?? "?"
        case .claim(let claim): written(claim)
        case .blank(let blank), .key(let blank):
            Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers).map { MarkdownText.plain($0.plain) }
                ?? "?"
        case .gap(let gap): gap.plainText.replacing("_", with: "\\_")
        case .reference(let label, _):
            "[\(MarkdownText.plain(numbering.text(of: label) ?? label))](\((numbering.address(of: label) ?? "#" + label).replacing(".html", with: ".md")))"
        case .footnote(let name, _): "[^\(name)]"
        case .citation(let citation): MarkdownText.plain(handout.lesson.bibliography.text(of: citation))
        case .span(let content, _): inline(content)
        case .marked(let mark, let content): marked(inline(content), mark)
        case .task(let isDone): isDone ? "[x] " : "[ ] "
        case .unseen: ""
        }
    }

    func marked(_ text: String, _ mark: TextMark) -> String {
        mark == .struck ? "~~\(text)~~" : "<\(mark.element)>\(text)</\(mark.element)>"
    }

    /// The author's number; beside a quoted mistake stands what is right.
    func written(_ claim: Claim) -> String {
        let shown = MarkdownText.plain(claim.shown)
        guard let judgement = handout.judgements[claim.slot], !judgement.verdict.isTrue else { return shown }
        guard let computed = judgement.computed else { return "~~\(shown)~~" }
        let style = PageStyle.current
        let right = MarkdownText.plain(VerificationWords(style.language).said(computed: computed, style.decimalMark))
        return "~~\(shown)~~ (\(words.computed)\(style.language.colon)\(right))"
    }
}
