/// A block of HTML that is nothing but frames around running text: `<center><img …></center>`, `<div>` with a caption in it.
///
/// Its frames become empty lines, so that CommonMark reads what they hold as paragraphs. A marker at the head of each line keeps text
/// from being read as anything else: in HTML, `1.` begins no list.
struct HTMLFrames {
    /// The blanks at the head of the block, which keep it inside its list.
    private let indentation: String
    private let parts: [[(range: Range<Int>, element: HTMLElement?)]]

    /// - Parameter isKept: whether a line, counted from the block's first, is read as something else.
    init?(_ text: LocatedText, lines: [Lines.Line], isKept: (Int) -> Bool) {
        guard let first = lines.first else { return nil }
        let blanks = text.bytes[first.range].prefix(while: \.isBlank)
        guard blanks.endIndex < first.end, text.bytes[blanks.endIndex] == ASCII.less else { return nil }
        indentation = blanks.text
        var parts: [[(range: Range<Int>, element: HTMLElement?)]] = []
        for (number, line) in lines.enumerated() {
            if isKept(number) {
                parts.append([])
                continue
            }
            guard let read = HTMLElement.parts(of: text.bytes[line.range]),
                read.allSatisfy({ part in part.element.map(Self.isRead) ?? true })
            else { return nil }
            parts.append(read)
        }
        self.parts = parts
    }

    private static func isRead(_ element: HTMLElement) -> Bool {
        ReadableHTML.isInline(element) || ReadableHTML.frames.contains(element.name)
            || ReadableHTML.headings.contains(element.name) || element.name == "hr"
    }

    /// What becomes of a line.
    func edits(ofLine number: Int, of text: LocatedText, with lifting: inout Lifting) -> [LocatedText.Edit] {
        var edits: [LocatedText.Edit] = []
        func replace(_ range: Range<Int>, _ with: String) {
            var replacement = LocatedText()
            replacement.append(with, at: text.origin(at: range.lowerBound))
            edits.append(.init(range: range, replacement: replacement))
        }
        var atLineStart = true
        for part in parts[number] {
            let blanks = text.bytes[part.range].prefix { $0.isWhitespace }.endIndex
            if part.element == nil, blanks == part.range.upperBound, atLineStart {
                replace(part.range, "")
                continue
            }
            guard let element = part.element, !ReadableHTML.isInline(element) else {
                if atLineStart {
                    let start = part.element == nil ? blanks : part.range.lowerBound
                    replace(part.range.lowerBound..<start, indentation + lifting.marker(for: .tableCell, source: ""))
                }
                atLineStart = false
                continue
            }
            let name = element.isClosing ? nil : element.attributes["id"]
            if element.name == "hr" {
                replace(part.range, "\n\n\(indentation)***\n\n")
            } else if !element.isClosing, ReadableHTML.headings.contains(element.name) {
                let level = element.name.last?.wholeNumberValue ?? 2
                replace(part.range, "\n\n\(indentation)\(String(repeating: "#", count: level)) ")
                atLineStart = false
                continue
            } else if let name, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_:.".contains($0) }) {
                // What links lead to stays a place.
                let marker = lifting.marker(for: .tableCell, source: "")
                replace(part.range, "\n\n\(indentation)\(marker)<a id=\"\(name)\"></a>")
                atLineStart = false
                continue
            } else {
                replace(part.range, "\n\n")
            }
            atLineStart = true
        }
        return edits
    }
}
