import Exhibits

/// What was lifted so far, and what was found wrong on the way.
struct Lifting {
    var files = SourceFiles()
    private(set) var lifted: [Lifted] = []
    private(set) var tables: [TableShape] = []
    var findings: [Finding] = []
    var numerals: [Numeral] = []
    /// Stretches that say that their numbers are given, so that none of them is a result.
    var given: [GivenStretch] = []
    var addresses: [Address] = []
    /// How many bytes were included so far, each as often as it was.
    var includedBytes = 0
    /// How many cells the rows of tables lack so far.
    var missingCells = 0
    /// The files that were asked for, in order.
    var reads: [String] = []
    /// The course's folder: where paths start that begin with a slash.
    var root: String?
    /// Whether HTML of the author's own reaches the page.
    var allowsRawHTML = false
    /// The profiles the course is built in.
    var profiles: [String] = []
    /// Whether the page writes formulas in its lines with two dollars.
    var doublesDollars = false
    /// Whether the page's language may write `0,5`.
    var mayHaveDecimalComma = false
    var footnotes: Set<String> = []
    /// The names that tags of HTML gave to places of the page.
    var anchors: Set<String> = []
    /// Where the lesson names its bibliography; its beginning when the course does.
    var bibliographyOrigin = Origin(file: 0, offset: 0)
    /// Whether `@key` cites a work: only in a lesson with a bibliography.
    var hasBibliography = false
    /// The constructs of other tools that were reported.
    var dialects: Set<String> = []
    /// What the front matter says, for `{{< meta key >}}`.
    var metadata: [String: String] = [:]
    /// Openings already reported as never closed.
    var reported: Set<Origin> = []
    /// Where claims and values begin that were read, or were found wrong: what else looks like one was overlooked.
    var heads: [Place: Head] = [:]
    /// A character the lesson doesn't contain.
    let mark: String
    let markBytes: [UInt8]

    /// What became of something that begins like a claim or a value.
    enum Head {
        /// It was read; its expression stands there.
        case read(expression: Place)
        /// It counts for a whole table, or a finding says what is wrong with it.
        case settled
    }

    /// Holds the place of another while that one is lent.
    static let empty = Lifting(avoiding: [])

    init(avoiding text: [UInt8]) {
        // Private use characters: no author writes one, but a text may quote one. Letters to libcmark, so emphasis works.
        let present = Set(
            String(decoding: text, as: UTF8.self).unicodeScalars.filter { $0.value >= 0xE000 && $0.value <= 0xF8FF })
        let free = (0xE000...0xF8FF).lazy.compactMap { UnicodeScalar(UInt32($0)) }.first { !present.contains($0) }
        mark = String(free ?? "\u{F8FF}")
        markBytes = Array(mark.utf8)
    }

    func place(_ origin: Origin) -> Place { files.place(of: origin) }

    /// The text of another file, in which nothing can be taken for a marker. It keeps its length.
    func unmarked(_ text: String) -> String {
        text.utf8.contains(markBytes[0]) ? text.replacing(mark, with: "\u{FFFD}") : text
    }

    mutating func marker(for content: Lifted.Content, source: String) -> String {
        lifted.append(Lifted(content: content, source: source))
        return "\(mark)\(lifted.count - 1)\(mark)"
    }

    /// A marker as a block of its own: a comment ends on its line and needs no blank lines around it.
    mutating func blockMarker(for content: Lifted.Content, source: String) -> String {
        "<!--\(marker(for: content, source: source))-->"
    }

    mutating func add(_ table: TableShape) -> Int {
        tables.append(table)
        return tables.count - 1
    }

    mutating func report(_ code: String, at origin: Origin, length: Int = 0, _ message: String) {
        findings.append(Finding(.error, code: code, at: place(origin), length: length, message))
    }

    mutating func warn(_ code: String, at origin: Origin, length: Int = 0, _ message: String) {
        findings.append(Finding(.warning, code: code, at: place(origin), length: length, message))
    }

    /// Reports something written as in another tool, the first time it is met.
    mutating func noteDialect(_ kind: String, at origin: Origin, length: Int, _ message: String) {
        guard dialects.insert(kind).inserted else { return }
        findings.append(Finding(.warning, code: "other-dialect", at: place(origin), length: length, message))
    }

    mutating func noteDialect(_ kind: String, at place: Place, _ message: String) {
        guard dialects.insert(kind).inserted else { return }
        findings.append(Finding(.warning, code: "other-dialect", at: place, message))
    }

    mutating func note(_ numeral: Range<Int>, in text: LocatedText, isMathematics: Bool) {
        numerals.append(
            Numeral(
                text: text.string(numeral), at: place(text.origin(at: numeral.lowerBound)), bytes: text.fileBytes(numeral),
                isMathematics: isMathematics))
    }

    /// Reports an opening that is never closed, once.
    mutating func reportUnclosed(_ code: String, at origin: Origin, length: Int, _ message: String) {
        if reported.insert(origin).inserted { report(code, at: origin, length: length, message) }
    }

    /// The text with every marker replaced by what it stands for.
    func restored(_ text: String) -> String {
        guard hasMarker(text) else { return text }
        return pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .marker(let number): restored(lifted[number].source)
            }
        }.joined()
    }

    enum Piece {
        case text(String)
        case marker(Int)
    }

    /// The text cut at its markers.
    func pieces(of text: String) -> [Piece] {
        guard hasMarker(text) else { return [.text(text)] }
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var start = 0
        var position = 0
        while position < bytes.count {
            guard bytes[position] == markBytes[0], let marker = marker(in: bytes, at: position) else {
                position += 1
                continue
            }
            if start < position { pieces.append(.text(bytes[start..<position].text)) }
            pieces.append(.marker(marker.number))
            position = marker.end
            start = position
        }
        if start < bytes.count { pieces.append(.text(bytes[start...].text)) }
        return pieces
    }

    /// The marker that begins at `position`.
    func marker(in bytes: [UInt8], at position: Int) -> (number: Int, end: Int)? {
        guard bytes[position...].starts(with: markBytes) else { return nil }
        let digits = bytes[(position + markBytes.count)...].prefix(while: \.isDigit)
        guard bytes[digits.endIndex...].starts(with: markBytes) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return lifted.indices.contains(number) ? (number, digits.endIndex + markBytes.count) : nil
    }

    /// Most text has none; the first byte alone tells.
    private func hasMarker(_ text: String) -> Bool { text.utf8.contains(markBytes[0]) }
}

/// What a table's delimiter row and its lines say about it.
struct TableShape {
    var alignments: [Table.Alignment?]
    var rows: Int
    var columns: Int { alignments.count }
    /// Whether the last line of the table's own lines is its caption.
    var hasCaption: Bool
    /// The cells that hold nothing but a number, by body row and column: what claiming the whole table claims.
    var numbers: [[TableNumber?]] = []
}

/// A number that is all a table's cell holds.
struct TableNumber {
    var written: String
    var place: Place
    var bytes: Range<Int>
    /// The formula's place when the number stands between dollars.
    var mathematics: Place?
}
