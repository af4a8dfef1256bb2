import Exhibits

/// A `{swift}` cell.
public struct Cell: Hashable, Sendable {
    /// Its number among the cells of the lesson, from 0: the key of its outputs in a transcript.
    public var index: Int
    /// The body without the option lines.
    public var code: String
    /// Where the first line of the body stands.
    public var place: Place
    public var options: CellOptions
    /// `fig-cap` or `tbl-cap` read as Markdown, with mathematics and claims; empty without one.
    public var caption: [Inline] = []
    /// Whether readers see room to write where the code has blanks.
    public var hidesBlanks = false

    public init(index: Int, code: String, at place: Place, options: CellOptions = CellOptions()) {
        self.index = index
        self.code = code
        self.place = place
        self.options = options
    }
}

extension Cell {
    /// The body as readers see it: without the lines that end in `// hide`, which run all the same.
    public var shownCode: String { shownCode(hidingBlanks: hidesBlanks) }

    /// What stands around each blank of the code, `/*_*/key/*_*/`: a comment to the compiler, which sees the key.
    static let blank = "/*_*/"

    /// Where to write, on paper too: as much for every key, so that it tells nothing of its length.
    static let room = String(repeating: "_", count: 16)

    /// What is to be written into the blanks of the code; nil where one isn't closed.
    public var keys: [String]? {
        let parts = code.split(separator: Self.blank, omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return nil }
        return stride(from: 1, to: parts.count, by: 2).map { parts[$0].trimmingSuffix { $0 == " " }.drop { $0 == " " } }
            .map(String.init)
    }

    /// The body with room to write in its blanks, or with what belongs there.
    public func shownCode(hidingBlanks: Bool) -> String {
        let parts = code.split(separator: Self.blank, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return Self.withoutHidden(code) }
        return Self.withoutHidden(
            parts.enumerated().map { $0 % 2 == 1 && hidingBlanks ? Self.room : String($1) }.joined())
    }

    private static func withoutHidden(_ code: String) -> String {
        guard code.holds("// hide") else { return code }
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            line.trimmingSuffix(while: \.isWhitespace).suffix(7) != "// hide"
        }
        return lines.drop { $0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    }
}

/// Cell options with Quarto's names, meanings and defaults.
public struct CellOptions: Hashable, Sendable {
    public enum Echo: String, Hashable, Sendable { case yes, no, fenced }
    public enum Output: String, Hashable, Sendable { case yes, no, asis }

    public var label: String?
    public var eval = true
    public var echo = Echo.yes
    public var output = Output.yes
    public var warning = true
    public var error = false
    public var include = true
    public var figCap: String?
    public var figAlt: String?
    public var figWidth: Double?
    public var figHeight: Double?
    public var tblCap: String?
    /// `code-fold`: nil leaves the code open without a fold, true folds it, false shows an opened fold.
    public var codeFold: Bool?
    public var codeSummary: String?

    public init() {}
}
