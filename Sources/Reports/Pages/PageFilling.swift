import Claims
import Exhibits
import Foundation
import Lessons

/// Fills the gaps of a lesson's text with what its run gave. One for each page; it collects what else the page needs.
final class PageFilling: MarkupFilling {
    private let handout: Handout
    private let typesetter: Typesetter
    private let numbering: Numbering
    private let numbers: NumberText
    private let notes: Footnotes
    private let draw: (Figure, String) -> String
    private(set) var findings: [Finding] = []
    /// Standalone drawings for the Markdown report, in order.
    private(set) var drawings: [(name: String, figure: Figure)] = []

    init(_ handout: Handout, typesetter: Typesetter, numbering: Numbering, draw: @escaping (Figure, String) -> String) {
        self.handout = handout
        self.typesetter = typesetter
        self.numbering = numbering
        self.draw = draw
        notes = Footnotes(of: handout.lesson)
        numbers = NumberText(digits: handout.lesson.frontMatter.style.digits)
    }

    func mathematics(_ mathematics: Mathematics) -> String {
        var tex = mathematics.parts.map { part -> String in
            switch part {
            case .tex(let tex): tex
            case .value(let value):
                handout.transcript.outcomes[value.slot]?.value.map { numbers.tex($0) } ?? "\\text{?}"
            case .claim(let claim):
                "\\htmlClass{claim \(ClaimHTML.style(handout.judgements[claim.slot]))}{\(claim.written)}"
            }
        }.joined()
        if let label = mathematics.label, let number = numbering.number(of: label) { tex += " \\tag{\(number)}" }
        let html = typeset(tex, display: mathematics.isDisplay, at: mathematics.place)
        guard mathematics.isDisplay else { return html }
        let id = mathematics.label.map { " id=\"\(Escape.html($0))\"" } ?? ""
        return "<div class=\"formula\"\(id)>\(html)</div>"
    }

    func value(_ value: InlineValue) -> String {
        guard let outcome = handout.transcript.outcomes[value.slot]?.value else {
            return "<span class=\"value missing\">?</span>"
        }
        return "<span class=\"value\">\(numbers.html(outcome))</span>"
    }

    func claim(_ claim: Claim) -> String { ClaimHTML.html(claim, handout.judgements[claim.slot]) }

    func reference(_ label: String, at place: Place) -> String {
        guard let name = numbering.text(of: label), let address = numbering.address(of: label) else {
            return "<span class=\"missing\">@\(Escape.html(label))</span>"
        }
        return "<a href=\"\(Escape.address(address))\">\(Escape.html(name))</a>"
    }

    var footnotes: Footnotes { notes }

    var bibliography: Bibliography { handout.lesson.bibliography }

    func caption(forLabel label: String?) -> String { label.flatMap { numbering.caption(of: $0) } ?? "" }

    func identifier(ofHeading text: [Inline], label: String?) -> String? { label ?? Slug.of(PlainText.of(text)) }

    func code(info: String, text: String) -> String? {
        let language = info.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }.first.map(String.init) ?? ""
        guard !language.isEmpty, let coloured = typesetter.code(text, language: language) else { return nil }
        return
            "<pre class=\"code\" tabindex=\"0\"><code class=\"hljs language-\(Escape.html(language))\">\(coloured)</code></pre>"
    }

    func destination(_ destination: String) -> String {
        // Lessons link to each other's sources, so that the links work in a repository too.
        guard !destination.contains("://"), let dot = destination.range(of: ".md") else { return destination }
        let rest = destination[dot.upperBound...]
        return rest.isEmpty || rest.hasPrefix("#") ? destination[..<dot.lowerBound] + ".html" + rest : destination
    }

    func typeset(_ tex: String, display: Bool, at place: Place) -> String {
        do {
            return try typesetter.mathematics(tex, display: display)
        } catch {
            let message = (error as? Typesetter.FormulaError)?.message ?? "\(error)"
            findings.append(
                Finding(.error, code: "formula", at: place, "this formula can't be typeset: \(message)"))
            return "<code class=\"missing\">\(Escape.html(tex))</code>"
        }
    }

    func cell(_ cell: Cell) -> String {
        guard cell.options.include else { return "" }
        var html = ""
        if cell.options.echo != .no { html += listing(cell) }
        if cell.options.output != .no { html += outputs(of: cell) }
        let id = cell.options.label.map { " id=\"\(Escape.html($0))\"" } ?? ""
        return "<div class=\"cell\"\(id)>\n\(html)</div>"
    }

    private func listing(_ cell: Cell) -> String {
        let text = cell.code.hasSuffix("\n") ? cell.code : cell.code + "\n"
        let source = cell.options.echo == .fenced ? "```{swift}\n\(text)```\n" : text
        let code = code(info: "swift", text: source) ?? "<pre><code>\(Escape.html(source))</code></pre>"
        guard let folded = cell.options.codeFold else { return code + "\n" }
        let summary = Escape.html(cell.options.codeSummary ?? "Code")
        return "<details class=\"code-fold\"\(folded ? "" : " open")>\n<summary>\(summary)</summary>\n\(code)\n</details>\n"
    }

    private func outputs(of cell: Cell) -> String {
        let exhibits = ExhibitHTML(numbers: numbers) { [self] tex, display in
            typeset(tex, display: display, at: cell.place)
        } draw: { [self] figure in
            let name = (cell.options.label ?? "cell-\(cell.index + 1)") + (drawings.isEmpty ? "" : "-\(drawings.count + 1)")
            drawings.append((name, figure))
            return draw(figure, name)
        } markdown: { [self] text in
            // What a cell prints is text of the page like any other, but holds no cells and claims of its own.
            let printed = Lesson.parsed(source: text, file: handout.lesson.file)
            guard printed.steps.isEmpty else { return "<pre class=\"printed\">\(Escape.html(text))</pre>\n" }
            return HTMLMarkup(filling: self).html(of: printed.blocks)
        }
        let markup = HTMLMarkup(filling: self, allowsRawHTML: handout.lesson.frontMatter.allowsRawHTML)
        var caption: String? = cell.caption.isEmpty ? nil : markup.html(of: cell.caption)
        if let text = caption, let label = cell.options.label, let name = numbering.caption(of: label) {
            caption = "<span class=\"caption-number\">\(name).</span> \(text)"
        }
        var html = ""
        for output in handout.transcript.outputs[cell.index] ?? [] {
            switch output {
            case .printed(let text): html += "<pre class=\"printed\" tabindex=\"0\">\(Escape.html(text))</pre>\n"
            case .warned(let text) where cell.options.warning:
                html += "<pre class=\"warned\" tabindex=\"0\">\(Escape.html(text))</pre>\n"
            case .warned, .claim: break
            case .exhibit(let exhibit):
                html += exhibits.html(exhibit, caption: caption, alternative: cell.options.figAlt)
                caption = nil
            case .failed(let finding): html += "<pre class=\"failed\">\(Escape.html(finding.message))</pre>\n"
            }
        }
        return html
    }
}

/// A heading's text as an identifier: lower case, words joined by hyphens.
enum Slug {
    static func of(_ text: String) -> String? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }
}
