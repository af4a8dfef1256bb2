import Exhibits

/// A block of a lesson. What libcmark knows is carried over from its tree; the rest is Lectern's own, with positions kept.
public indirect enum Block: Hashable, Sendable {
    case paragraph([Inline])
    case heading(level: Int, [Inline], label: String?)
    case thematicBreak
    case quote([BlockNode])
    /// `start` is nil for a bullet list.
    case list(start: Int?, tight: Bool, items: [[BlockNode]])
    /// A code block that only shows; `info` is everything after the fence.
    case code(info: String, text: String)
    case html(String)
    case cell(Cell)
    case mathematics(Mathematics)
    case table(PipeTable)
    /// A picture that is a figure of its own: a paragraph that holds nothing but an image with attributes.
    case figure(Picture)
    /// A callout, an exercise, a solution, a tab set, the text of a footnote: `::: {…}`, `> [!NOTE]` or `[^1]: …`.
    case division(Division)
    /// Terms with their definitions: a line, and below it lines that begin with a colon.
    case definitions([Definition])
    /// What stands in content that isn't shown and is run all the same: no page knows more of it.
    case unseen([Step])
}

/// A block and where it begins.
public struct BlockNode: Hashable, Sendable {
    public var block: Block
    public var place: Place

    public init(_ block: Block, at place: Place) {
        self.block = block
        self.place = place
    }
}

/// A term and what it means, in one or more texts.
public struct Definition: Hashable, Sendable {
    public var term: [Inline]
    public var meanings: [[Inline]]

    public init(term: [Inline], meanings: [[Inline]]) {
        self.term = term
        self.meanings = meanings
    }
}

extension BlockNode {
    /// Whether there is anything of it on a page.
    public var isShown: Bool { if case .unseen = block { false } else { true } }
}

/// A table in GitHub's pipe syntax.
public struct PipeTable: Hashable, Sendable {
    public var header: [[Inline]]
    public var alignments: [Table.Alignment?]
    public var rows: [[[Inline]]]
    public var caption: [Inline]
    public var label: String?

    public init(
        header: [[Inline]], alignments: [Table.Alignment?], rows: [[[Inline]]], caption: [Inline] = [], label: String? = nil
    ) {
        self.header = header
        self.alignments = alignments
        self.rows = rows
        self.caption = caption
        self.label = label
    }
}

/// An image file as a figure with caption, label and a text for readers who don't see it: `![Caption](net.svg){#fig-net}`.
public struct Picture: Hashable, Sendable {
    public var caption: [Inline]
    public var destination: String
    public var title: String
    public var attributes: Attributes

    public init(caption: [Inline], destination: String, title: String, attributes: Attributes) {
        self.caption = caption
        self.destination = destination
        self.title = title
        self.attributes = attributes
    }
}

/// A fenced division, a callout written as a quote, or the text of a footnote.
public struct Division: Hashable, Sendable {
    /// `note`, `tip`, `warning`, `important`, `caution`, `exercise`, `solution`, `tabs`, `term`, `footnote` (its label is
    /// the footnote's name), or another class name.
    public var kind: String
    public var label: String?
    public var title: [Inline]
    public var attributes: [String: String]
    public var content: [BlockNode]
    /// Of an exercise whose numbers a student's page can check: its place in `Lesson.checked`.
    public var check: Int?

    public init(
        kind: String, label: String? = nil, title: [Inline] = [], attributes: [String: String] = [:], content: [BlockNode]
    ) {
        self.kind = kind
        self.label = label
        self.title = title
        self.attributes = attributes
        self.content = content
    }
}
