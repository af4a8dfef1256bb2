import Exhibits

/// Lifts out what spans lines and would be misread as other blocks: the colons of divisions, display mathematics that
/// begins a line, and the texts of footnotes.
struct BlockLifter {
    private let text: LocatedText
    private let lines: Lines
    private let map: BlockMap
    private var lifting: Lifting
    private var edits: [LocatedText.Edit] = []
    /// Up to which line it is known that what opens with a backslash isn't closed in its paragraph.
    private var unclosedUpTo = -1

    static func lifted(_ text: LocatedText, with lifting: inout Lifting) -> LocatedText {
        let lines = Lines(text.bytes)
        let map = BlockMap(CommonMark.tree(of: text.bytes), lines: lines, bytes: text.bytes)
        var lifter = BlockLifter(text: text, lines: lines, map: map, lifting: .empty)
        swap(&lifter.lifting, &lifting)
        lifter.read()
        swap(&lifter.lifting, &lifting)
        return text.replacing(lifter.edits)
    }

    private init(text: LocatedText, lines: Lines, map: BlockMap, lifting: Lifting) {
        self.text = text
        self.lines = lines
        self.map = map
        self.lifting = lifting
    }

    private mutating func read() {
        var number = 0
        while number < lines.count {
            number = map.isOpaque(number) ? number + 1 : next(after: number)
        }
    }

    private mutating func next(after number: Int) -> Int {
        let start = map.contentStart(ofLine: number)
        let content = text.bytes[start..<lines[number].end]
        if content.starts(with: ":::") { return division(in: start..<lines[number].end, line: number) }
        if content.starts(with: "$$") || content.starts(with: "\\[") || content.starts(with: "\\\\[")
            || content.starts(with: "\\begin{")
        {
            return mathematics(from: start, line: number)
        }
        if content.starts(with: "[^"), map.quotes[number] == 0 { return footnote(from: start, line: number) }
        return number + 1
    }

    // MARK: Divisions

    private mutating func division(in range: Range<Int>, line number: Int) -> Int {
        guard let fence = DivisionFence(text.bytes, in: range) else { return number + 1 }
        let place = lifting.place(text.origin(at: range.lowerBound))
        if case .opening(let attributes) = fence {
            lifting.checkCondition(attributes, at: text.origin(at: range.lowerBound), length: range.count)
        }
        let content: Lifted.Content =
            switch fence {
            case .opening(let attributes): .divisionStart(attributes, at: place)
            case .closing: .divisionEnd(at: place)
            }
        replace(range, with: lifting.blockMarker(for: content, source: text.string(range)))
        return number + 1
    }

    private mutating func replace(_ range: Range<Int>, with marker: String) {
        var replacement = LocatedText()
        replacement.append(marker, at: text.origin(at: range.lowerBound))
        edits.append(LocatedText.Edit(range: range, replacement: replacement))
    }

    // MARK: Mathematics

    private mutating func mathematics(from start: Int, line number: Int) -> Int {
        let isTeX = text.bytes[start] == ASCII.backslash
        guard !isTeX || number > unclosedUpTo else { return number + 1 }
        // The formula's lines without list and quote marks, and which byte of the text each of their bytes is.
        var (body, indices, last) = paragraph(from: start, line: number)
        if let longer = environment(from: start, line: number, in: body) { (body, indices, last) = longer }
        guard let (formula, behind) = formula(in: body) else {
            if isTeX { unclosedUpTo = last }
            if body.bytes.first == ASCII.dollar, MathematicsDelimiters.isMeantAsOpening(body.bytes[2...]) {
                lifting.reportUnclosed(
                    "unclosed-mathematics", at: text.origin(at: start), length: 2, MathematicsDelimiters.unclosedMessage)
            }
            return number + 1
        }
        if !isTeX, lifting.doublesDollars, DoubledDollars.isInText(0..<behind, of: body.bytes) { return number + 1 }
        var mathematics = Mathematics(
            parts: MathematicsParser.parts(of: formula, with: &lifting), isDisplay: true,
            at: lifting.place(text.origin(at: start)))
        var end = behind
        var labelled = end
        while labelled < body.count, body.bytes[labelled].isBlank { labelled += 1 }
        if let (attributes, attributesEnd) = AttributesParser.parse(body.bytes, at: labelled, body.count) {
            mathematics.label = attributes.label
            end = attributesEnd
        }
        let range = start..<(indices[end - 1] + 1)
        replace(range, with: lifting.marker(for: .mathematics(mathematics), source: text.string(range)))
        return lastLine(containing: range.upperBound, from: number) + 1
    }

    /// The lines from a place to the next empty one, where each of their bytes stands, and the last line.
    private func paragraph(from start: Int, line number: Int) -> (body: LocatedText, indices: [Int], last: Int) {
        var body = text[start..<lines[number].end]
        var indices = Array(start..<lines[number].end)
        var last = number
        while last + 1 < lines.count, append(line: last + 1, quotes: map.quotes[number], to: &body, &indices) { last += 1 }
        return (body, indices, last)
    }

    /// Adds what stands on a line inside its quotes; false for a line that is empty there.
    private func append(line number: Int, quotes: Int, to body: inout LocatedText, _ indices: inout [Int]) -> Bool {
        let start = map.contentStart(ofLine: number, quotes: quotes)
        let end = lines[number].end
        guard start < end else { return false }
        body.append("\n", at: text.origin(at: lines[number - 1].end))
        indices.append(lines[number - 1].end)
        body.append(text, start..<end)
        indices += start..<end
        return true
    }

    /// A formula in dollars around an environment that goes on behind an empty line, which is left out: the environment's end
    /// says where the formula ends. nil for any other, and for one without an end.
    private func environment(
        from start: Int, line number: Int, in body: LocatedText
    ) -> (body: LocatedText, indices: [Int], last: Int)? {
        guard body.bytes.starts(with: "$$".utf8) else { return nil }
        let content = body.bytes[2...].drop(while: \.isWhitespace)
        guard let name = TeXOpening.environment(in: body.bytes, at: content.startIndex, limit: body.count),
            TeXOpening.environments.contains(name.text)
        else { return nil }
        let closing = Array("\\end{".utf8) + name + [ASCII.closingBrace]
        guard body.bytes.firstRange(of: closing) == nil else { return nil }
        var (body, indices, last) = paragraph(from: start, line: number)
        while last + 1 < min(lines.count, number + 200), !map.isOpaque(last + 1) {
            last += 1
            guard append(line: last, quotes: map.quotes[number], to: &body, &indices) else { continue }
            let line = text.bytes[lines[last].range]
            if line.holds("$$") {
                return body.bytes.firstRange(of: closing) == nil ? nil : (body, indices, last)
            }
        }
        return nil
    }

    /// The display formula that a text begins with, and where it ends: between dollars, between brackets, or an environment.
    private func formula(in text: LocatedText) -> (content: LocatedText, end: Int)? {
        let bytes = text.bytes
        if bytes.first == ASCII.dollar {
            return MathematicsDelimiters.closing(in: bytes, from: 2, display: true, limit: bytes.count)
                .map { (text[2..<$0], $0 + 2) }
        }
        guard let opening = TeXOpening(in: bytes, at: 0, limit: bytes.count), opening.isDisplay else { return nil }
        return (opening.formula(of: text), opening.end)
    }

    private func lastLine(containing offset: Int, from number: Int) -> Int {
        var number = number
        while number + 1 < lines.count, lines[number].end < offset { number += 1 }
        return number
    }

    // MARK: Footnotes

    /// `[^name]: text`, with the lines that continue it and the indented blocks that belong to it.
    private mutating func footnote(from start: Int, line number: Int) -> Int {
        let line = text.bytes[start..<lines[number].end]
        guard let bracket = line.firstIndex(of: ASCII.closingBracket), bracket > start + 2, bracket + 1 < line.endIndex,
            text.bytes[bracket + 1] == ASCII.colon, start - lines[number].start <= 3
        else { return number + 1 }
        let name = text.string((start + 2)..<bracket)
        guard !name.contains(where: \.isWhitespace), lifting.footnotes.insert(name).inserted else { return number + 1 }
        let place = lifting.place(text.origin(at: start))
        let range = start..<(bracket + 2)
        replace(range, with: lifting.blockMarker(for: .footnoteStart(name, at: place), source: text.string(range)) + "\n")

        var last = number
        var next = number + 1
        while next < lines.count {
            let content = text.bytes[lines[next].range]
            let isBlank = content.trimmed.isEmpty
            let indentation = self.indentation(of: next)
            if isBlank || indentation != nil || next == last + 1 && !content.starts(with: "[^") {
                if let indentation, !isBlank { edits.append(.init(range: indentation, replacement: LocatedText())) }
                if !isBlank { last = next }
                next += 1
            } else {
                break
            }
        }
        let end = lines[last].end
        replace(end..<end, with: "\n" + lifting.blockMarker(for: .footnoteEnd, source: ""))
        return last + 1
    }

    /// Four blanks or a tab at the head of a line.
    private func indentation(of number: Int) -> Range<Int>? {
        let line = lines[number]
        if line.start < line.end, text.bytes[line.start] == ASCII.tab { return line.start..<(line.start + 1) }
        guard text.bytes[line.range].starts(with: "    ") else { return nil }
        return line.start..<(line.start + 4)
    }
}
