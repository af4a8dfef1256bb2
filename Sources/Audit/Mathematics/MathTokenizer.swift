import Claims
import Exhibits

/// Takes a passage of the flat text apart into marks.
struct MathTokenizer {
    let bytes: [UInt8]
    let isFormula: Bool
    let mark: DecimalMark
    let end: Int
    var index: Int
    var brackets = 0
    var tokens: [MathToken] = []
    /// Made when the first group is asked for.
    private var groups: GroupEnds?

    static func tokens(of passage: Passage, in text: FlatText, mark: DecimalMark) -> [MathToken] {
        var tokenizer = MathTokenizer(
            bytes: text.bytes, isFormula: passage.isFormula, mark: mark, end: passage.range.upperBound,
            index: passage.range.lowerBound)
        tokenizer.read()
        return tokenizer.tokens
    }

    private init(bytes: [UInt8], isFormula: Bool, mark: DecimalMark, end: Int, index: Int) {
        self.bytes = bytes
        self.isFormula = isFormula
        self.mark = mark
        self.end = end
        self.index = index
    }

    private mutating func read() {
        var isSpaced = true
        while index < end {
            let start = index
            if bytes[index].isSpace {
                if !isFormula, readBlankLine() { add(.stop, from: start) } else { index += 1 }
                isSpaced = true
                continue
            }
            let before = tokens.count
            readMark()
            if tokens.count > before { tokens[before].isSpaced = isSpaced }
            isSpaced = tokens.count == before ? true : false
            if index == start { index += 1 }
        }
    }

    mutating func add(_ kind: MathToken.Kind, from start: Int) {
        tokens.append(MathToken(kind: kind, range: start..<index))
    }

    private mutating func readBlankLine() -> Bool {
        guard bytes[index] == 0x0A else { return false }
        var next = index + 1
        while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D { next += 1 }
        guard next >= end || bytes[next] == 0x0A else { return false }
        index = min(next + 1, end)
        // A bracket that a paragraph opens and doesn't close says nothing of the next.
        brackets = 0
        return true
    }

    private mutating func readMark() {
        let start = index
        let byte = bytes[index]
        if byte.isDigit || (byte == UInt8(ascii: ".") && index + 1 < end && bytes[index + 1].isDigit) { return readNumber() }
        if byte == UInt8(ascii: "\\") { return readCommand() }
        if byte.isLetter || byte >= 0x80 { return readCharacter() }
        index += 1
        switch byte {
        case UInt8(ascii: "~"): return
        // What is left out between two dots is no end of a formula.
        case UInt8(ascii: ".") where isFormula && bytes.starts(with: "..", at: index):
            index += 2
            return add(.mark("…"), from: start)
        case UInt8(ascii: "$"): return add(.stop, from: start)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= 1
        case UInt8(ascii: "*") where !isFormula && index < end && bytes[index] == UInt8(ascii: "*"):
            index += 1
            return add(.stop, from: start)
        // Two hyphens are how a dash is typed.
        case UInt8(ascii: "-") where !isFormula && index < end && bytes[index] == UInt8(ascii: "-"):
            while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
            return addDash(from: start)
        case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            // ==, !=, <=, :=, +=, -> are no equations.
            guard index < end,
                bytes[index] == UInt8(ascii: "=") || (byte != UInt8(ascii: "+") && bytes[index] == UInt8(ascii: ">"))
            else { break }
            index += 1
            return add(.stop, from: start)
        case UInt8(ascii: "_") where !isFormula && index < end && !bytes[index].isSpace:
            // x_1^{(2)} outside a formula is a name, and its index no number.
            while index < end, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "="), !bytes[index].closesBracket {
                index += 1
            }
            return add(.stop, from: start)
        case UInt8(ascii: "&") where !isFormula, UInt8(ascii: "|") where !isFormula, UInt8(ascii: "_") where !isFormula,
            UInt8(ascii: "\"") where !isFormula, UInt8(ascii: "@") where !isFormula, UInt8(ascii: "#") where !isFormula:
            // P@3 and #3 are names.
            if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") { takeDigits() }
            return add(.stop, from: start)
        default: break
        }
        add(.mark(Character(Unicode.Scalar(byte))), from: start)
    }

    /// Letters, or a character beyond ASCII.
    private mutating func readCharacter() {
        let start = index
        if bytes[index].isLetter {
            while index < end, bytes[index].isLetter || (!isFormula && (bytes[index] >= 0x80 || bytes[index].isDigit)) {
                index += 1
            }
            // t0.05 is a name.
            if !isFormula, bytes[index - 1].isDigit, index + 1 < end, bytes[index] == UInt8(ascii: "."),
                bytes[index + 1].isDigit
            {
                index += 1
                takeDigits()
            }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            // 25/100 x 75/100
            if !isFormula, word == "x", isBeforeNumber { return add(.mark("×"), from: start) }
            return add(isFormula ? .letters(word) : .words(word), from: start)
        }
        index += 1
        while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let character = text.first else { return }
        switch character {
        case "−": add(.mark("-"), from: start)
        case "–" where isFormula: add(.mark("-"), from: start)
        case "–": addDash(from: start)
        case "—": add(.stop, from: start)
        case "\u{A0}", "\u{2009}", "\u{202F}", "\u{200B}": return
        case _ where character.isLetter:
            // 𝑓2 is a name, like f2.
            if !isFormula, ("\u{1D400}"..."\u{1D7FF}").contains(character) { takeDigits() }
            add(isFormula ? .letters(text) : .words(text), from: start)
        default: add(.mark(character), from: start)
        }
    }

    /// In running text a dash joins two ends of a range; with room on both sides it may be a minus, so what stands behind it is a
    /// part of something.
    private mutating func addDash(from start: Int) {
        let isBetween = bytes[max(0, start - 1)].isSpace && index < end && bytes[index].isSpace && isBeforeNumber
        add(isBetween ? .rest : .stop, from: start)
    }

    /// Whether a number, or a bracket that may hold some, is what comes next.
    private var isBeforeNumber: Bool {
        let next = bytes.skippingSpaces(from: index)
        return next < end && (bytes[next].isDigit || bytes[next] == UInt8(ascii: "("))
    }

    private mutating func readCommand() {
        let start = index
        let name = String(decoding: bytes[(index + 1)..<end].prefix { $0.isLetter }, as: UTF8.self)
        index = min(end, index + 1 + max(1, name.utf8.count))
        guard !name.isEmpty else {
            guard start + 1 < end else { return add(.stop, from: start) }
            switch bytes[start + 1] {
            // A page generator's way to write a command: what is behind it is a part of something.
            case UInt8(ascii: "\\") where !isFormula && index < end && bytes[index].isLetter:
                while index < end, bytes[index].isLetter { index += 1 }
                return add(.rest, from: start)
            case UInt8(ascii: "\\"):
                skipBracket()
                return add(.newLine, from: start)
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: " "),
                UInt8(ascii: ">"), 0x0A:
                return
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "%"):
                return add(.command(String(Character(Unicode.Scalar(bytes[start + 1])))), from: start)
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "&"):
                if isFormula { return }
                // Markdown's way to write a star that sets nothing.
                if bytes[start + 1] == UInt8(ascii: "*") { return add(.mark("*"), from: start) }
                return add(.stop, from: start)
            // df\$2 is a name with an index.
            case UInt8(ascii: "$") where !isFormula && start > 0 && bytes[start - 1].isLetter:
                takeDigits()
                return add(.stop, from: start)
            // And a caret: 10\^5.
            case UInt8(ascii: "^") where !isFormula: return add(.mark("^"), from: start)
            default: return add(.stop, from: start)
            }
        }
        switch name {
        case _ where Self.invisible.contains(name): return
        case "label", "tag", "hspace", "vspace", "color", "phantom", "hphantom", "vphantom", "mspace", "ref", "eqref":
            skipGroup()
        case "textcolor", "colorbox": skipGroup()
        case "begin", "end":
            let inside = group()
            let environment = String(decoding: inside, as: UTF8.self)
            if environment == "array" || environment == "alignedat" { skipGroup() }
            add(name == "begin" ? .begin(environment) : .end(environment), from: start)
        case "text", "textrm", "textbf", "textit", "textsf", "mbox", "intertext", "textnormal", "texttt", "emph":
            let inside = String(decoding: group(), as: UTF8.self)
            let isName = isFormula && !inside.isEmpty && inside.utf8.count <= 12 && inside.utf8.allSatisfy(\.isLetter)
            add(isName ? .letters(inside) : .words(inside), from: start)
        default: add(.command(name), from: start)
        }
    }

    /// Commands that change how something looks and nothing else.
    private static let invisible: Set<String> = [
        "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "biggl", "biggr", "Biggl", "Biggr",
        "displaystyle", "textstyle", "scriptstyle", "scriptsize", "limits", "nolimits", "allowbreak", "nonumber", "notag",
        "small",
        "footnotesize", "normalsize", "large", "Large", "tiny", "thinspace", "medspace", "thickspace", "negthinspace", "middle",
        "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "boldsymbol", "bm", "pmb", "boxed", "alert", "underline", "mathstrut",
        "only", "uncover", "visible", "onslide", "structure", "noalign", "smallskip", "medskip", "bigskip", "centering",
        "hfill",
        "operatorname", "mathop", "rm", "bf", "it", "num",
    ]

    private mutating func skipBracket() {
        if index < end, bytes[index] == UInt8(ascii: "["), let close = bytes[index..<end].firstIndex(of: UInt8(ascii: "]")),
            close < index + 12
        {
            index = close + 1
        }
    }

    private mutating func skipGroup() { _ = group() }

    private mutating func group() -> ArraySlice<UInt8> {
        if groups == nil { groups = GroupEnds(bytes, in: index..<end) }
        var start = index
        while start < end, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "*") { start += 1 }
        guard start < end, bytes[start] == UInt8(ascii: "{"), let close = groups?.end(at: start) else {
            return []
        }
        index = close
        return bytes[(start + 1)..<(close - 1)]
    }
}
