/// Lays Markdown out flat: code, comments, tags, addresses and front matter are left out.
struct MarkdownReader {
    private let piece: Piece
    private var position = 0
    /// Where the formula between double dollars ends that is being read.
    private var formulaEnd = 0
    /// Whether a power written as a tag is open.
    private var isInPower = false
    private var macros: MacroExpander
    private let groups: GroupEnds

    static func read(into notes: inout Notes) {
        let piece = Piece(notes.files[0].bytes, file: 0)
        var reader = MarkdownReader(piece: piece, macros: MacroExpander())
        reader.skipFrontMatter()
        reader.read(into: &notes)
    }

    /// A cell of a notebook; a macro that one defines holds in all that follow, as it does on the page.
    static func read(_ piece: Piece, macros: inout MacroExpander, into notes: inout Notes) {
        var reader = MarkdownReader(piece: piece, macros: macros)
        reader.read(into: &notes)
        macros = reader.macros
    }

    private init(piece: Piece, macros: MacroExpander) {
        self.piece = piece
        self.macros = macros
        groups = GroupEnds(piece.bytes)
    }

    private var bytes: [UInt8] { piece.bytes }

    private mutating func skipFrontMatter() {
        guard bytes.starts(with: "---\n", at: 0), let end = bytes.position(of: "\n---", from: 3) else { return }
        position = bytes.lineEnd(from: end + 1)
    }

    private mutating func read(into notes: inout Notes) {
        while position < bytes.count {
            if isLineStart, skipFence() { continue }
            if isLineStart { readLineStart(into: &notes) }
            guard position < bytes.count else { return }
            if position >= formulaEnd, bytes.starts(with: "$$", at: position) { openFormula() }
            switch bytes[position] {
            case UInt8(ascii: "`"): skipCode(into: &notes)
            case UInt8(ascii: "<"): skipTag(into: &notes)
            case UInt8(ascii: "]") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "("):
                skipAddress(into: &notes)
            case UInt8(ascii: "h") where bytes.starts(with: "http", at: position) && isAddress: skipWord(into: &notes)
            case UInt8(ascii: "\\") where opensOrClosesFormula: copy(afterSkipping: 1, into: &notes)
            case UInt8(ascii: "\\") where position + 1 < bytes.count: readCommand(into: &notes)
            default: copy(into: &notes)
            }
        }
    }

    private var isLineStart: Bool { position == 0 || bytes[position - 1] == 0x0A }
    private var isAddress: Bool { bytes.starts(with: "http://", at: position) || bytes.starts(with: "https://", at: position) }

    /// In a formula a minus at the beginning of a line is no list. One that isn't closed before the next heading is none.
    private mutating func openFormula() {
        let limit = min(bytes.count, position + 4000)
        guard let close = bytes.position(of: "$$", from: position + 2, limit: limit),
            bytes.position(of: "\n#", from: position, limit: close) == nil
        else { return }
        formulaEnd = close + 2
    }

    private mutating func copy(into notes: inout Notes) {
        notes.text.append(bytes[position], from: piece.origins[position])
        position += 1
    }

    /// Some tools need `\\\\(` and `\\\\)` for the brackets of a formula.
    private var opensOrClosesFormula: Bool {
        for (open, close) in [("\\\\(", "\\\\)"), ("\\\\[", "\\\\]")] as [(StaticString, StaticString)] {
            if bytes.starts(with: open, at: position) {
                let limit = min(bytes.count, position + 2000)
                return bytes.position(of: close, from: position + 3, limit: limit).map { end in
                    bytes.position(of: open, from: position + 3, limit: end) == nil
                } ?? false
            }
            if bytes.starts(with: close, at: position) { return true }
        }
        return false
    }

    /// Copies a backslash and its bracket.
    private mutating func copy(afterSkipping count: Int, into notes: inout Notes) {
        position += count
        copy(into: &notes)
        if position < bytes.count { copy(into: &notes) }
    }

    private mutating func end(into notes: inout Notes) {
        notes.text.append("\n\n", from: piece.origins[min(position, bytes.count - 1)])
    }

    /// A block of code between fences, of any language.
    private mutating func skipFence() -> Bool {
        var start = position
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == UInt8(ascii: ">") {
            start += 1
        }
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else {
            return false
        }
        let mark = bytes[start]
        var length = 0
        while start + length < bytes.count, bytes[start + length] == mark { length += 1 }
        let lineEnd = bytes.lineEnd(from: start)
        guard length >= 3, mark != UInt8(ascii: "`") || !bytes[(start + length)..<lineEnd].contains(mark) else { return false }
        var line = lineEnd + 1
        while line < bytes.count {
            let end = bytes.lineEnd(from: line)
            let trimmed = bytes[line..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
            line = end + 1
            let run = trimmed.prefix { $0 == mark }.count
            if run >= length, trimmed.dropFirst(run).allSatisfy(\.isSpace) { break }
        }
        position = min(line, bytes.count)
        return true
    }

    /// What a line begins with is no part of a calculation: the mark of a heading, a list or a quotation.
    private mutating func readLineStart(into notes: inout Notes) {
        var index = position
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == UInt8(ascii: ">") {
            index += 1
        }
        guard index < bytes.count else { return position = index }
        if position < formulaEnd {
            if bytes[position..<index].contains(UInt8(ascii: ">")) { position = index }
            return
        }
        let mark = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
        if mark == UInt8(ascii: "#") {
            notes.text.markHeading()
            end(into: &notes)
            while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
            position = index
        } else if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(mark), next == 0x20 {
            end(into: &notes)
            position = index + 2
        } else if mark.isDigit {
            var digits = index
            while digits < bytes.count, bytes[digits].isDigit { digits += 1 }
            let isList =
                digits + 1 < bytes.count && (bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")"))
                && bytes[digits + 1] == 0x20
            if isList {
                end(into: &notes)
                position = digits + 2
            }
        } else if index > position, bytes[position..<index].contains(UInt8(ascii: ">")) {
            position = index
        }
    }

    private mutating func skipCode(into notes: inout Notes) {
        var length = 0
        while position + length < bytes.count, bytes[position + length] == UInt8(ascii: "`") { length += 1 }
        var index = position + length
        while index < bytes.count {
            if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A { break }
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            var run = 0
            while index + run < bytes.count, bytes[index + run] == UInt8(ascii: "`") { run += 1 }
            if run == length {
                // What stands in code is a word of the sentence.
                notes.text.append(" code ", from: piece.origins[position])
                return position = index + run
            }
            index += run
        }
        position += length
    }

    private mutating func skipTag(into notes: inout Notes) {
        if bytes.starts(with: "<!--", at: position) {
            let end = bytes.position(of: "-->", from: position).map { $0 + 3 } ?? bytes.count
            return position = end
        }
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        guard next.isLetter || next == UInt8(ascii: "/") else { return copy(into: &notes) }
        let limit = min(bytes.count, position + 2000)
        guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ">")) else { return copy(into: &notes) }
        let tag = position
        let name = bytes.word(at: tag + 1).lowercased()
        // A script, a style or a preformatted block is no text.
        if ["script", "style", "pre", "svg"].contains(name) {
            let closing = Array("</\(name)".utf8)
            var index = end
            while index < bytes.count, !bytes[index...].starts(with: closing) { index += 1 }
            position = min(bytes.count, index + closing.count + 1)
        } else {
            position = end + 1
        }
        switch name {
        // An index belongs to a name, a power to what stands before it.
        case "sub" where next.isLetter && isShort("</sub>"): notes.text.append("_", from: piece.origins[end])
        case "sup" where next.isLetter && isShort("</sup>"):
            isInPower = true
            notes.text.append("^(", from: piece.origins[end])
        case "" where isInPower && bytes.word(at: tag + 2) == "sup":
            isInPower = false
            notes.text.append(")", from: piece.origins[end])
        default: notes.text.append(" ", from: piece.origins[end])
        }
    }

    /// Whether a tag that has just been opened is closed soon.
    private func isShort(_ closing: StaticString) -> Bool {
        bytes.position(of: closing, from: position, limit: min(bytes.count, position + 40)) != nil
    }

    /// The address behind a link's or a picture's text.
    private mutating func skipAddress(into notes: inout Notes) {
        copy(into: &notes)
        let limit = bytes.lineEnd(from: position)
        guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ")")) else { return copy(into: &notes) }
        position = end + 1
    }

    private mutating func skipWord(into notes: inout Notes) {
        while position < bytes.count, !bytes[position].isSpace { position += 1 }
        notes.text.append(" address ", from: piece.origins[position - 1])
    }

    /// An author's macro is expanded here as in LaTeX.
    private mutating func readCommand(into notes: inout Notes) {
        let name = bytes.word(at: position + 1)
        if let end = macros.definition(named: name, in: piece, at: position, groups) { return position = end }
        if let (expanded, end) = macros.expansion(of: name, in: piece, at: position, groups) {
            for (byte, origin) in zip(expanded.bytes, expanded.origins) { notes.text.append(byte, from: origin) }
            return position = end
        }
        copy(into: &notes)
        if position < bytes.count { copy(into: &notes) }
    }
}
