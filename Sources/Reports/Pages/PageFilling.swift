import Claims
import Exhibits
import Foundation
import Lessons

/// Fills the gaps of a lesson's text with what its run gave. One for each page; it collects what else the page needs.
final class PageFilling: MarkupFilling {
    let handout: Handout
    private let typesetter: Typesetter
    let numbering: Numbering
    let numbers: NumberText
    private let notes: Footnotes
    /// What the page checks of exercises, by their places in `Lesson.checked`.
    private let checks: [CheckSheet]
    let words: PageWords
    private(set) var headings: PageHeadings
    /// The headings of the lesson itself, without those a cell printed: their text and identifier.
    private(set) var sections: [(text: String, identifier: String?)] = []
    /// Addresses of links to other sites, in the order of the page: on paper they are notes.
    var links: [String] = []
    /// Whether what is filled is text that a cell printed.
    var isPrinting = false
    private(set) var findings: [Finding] = []
    private var effort = TypesettingEffort()
    /// Standalone drawings for the Markdown report, in order.
    var drawings: [(name: String, figure: Figure)] = []
    /// How many drawings stand in the page alone.
    var passing = 0
    /// Data of drawings that are too many for the page, by name without folder.
    var tables: [(name: String, csv: String)] = []

    /// The claims that the page shows, by slot.
    private(set) var anchored: Set<Int> = []

    /// The list of the course's lessons, on a page that has one.
    var lessonList: [PageNode]?

    init(_ handout: Handout, typesetter: Typesetter, numbering: Numbering, checks: [CheckSheet] = []) {
        self.handout = handout
        self.checks = checks
        self.typesetter = typesetter
        self.numbering = numbering
        words = PageWords(lang: handout.lesson.frontMatter.lang)
        headings = PageHeadings(taken: handout.lesson.takenNames)
        notes = Footnotes(of: handout.lesson)
        numbers = NumberText(digits: handout.lesson.frontMatter.style.digits)
    }

    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> [PageNode] {
        // What only defines shows nothing.
        if mathematics.isBlank, !mathematics.definitions.isEmpty { return [] }
        var tex = mathematics.parts.map { part -> String in
            switch part {
            case .tex(let tex): tex
            case .value(let value):
                handout.transcript.outcomes[value.slot]?.value.map { numbers.tex($0) } ?? "\\text{?}"
            case .claim(let claim):
                ClaimHTML.tex(claim, handout.judgements[claim.slot], words: words)
            }
        }.joined()
        if let label = mathematics.label, let number = numbering.number(of: label) { tex += " \\tag{\(number)}" }
        let anchors = mathematics.slots.flatMap { slot -> [PageNode] in
            if case .claim(let claim) = slot { anchor(of: claim) } else { [] }
        }
        let formula =
            anchors + typeset(tex, display: mathematics.isDisplay, macros: mathematics.macros, at: mathematics.place)
        guard mathematics.isDisplay else { return formula }
        // In a paragraph or a heading stands only what text may hold.
        return [(isInText ? Tag.span : Tag.div)(.class("formula"), .id(mathematics.label)) { formula }]
    }

    func value(_ value: InlineValue) -> [PageNode] {
        guard let outcome = handout.transcript.outcomes[value.slot]?.value else {
            return [Tag.span(.class("value missing")) { "?" }]
        }
        return [Tag.span(.class("value")) { numbers.node(outcome) }]
    }

    func claim(_ claim: Claim) -> [PageNode] {
        anchor(of: claim) + [ClaimHTML.node(claim, handout.judgements[claim.slot], words: words)]
    }

    func answer(to blank: Blank) -> [PageNode] {
        guard let answer = Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers) else {
            return [Tag.span(.class("answer missing")) { "?" }]
        }
        // All numbers of a matrix in one line would run out of a narrow page.
        return [Tag.span(.class(answer.entries.count > 3 ? "answer many" : "answer")) { answer.nodes }]
    }

    func gap(_ gap: Gap) -> [PageNode] { [GapHTML.node(gap, words: words)] }

    var opensSolutions: Bool { handout.lesson.frontMatter.edition != .selfStudy }

    func points(_ points: Double) -> String { words.worth(points) }

    func asked(_ decimals: AskedDecimals) -> String { words.asking(decimals) }

    /// An empty element by which the tables of verified numbers lead to a claim; none where one stands already.
    private func anchor(of claim: Claim) -> [PageNode] {
        anchored.insert(claim.slot).inserted ? [Tag.span(.id(ClaimAnchor.id(claim.slot)))] : []
    }

    func reference(_ label: String, at place: Place) -> [PageNode] {
        guard let name = numbering.text(of: label), let address = numbering.address(of: label) else {
            return [Tag.span(.class("missing")) { "@\(label)" }]
        }
        return [Tag.a(.href(address)) { name }]
    }

    var footnotes: Footnotes { notes }

    var bibliography: Bibliography { handout.lesson.bibliography }

    func caption(forLabel label: String?) -> String { label.flatMap { numbering.caption(of: $0) } ?? "" }

    func identifier(ofHeading text: [Inline], level: Int, label: String?) -> String? {
        let plain = PlainText.of(text)
        let identifier = headings.identifier(of: plain, label: label)
        headings.add(
            level: level, identifier: identifier,
            text: isSimple(text) ? HTMLMarkup(filling: self).nodes(of: text) : [.text(plain)])
        if !isPrinting { sections.append((plain, identifier)) }
        return identifier
    }

    /// Whether a text may stand on the page a second time, inside a link.
    private func isSimple(_ text: [Inline]) -> Bool {
        text.allSatisfy { inline in
            switch inline {
            case .text, .code, .softBreak, .mathematics: true
            case .emphasis(let text), .strong(let text): isSimple(text)
            default: false
            }
        }
    }

    var footnotesName: String { words.footnotes }

    func name(ofDivision kind: String) -> String { words.callouts[kind] ?? kind.prefix(1).uppercased() + kind.dropFirst() }

    func code(info: String, text: String) -> [PageNode]? {
        let language = info.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }.first.map(String.init) ?? ""
        guard !language.isEmpty, effort.takes(code: text.utf8.count), let coloured = typesetter.code(text, language: language)
        else { return nil }
        return [
            Tag.div(.class("listing")) {
                Tag.pre(.class("code")) { Tag.code(.class("hljs language-\(language)")) { PageNode.markup(coloured) } }
            }
        ]
    }

    func typeset(_ tex: String, display: Bool, macros: [String: String] = [:], at place: Place) -> [PageNode] {
        do {
            // One that is too long by itself is told so by the typesetter.
            guard tex.utf8.count > Typesetter.longestFormula || effort.takes(formula: tex.utf8.count) else {
                throw Typesetter.FormulaError(
                    message: "the formulas of this page are too many or too long to be typeset in time; divide them or it")
            }
            let html = try typesetter.mathematics(tex, display: display, macros: macros)
            return [.formula(.init(tex: tex, isDisplay: display, macros: macros, html: html))]
        } catch {
            let message = FormulaAdvice.advised((error as? Typesetter.FormulaError)?.message ?? "\(error)")
            findings.append(
                Finding(.error, code: "formula", at: place, "this formula can't be typeset: \(message)"))
            return [Tag.code(.class("missing")) { tex }]
        }
    }

    /// A formula that a cell shows, which is no more marked as verified than an author's.
    func typeset(shown tex: String, display: Bool, at place: Place) -> [PageNode] {
        guard let mark = FormulaMarks.first(in: tex) else { return typeset(tex, display: display, at: place) }
        findings.append(
            Finding(
                .error, code: "redefined-number", at: place,
                "\(mark) marks what Lectern verified, so no cell can show it; leave it out"))
        return [Tag.code(.class("missing")) { tex }]
    }

    func check(_ number: Int, of name: String) -> [PageNode] {
        guard checks.indices.contains(number) else { return [] }
        return CheckHTML.nodes(checks[number], of: name, saysLimits: checks.firstIndex { !$0.groups.isEmpty } == number)
    }
}
