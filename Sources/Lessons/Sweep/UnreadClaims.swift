import Exhibits

/// The last look at a lesson's text: whatever in it looks like a claim or a value and was read as none is a finding.
///
/// It goes by the words alone, not by the way Markdown is read, so that nothing an author meant to be checked depends on the
/// reading being right: pictures, link definitions, HTML, titles, lost cells, slips of the finger.
struct UnreadClaims {
    /// A piece of text that is looked through as one.
    struct Passage {
        var range: Range<Int>
        var kind: BlockMap.LineKind
    }

    let text: LocatedText
    let bytes: [UInt8]
    let lifting: Lifting
    /// Where the expressions of all claims and values stand that the lesson has.
    let expressions: Set<Place>
    private(set) var findings: [Finding] = []
    private var unclosed = HTMLTag.Unclosed()

    init(in text: LocatedText, of lesson: Lesson, _ lifting: Lifting) {
        self.text = text
        bytes = text.bytes
        self.lifting = lifting
        expressions = Set(lesson.slots.map(\.expressionPlace))
    }

    /// Findings in a lesson's text, and in the front matter above it.
    static func findings(in body: LocatedText, frontMatter: LocatedText, of lesson: Lesson, _ lifting: Lifting) -> [Finding] {
        var sweep = UnreadClaims(in: body, of: lesson, lifting)
        for passage in Passage.all(in: body.bytes) { sweep.look(through: passage) }
        var head = UnreadClaims(in: frontMatter, of: lesson, lifting)
        head.look(through: Passage(range: 0..<frontMatter.count, kind: .cell))
        let found = head.findings + sweep.findings
        let disguised = DisguisedClaims.findings(in: lifting.addresses, besides: found)
        return found + disguised + LinkedClaims.findings(in: lesson.blocks, besides: lifting.findings + found + disguised)
    }

    private mutating func look(through passage: Passage) {
        let limit = passage.range.upperBound
        var position = passage.range.lowerBound
        // Behind the braces of the attributes that are being looked through.
        var attributesEnd = position
        while position < limit {
            let byte = bytes[position]
            switch byte {
            case ASCII.backslash:
                position = command(at: position, in: passage)
            case ASCII.backtick where passage.kind == .text:
                position = codeSpan(at: position, limit: limit)
            case ASCII.less where bytes[position..<limit].starts(with: "<!--"):
                // What is commented out is on no page.
                position =
                    passage.kind == .html
                    ? bytes[position..<limit].offset(ofText: "-->").map { position + $0 + 3 } ?? limit
                    : HTMLTag.end(in: bytes, at: position, limit: limit, unclosed: &unclosed) ?? position + 4
            case ASCII.openingBrace where passage.kind != .html:
                if let (attributes, end) = AttributesParser.parse(bytes, at: position, limit) {
                    attributesEnd = max(attributesEnd, end)
                    attribute(attributes, position..<end)
                }
                position += 1
            case _ where byte.isLetter:
                let word = bytes[position..<limit].prefix(while: \.isLetter)
                if word.count >= 4, word.count <= 7, ClaimSpelling.isNearClaim(word.text) {
                    let isAttribute = position < attributesEnd
                    self.word(word.startIndex..<word.endIndex, isAttribute ? .inAttribute : .init(passage.kind), limit: limit)
                }
                if word.count == 6, passage.kind == .text { blank(word.startIndex..<word.endIndex) }
                position = word.endIndex
            default: position += 1
            }
        }
    }

    // MARK: Commands, code and attributes

    private mutating func command(at position: Int, in passage: Passage) -> Int {
        let name = bytes[(position + 1)..<passage.range.upperBound].prefix(while: \.isLetter)
        guard !name.isEmpty else { return min(position + 2, passage.range.upperBound) }
        let word = name.text
        let isClaim = ClaimSpelling.isNearClaim(word)
        guard isClaim || ClaimSpelling.isNear(word, to: "value"), !isRead(at: position) else { return name.endIndex }
        let behind = bytes[name.endIndex..<passage.range.upperBound].first { !$0.isWhitespace }
        guard behind == ASCII.openingBrace || behind == ASCII.openingBracket else { return name.endIndex }
        let right = isClaim ? "\\claim{0.123}{expression}" : "\\value{expression}"
        let isMisspelled = word != (isClaim ? "claim" : "value")
        report(
            position..<name.endIndex, isClaim: isClaim,
            isMisspelled
                ? "there is no command \\\(word); write \(right) in a formula between dollars"
                : "this \\\(word) stands in no formula that is read, so nothing is checked; write $\(right)$, "
                    + "without a blank just inside the dollars, or $$…$$")
        return name.endIndex
    }

    private mutating func codeSpan(at position: Int, limit: Int) -> Int {
        let width = bytes[position..<limit].prefix { $0 == ASCII.backtick }.count
        guard let closing = CodeSpan.closing(in: bytes, from: position + width, width: width, limit: limit) else {
            return position + width
        }
        if case .value(let expression) = ValueCode(bytes, in: (position + width)..<closing), !isRead(at: position) {
            report(
                position..<(closing + width), isClaim: false,
                "this value stands where none is read; write `{swift} \(text.string(expression))` in running text or in a cell "
                    + "that its table has")
        }
        return closing + width
    }

    private mutating func attribute(_ attributes: Attributes, _ range: Range<Int>) {
        guard let key = attributes.values.keys.filter(ClaimSpelling.isNearClaim).min(), !isRead(at: range.lowerBound) else {
            return
        }
        report(
            range, isClaim: true,
            key == "claim"
                ? "these attributes claim nothing: only a table's caption claims with claim=…; write a single number as "
                    + "[0.123](claim:expression)"
                : "“\(key)” claims nothing; a table's caption claims with claim=…, a single number as [0.123](claim:expression)"
        )
    }

    // MARK: Words

    /// `](answer:` where no blank was read.
    private mutating func blank(_ word: Range<Int>) {
        let before = bytes[..<word.lowerBound]
        guard bytes[word.upperBound...].first == ASCII.colon, bytes[word].text.lowercased() == "answer",
            before.suffix(2).elementsEqual("](".utf8) || before.suffix(3).elementsEqual("](<".utf8),
            !isRead(at: word.lowerBound)
        else { return }
        findings.append(
            Finding(
                .error, code: "unread-blank", at: lifting.place(text.origin(at: word.lowerBound)), length: word.count,
                "this blank stands where none is read, or is spelt in other letters; write [____](answer:expression) in running "
                    + "text or in a table's cell"))
    }

    private mutating func word(_ word: Range<Int>, _ setting: Setting, limit: Int) {
        guard let form = ClaimForm(bytes, word: word, limit: limit), !isRead(at: word.lowerBound) else { return }
        report(word, isClaim: true, form.advice(in: setting, word: text.string(word)))
    }

    /// Whether what begins here was read and has its place in the lesson, or has a finding of its own.
    private func isRead(at position: Int) -> Bool {
        switch lifting.heads[lifting.place(text.origin(at: position))] {
        case .read(let expression): expressions.contains(expression)
        case .settled: true
        case nil: false
        }
    }

    private mutating func report(_ range: Range<Int>, isClaim: Bool, _ message: String) {
        let place = lifting.place(text.origin(at: range.lowerBound))
        findings.append(
            Finding(.error, code: isClaim ? "unread-claim" : "unread-value", at: place, length: range.count, message))
    }
}
