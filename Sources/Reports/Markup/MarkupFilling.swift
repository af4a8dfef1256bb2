import Exhibits
import Lessons

/// What a page puts where the lesson's text leaves a gap: results, typeset mathematics, verified numbers, numbered references.
///
/// Every function returns parts of the page's tree. Only what every page must decide has no default.
public protocol MarkupFilling {
    /// A cell with its code and outputs: a block.
    func cell(_ cell: Cell) -> [PageNode]
    /// Typeset mathematics: a block, or a piece of running text, where a displayed formula may stand too.
    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> [PageNode]
    /// The result of an inline value.
    func value(_ value: InlineValue) -> [PageNode]
    /// A number the author wrote, with its verdict.
    func claim(_ claim: Claim) -> [PageNode]
    /// A blank with its answer in it.
    func answer(to blank: Blank) -> [PageNode]
    /// A blank to be filled in.
    func gap(_ gap: Gap) -> [PageNode]
    /// `@fig-losses` as a link that says "Figure 2".
    func reference(_ label: String, at place: Place) -> [PageNode]

    /// A code block that only shows; `nil` leaves it to `HTMLMarkup`, as libcmark would write it.
    func code(info: String, text: String) -> [PageNode]?
    /// The `id` of a heading; `nil` writes none.
    func identifier(ofHeading text: [Inline], level: Int, label: String?) -> String?
    /// What stands before the caption of a labelled figure, table or exercise: `Figure 2`; empty for none.
    func caption(forLabel label: String?) -> String
    /// The lesson's footnotes, for their numbers and texts.
    var footnotes: Footnotes { get }
    /// What their list is called, for those who don't see where it stands.
    var footnotesName: String { get }
    /// The works the lesson may cite.
    var bibliography: Bibliography { get }
    /// The mark of a footnote in the text.
    func footnote(_ name: String, at place: Place) -> [PageNode]
    func citation(_ citation: Citation) -> [PageNode]
    /// The address of a link or picture as the page needs it.
    func destination(_ destination: String) -> String
    /// What stands behind a link, such as the number of a note that gives its address on paper.
    func mark(ofLink destination: String, text: [Inline]) -> [PageNode]
    /// What a callout, exercise or solution without a title is called.
    func name(ofDivision kind: String) -> String
    /// Whether solutions stand open.
    var opensSolutions: Bool { get }
    /// The list of the course's lessons, on a page that has one.
    var lessonList: [PageNode]? { get }
    /// `2 points`
    func points(_ points: Double) -> String
    /// `Decimal places: 4`
    func asked(_ decimals: AskedDecimals) -> String
    /// What stands below an exercise whose numbers the page can check, by its place among these: a block, or nothing.
    ///
    /// - Parameter name: What the exercise is called.
    func check(_ number: Int, of name: String) -> [PageNode]
}

extension MarkupFilling {
    public func answer(to blank: Blank) -> [PageNode] { [.text(blank.gap.plainText)] }
    public func gap(_ gap: Gap) -> [PageNode] { [.text(gap.plainText)] }
    public var opensSolutions: Bool { false }
    public var lessonList: [PageNode]? { nil }
    public func points(_ points: Double) -> String { "\(points)" }
    public func asked(_ decimals: AskedDecimals) -> String { "" }
    public func check(_ number: Int, of name: String) -> [PageNode] { [] }
    public func code(info: String, text: String) -> [PageNode]? { nil }
    public func identifier(ofHeading text: [Inline], level: Int, label: String?) -> String? { label }
    public func caption(forLabel label: String?) -> String { "" }
    public func destination(_ destination: String) -> String { destination }
    public func mark(ofLink destination: String, text: [Inline]) -> [PageNode] { [] }
    public func name(ofDivision kind: String) -> String { kind.prefix(1).uppercased() + kind.dropFirst() }

    public var footnotes: Footnotes { Footnotes() }
    public var footnotesName: String { "Footnotes" }
    public var bibliography: Bibliography { Bibliography() }

    public func footnote(_ name: String, at place: Place) -> [PageNode] {
        let note = footnotes[name]
        return [
            Tag.sup(.class("footnote-mark")) {
                Tag.a(
                    .place("fn-\(name)"), .id(note?.place == place ? "fnref-\(name)" : nil), .text(.role, "doc-noteref")
                ) { note.map { "\($0.number)" } ?? name }
            }
        ]
    }

    public func citation(_ citation: Citation) -> [PageNode] { CitationHTML.nodes(citation, from: bibliography) }
}
