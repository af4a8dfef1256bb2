import Exhibits
import Lessons

/// What a page puts where the lesson's text leaves a gap: results, typeset mathematics, verified numbers, numbered references.
///
/// Every function returns HTML, escaped and complete. Only what every page must decide has no default.
public protocol MarkupFilling {
    /// A cell with its code and outputs: a block.
    func cell(_ cell: Cell) -> String
    /// Typeset mathematics: a block, or a piece of running text, where a displayed formula may stand too.
    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> String
    /// The result of an inline value.
    func value(_ value: InlineValue) -> String
    /// A number the author wrote, with its verdict.
    func claim(_ claim: Claim) -> String
    /// A blank with its answer in it.
    func answer(to blank: Blank) -> String
    /// A blank to be filled in.
    func gap(_ gap: Gap) -> String
    /// `@fig-losses` as a link that says "Figure 2".
    func reference(_ label: String, at place: Place) -> String

    /// A code block that only shows; `nil` leaves it to `HTMLMarkup`, as libcmark would write it.
    func code(info: String, text: String) -> String?
    /// The `id` of a heading; `nil` writes none.
    func identifier(ofHeading text: [Inline], level: Int, label: String?) -> String?
    /// What stands before the caption of a labelled figure, table or exercise: `Figure 2`; empty for none.
    func caption(forLabel label: String?) -> String
    /// The lesson's footnotes, for their numbers and texts.
    var footnotes: Footnotes { get }
    /// The works the lesson may cite.
    var bibliography: Bibliography { get }
    /// The mark of a footnote in the text.
    func footnote(_ name: String, at place: Place) -> String
    func citation(_ citation: Citation) -> String
    /// The address of a link or picture as the page needs it.
    func destination(_ destination: String) -> String
    /// What stands behind a link, such as the number of a note that gives its address on paper.
    func mark(ofLink destination: String, text: [Inline]) -> String
    /// What a callout, exercise or solution without a title is called.
    func name(ofDivision kind: String) -> String
    /// Whether solutions stand open.
    var opensSolutions: Bool { get }
    /// `2 points`
    func points(_ points: Double) -> String
}

extension MarkupFilling {
    public func answer(to blank: Blank) -> String { Escape.html(blank.gap.plainText) }
    public func gap(_ gap: Gap) -> String { Escape.html(gap.plainText) }
    public var opensSolutions: Bool { false }
    public func points(_ points: Double) -> String { "\(points)" }
    public func code(info: String, text: String) -> String? { nil }
    public func identifier(ofHeading text: [Inline], level: Int, label: String?) -> String? { label }
    public func caption(forLabel label: String?) -> String { "" }
    public func destination(_ destination: String) -> String { destination }
    public func mark(ofLink destination: String, text: [Inline]) -> String { "" }
    public func name(ofDivision kind: String) -> String { kind.prefix(1).uppercased() + kind.dropFirst() }

    public var footnotes: Footnotes { Footnotes() }
    public var bibliography: Bibliography { Bibliography() }

    public func footnote(_ name: String, at place: Place) -> String {
        let note = footnotes[name]
        let mark = note.map { "\($0.number)" } ?? Escape.html(name)
        let identifier = note?.place == place ? " id=\"fnref-\(Escape.html(name))\"" : ""
        return
            "<sup class=\"footnote-mark\"><a href=\"#fn-\(Escape.html(name))\"\(identifier) role=\"doc-noteref\">\(mark)</a></sup>"
    }

    public func citation(_ citation: Citation) -> String { CitationHTML.html(citation, from: bibliography) }
}
