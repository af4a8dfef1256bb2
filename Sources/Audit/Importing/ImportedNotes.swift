import Claims
import Exhibits

/// Notes on their way to a lesson: their text as Markdown, with what an audit tied as claims, and what couldn't be brought over.
public struct ImportedNotes: Sendable {
    /// Something of the notes that the lesson lacks.
    public struct Omission: Hashable, Sendable {
        public var place: Place
        public var what: String
    }

    public var title: String?
    /// Whether the notes are slides, as their head says.
    public var isSlides = false
    public var markdown: String
    public var omissions: [Omission] = []
    /// What their head says that a lesson's says in the same words, line by line.
    public var head: [(key: String, line: String)] = []
    /// Pictures that the notes hold themselves, for the folder that was named for them.
    public var pictures: [StoredPicture] = []
    /// How many numbers became claims.
    public private(set) var claims = 0

    /// What another program made of LaTeX.
    public struct Converted: Sendable {
        public var markdown: String
        /// What it left out, by the line where it stood.
        public var skipped: [(line: Int, what: String)]

        public init(markdown: String, skipped: [(line: Int, what: String)] = []) {
            self.markdown = markdown
            self.skipped = skipped
        }
    }

    /// What another program gets to convert: the notes with their claims, where they are LaTeX.
    public static func latex(of audit: Audit) -> String? {
        guard NoteKind(of: audit.notes.files[0].name) == .latex else { return nil }
        return String(decoding: ClaimSplicing(audit).bytes, as: UTF8.self)
    }

    /// - Parameters:
    ///   - audit: the notes as they were audited; what it tied becomes claims.
    ///   - folder: where the pictures will stand that a notebook holds, as the lesson names it.
    ///   - readable: makes of printed text what a page may show.
    ///   - converted: what another program made of `latex(of:)`; without it this converts LaTeX itself.
    public init(
        _ audit: Audit, pictures folder: String = "outputs", readable: @escaping (String) -> String = { $0 },
        converted: Converted? = nil
    ) {
        let file = audit.notes.files[0]
        let splicing = ClaimSplicing(audit)
        claims = splicing.expressions.count
        for other in audit.notes.files.dropFirst() {
            omissions.append(
                Omission(place: Place(file: other.name, line: 1), what: "a file that is taken in; import it by itself"))
        }
        let text = String(decoding: splicing.bytes, as: UTF8.self)
        switch NoteKind(of: file.name) {
        case .latex:
            var reader = LaTeXConversion(text, file: file.name)
            let own = reader.markdown()
            title = reader.title
            if let converted {
                markdown = splicing.linked(converted.markdown)
                omissions += converted.skipped.map { Omission(place: Place(file: file.name, line: $0.line), what: $0.what) }
            } else {
                markdown = splicing.linked(own)
                omissions += reader.omissions
            }
        case .notebook:
            var conversion = NotebookConversion(splicing.bytes, file: file.name, folder: folder, readable: readable)
            markdown = splicing.linked(conversion.markdown())
            pictures = conversion.pictures
            omissions += conversion.omissions
        case .markdown, nil:
            var conversion = MarkdownConversion(text, file: file.name)
            markdown = splicing.linked(conversion.markdown())
            omissions += conversion.omissions
            title = conversion.title
            head = conversion.head
            isSlides = conversion.isSlides
        }
        if title == nil { title = Self.firstHeading(of: markdown) }
    }

    /// The first heading of level 1 that says something.
    static func firstHeading(of markdown: String) -> String? {
        titles(in: markdown).map { $0.dropFirst(2) }.first {
            !$0.replacing(/<[^<>]*>/, with: "").allSatisfy(\.isWhitespace)
        }.map(String.init)
    }

    /// The lines of the headings of level 1; a comment in code is none.
    public static func titles(in markdown: String) -> [Substring] {
        var listings = ListingLines()
        return markdown.split(separator: "\n").filter { !listings.hold($0) && $0.hasPrefix("# ") }
    }
}

/// Puts claims where the audit tied numbers: in formulas as `\claim`, elsewhere as links whose address is a claim's number.
struct ClaimSplicing {
    private(set) var bytes: [UInt8]
    private(set) var expressions: [String] = []

    init(_ audit: Audit) {
        let file = audit.notes.files[0]
        bytes = file.bytes
        let kind = NoteKind(of: file.name)
        var taken = Int.max
        let formulas = audit.notes.text.passages(isStrict: kind != .latex).filter(\.isFormula).map(\.range)
        // From behind, so that what stands before keeps its place.
        for number in audit.numbers.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
            guard number.file == 0, case .checked(let judged) = number.status, let tie = judged.tie,
                number.bytes.upperBound <= taken,
                bytes[number.bytes].elementsEqual(number.text.utf8),
                number.text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
            else { continue }
            var range = number.bytes
            var expression = tie.expression
            if judged.written.hasPrefix("-") {
                if range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "-") {
                    range = (range.lowerBound - 1)..<range.upperBound
                } else {
                    expression = "-(\(expression))"
                }
            }
            taken = range.lowerBound
            let written = String(decoding: bytes[range], as: UTF8.self)
            let text =
                formulas.contains { $0.contains(number.position) }
                ? "\\claim{\(written)}{\(expression)}"
                : kind == .latex ? "\\href{claim-\(expressions.count)}{\(written)}" : "[\(written)](claim-\(expressions.count))"
            expressions.append(expression)
            bytes.replaceSubrange(range, with: (kind == .notebook ? Self.escaped(text) : text).utf8)
        }
    }

    private static func escaped(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }

    /// The text with the claims in its links.
    func linked(_ markdown: String) -> String {
        var result = ""
        var rest = markdown[...]
        while let start = rest.firstRange(of: "](claim-") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            let digits = rest.prefix { $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard let number = Int(digits), expressions.indices.contains(number), rest.hasPrefix(")") else {
                result += "](claim-" + digits
                continue
            }
            rest = rest.dropFirst()
            result += "](<claim: \(expressions[number])>)"
        }
        return result + rest
    }
}
