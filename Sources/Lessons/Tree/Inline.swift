import Exhibits

/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], destination: String, title: String)
    case image([Inline], destination: String, title: String)
    case mathematics(Mathematics)
    case value(InlineValue)
    case claim(Claim)
    /// `@fig-losses`: a reference to a labelled figure, table, equation, section or exercise.
    case reference(String, at: Place)
    /// `[^name]`: the mark of a footnote whose text is the division of kind `footnote` with this label.
    case footnote(String, at: Place)
    /// `[@rumelhart1986, p. 533]` or `@rumelhart1986`.
    case citation(Citation)
    /// `[gradient]{#trm-gradient}`: text with a label or classes.
    case span([Inline], Attributes)
    /// `~~struck~~`, `H~2~O`, `x^2^`.
    case marked(TextMark, [Inline])
    /// The box before an item of a list of tasks: `- [ ]` or `- [x]`.
    case task(isDone: Bool)
    /// `[_.____](answer:pass["out_o1"])`: a blank with its answer, in editions that have it.
    case blank(Blank)
    /// A blank to be filled in, which doesn't know its answer.
    case gap(Gap)
    /// The answer of a blank that stands elsewhere; it is computed there.
    case key(Blank)
    /// The claims and values of text that isn't shown: they are computed and judged all the same.
    case unseen([Slot])
}

/// What pandoc writes between tildes and circumflexes.
public enum TextMark: Hashable, Sendable {
    case struck, `subscript`, superscript
}

/// Works cited in one place of the text, from the lesson's bibliography.
public struct Citation: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var key: String
        /// Where in the work: `p. 533`.
        public var locator: String?
        public var place: Place

        public init(_ key: String, locator: String? = nil, at place: Place) {
            self.key = key
            self.locator = locator
            self.place = place
        }
    }

    public var items: [Item]
    /// Whether the authors are part of the sentence (`@key`) or stand in parentheses with the year (`[@key]`).
    public var isNarrative: Bool

    public init(_ items: [Item], isNarrative: Bool) {
        self.items = items
        self.isNarrative = isNarrative
    }
}

/// `` `{swift} expression` `` or `\value{expression}`: a number the lesson computes.
public struct InlineValue: Hashable, Sendable {
    /// Which outcome of the transcript belongs to it; claims and values share one numbering, in document order.
    public var slot: Int
    public var expression: String
    /// Where the expression begins.
    public var place: Place
    /// Whether an exercise asks for it.
    public var isAnswer = false

    public init(slot: Int, expression: String, at place: Place) {
        self.slot = slot
        self.expression = expression
        self.place = place
    }
}

/// A number the author wrote, tied to the expression it must equal.
public struct Claim: Hashable, Sendable {
    public var slot: Int
    /// The number exactly as written: `0.298371109`, `3.51 \times 10^{-5}`.
    public var written: String
    /// Where the written number begins, and its bytes in the file (for repairs in place).
    public var place: Place
    public var bytes: Range<Int>
    public var expression: String
    public var expressionPlace: Place
    /// The verdict stated in the link's title, when the number is known not to be right.
    public var expected: String?
    /// The format its table's numbers were computed in, where the table says so.
    public var precision: Precision?
    /// Where the claim of a whole table stands that it is one number of, and which number.
    public var table: Place?
    public var entry: TableEntry?

    /// What a reader is shown: the number without what is there for the verifier alone, such as `± 1e-7` or `f32`.
    public var shown: String { NumberTail.shown(written) }

    public init(
        slot: Int, written: String, at place: Place, bytes: Range<Int>, expression: String, expressionPlace: Place,
        expected: String? = nil, precision: Precision? = nil, table: Place? = nil, entry: TableEntry? = nil
    ) {
        self.precision = precision
        self.table = table
        self.entry = entry
        self.slot = slot
        self.written = written
        self.place = place
        self.bytes = bytes
        self.expression = expression
        self.expressionPlace = expressionPlace
        self.expected = expected
    }
}

extension Mathematics {
    /// Whether nothing is shown of it: it only defines.
    public var isBlank: Bool {
        parts.allSatisfy { part in
            if case .tex(let tex) = part { tex.allSatisfy(\.isWhitespace) } else { false }
        }
    }
}

/// TeX between dollars, with the claims and values inside it lifted out.
public struct Mathematics: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case tex(String)
        case claim(Claim)
        case value(InlineValue)
    }

    public var parts: [Part]
    public var isDisplay: Bool
    public var label: String?
    public var place: Place
    /// The macros that the formula uses, by their names with the backslash.
    public var macros: [String: String] = [:]
    /// The definitions that its author made in it, as written; they are no part of what is shown.
    public var definitions = ""

    public init(parts: [Part], isDisplay: Bool, label: String? = nil, at place: Place) {
        self.parts = parts
        self.isDisplay = isDisplay
        self.label = label
        self.place = place
    }
}
