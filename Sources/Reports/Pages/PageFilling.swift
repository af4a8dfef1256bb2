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
    /// What the page checks of exercises, by their places in `Lesson.checked`.
    private let checks: [CheckSheet]
    let words: PageWords
    private(set) var headings: PageHeadings
    /// The headings of the lesson itself, without those a cell printed: their text and identifier.
    private(set) var sections: [(text: String, identifier: String?)] = []
    /// Addresses of links to other sites, in the order of the page: on paper they are notes.
    private(set) var links: [String] = []
    private var isPrinting = false
    private(set) var findings: [Finding] = []
    private var effort = TypesettingEffort()
    /// Standalone drawings for the Markdown report, in order.
    private(set) var drawings: [(name: String, figure: Figure)] = []
    /// How many drawings stand in the page alone.
    private var passing = 0
    /// Data of drawings that are too many for the page, by name without folder.
    private(set) var tables: [(name: String, csv: String)] = []

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
        headings = PageHeadings(
            taken: Set(handout.lesson.labels.map(\.name)).union(handout.lesson.namedPlaces).union(["content", "search-list"]))
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
        return [Tag.span(.class("answer")) { answer.nodes }]
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

    func mark(ofLink destination: String, text: [Inline]) -> [PageNode] {
        guard destination.hasPrefix("http://") || destination.hasPrefix("https://"), PlainText.of(text) != destination else {
            return []
        }
        if !links.contains(destination) { links.append(destination) }
        let number = (links.firstIndex(of: destination) ?? 0) + 1
        return [Tag.span(.class("printed-only link-note")) { "[\(number)]" }]
    }

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

    func destination(_ destination: String) -> String {
        guard !destination.namesScheme, !destination.hasPrefix("//") else { return destination }
        // A slash at the beginning means the course's folder, wherever the site will stand.
        let address = destination.hasPrefix("/") ? fromRoot(destination.dropFirst()) : destination
        // Lessons link to each other's sources, so that the links work in a repository too.
        guard let dot = address.range(of: ".md") else { return address }
        let rest = address[dot.upperBound...]
        guard rest.isEmpty || rest.hasPrefix("#") else { return address }
        let path = address[..<dot.lowerBound]
        // A folder is spoken for by its README, and shown by its index.
        let isFolder = path == "README" || path.hasSuffix("/README")
        return (isFolder ? path.dropLast("README".count) + "index" : path) + ".html" + rest
    }

    /// An address that its author wrote from the course's folder, with its anchor.
    private func fromRoot(_ destination: Substring) -> String {
        let path = destination.prefix { $0 != "#" && $0 != "?" }
        let file = String(path).removingPercentEncoding ?? String(path)
        return SitePath.address(of: file, from: handout.lesson.name) + destination[path.endIndex...]
    }

    func typeset(_ tex: String, display: Bool, macros: [String: String] = [:], at place: Place) -> [PageNode] {
        do {
            // One that is too long by itself is told so by the typesetter.
            guard tex.utf8.count > Typesetter.longestFormula || effort.takes(formula: tex.utf8.count) else {
                throw Typesetter.FormulaError(
                    message: "the formulas of this page are too long to be typeset in time; divide them, or the page")
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

    func check(_ number: Int, of name: String) -> [PageNode] {
        guard checks.indices.contains(number) else { return [] }
        return CheckHTML.nodes(checks[number], of: name, saysLimits: checks.firstIndex { !$0.groups.isEmpty } == number)
    }

    func cell(_ cell: Cell) -> [PageNode] {
        guard cell.options.include else { return [] }
        // Only what references can lead to has a place of its own; other labels may be called like a heading.
        let label = cell.options.label.flatMap { ReferenceKind(label: $0) == nil ? nil : $0 }
        return [
            Tag.div(.class("cell"), .id(label)) {
                "\n"
                if cell.options.echo != .no, !cell.shownCode.trimmedAtEnd.isEmpty { listing(cell) }
                if cell.options.output != .no { outputs(of: cell) }
            }
        ]
    }

    private func listing(_ cell: Cell) -> [PageNode] {
        let shown = cell.shownCode
        let text = shown.hasSuffix("\n") ? shown : shown + "\n"
        let source = cell.options.echo == .fenced ? "```{swift}\n\(text)```\n" : text
        let code =
            code(info: "swift", text: source) ?? [Tag.div(.class("listing")) { Tag.pre { Tag.code { source } } }]
        guard let folded = cell.options.codeFold else { return code + [.text("\n")] }
        return Tag.details.block(.class("code-fold"), .present(.open, if: !folded)) {
            Tag.summary.line { cell.options.codeSummary ?? words.code }
            code
            "\n"
        }
    }

    /// What a cell printed: its beginning, the rest folded, and what no page can hold in a file beside it.
    private func printed(_ text: String, _ kind: String, of cell: Cell) -> [PageNode] {
        let (shown, rest, count) = PrintedText.folded(PrintedText.readable(text))
        let nodes = [Tag.pre(.class(kind)) { shown }, .text("\n")]
        guard let rest else { return nodes }
        var folded = rest
        var more: [PageNode] = []
        if count > PrintedText.longest {
            folded = rest.split(separator: "\n", maxSplits: PrintedText.longest, omittingEmptySubsequences: false)
                .prefix(PrintedText.longest).joined(separator: "\n")
            let name = "cell-\(cell.index + 1)-\(kind)-\(tables.count + 1).txt"
            tables.append((name, shown + rest))
            more = Tag.p.line {
                "\(words.allLines) "
                Tag.a(.class("numbers-file"), .href(SitePath.encoded("\(handout.lesson.stem)/\(name)"))) { name }
            }
        }
        return nodes
            + Tag.details.block(.class("more-lines")) {
                Tag.summary.line { "+ \(count) \(words.lines)" }
                Tag.pre(.class(kind)) { folded }
                "\n"
                more
            }
    }

    private func outputs(of cell: Cell) -> [PageNode] {
        let exhibits = ExhibitHTML(numbers: numbers, words: words) { [self] tex, display in
            typeset(tex, display: display, at: cell.place)
        } draw: { [self] figure, isKept in
            guard isKept else {
                passing += 1
                return SVG.node(of: figure, id: "frame-\(passing)", name: "frame-\(passing)")
            }
            let wanted = (cell.options.label ?? "cell-\(cell.index + 1)") + (drawings.isEmpty ? "" : "-\(drawings.count + 1)")
            let name = OwnNames.name(wanted, taken: drawings.map(\.name))
            drawings.append((name, figure))
            return SVG.node(of: figure, id: "drawing-" + name, name: name)
        } keep: { [self] csv in
            let stem = (drawings.last?.name ?? "figure") + "-numbers"
            let name = OwnNames.name(stem, taken: tables.map { String($0.name.dropLast(4)) }) + ".csv"
            tables.append((name, csv))
            return (SitePath.encoded("\(handout.lesson.stem)/\(name)"), name)
        } markdown: { [self] text in
            // What a cell prints is text of the page like any other, but holds no cells and claims of its own.
            let printed = Lesson.parsed(source: text, file: handout.lesson.file)
            guard printed.steps.isEmpty else {
                return [Tag.pre(.class("printed")) { text }, .text("\n")]
            }
            isPrinting = true
            defer { isPrinting = false }
            return HTMLMarkup(filling: self).nodes(of: printed.blocks)
        }
        let markup = HTMLMarkup(filling: self, allowsRawHTML: handout.lesson.frontMatter.allowsRawHTML)
        var caption: [PageNode]? = cell.caption.isEmpty ? nil : markup.nodes(of: cell.caption)
        if let label = cell.options.label, let name = numbering.caption(of: label) {
            caption = markup.captioned(name, cell.caption)
        }
        let language = PageStyle.current.language
        var nodes: [PageNode] = []
        for output in handout.transcript.outputs[cell.index] ?? [] {
            switch output {
            case .printed(let text): nodes += printed(text, "printed", of: cell)
            case .warned(let text) where cell.options.warning: nodes += printed(text, "warned", of: cell)
            case .warned, .claim: break
            case .exhibit(let exhibit):
                nodes += exhibits.nodes(exhibit, caption: caption, alternative: cell.options.figAlt)
                caption = nil
            case .failed(let finding): nodes += FailedCell(finding, in: language).nodes
            }
        }
        return nodes
    }
}

extension String {
    /// Whether an address begins with a scheme, as `https:` or `mailto:`, and so is none of the course's.
    fileprivate var namesScheme: Bool {
        let scheme = utf8.prefix { byte in
            let letter = byte | 0x20
            return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "+-.".utf8.contains(byte)
        }
        guard let first = scheme.first, scheme.endIndex < utf8.endIndex else { return false }
        return first >= UInt8(ascii: "A") && utf8[scheme.endIndex] == UInt8(ascii: ":")
    }
}
