import Foundation

/// Links by the words of a heading, `[Heading]`, as pandoc, Quarto and bookdown have them: the heading gets a label, and the link
/// leads to it. Words that two headings have lead nowhere, nor do those of the title, which is no heading in a lesson.
struct HeadingLinks {
    /// The labels of headings that are linked to, by their words.
    private var labels: [String: String] = [:]
    /// The labels that headings get here, by their lines.
    private var given: [Int: String] = [:]

    init(_ lines: [Substring]) {
        var headings: [String: (line: Int, label: Substring?)] = [:]
        var ambiguous: Set<String> = []
        var linked: Set<String> = []
        var taken: Set<String> = []
        var listings = ListingLines()
        for (index, line) in lines.enumerated() where !listings.hold(line) && (line.hasPrefix("##") || line.contains("[")) {
            if let (words, label) = Self.heading(line) {
                if let label { taken.insert(String(label)) }
                if headings.updateValue((index, label), forKey: words) != nil { ambiguous.insert(words) }
            } else {
                for bracket in Self.brackets(in: line) { linked.insert(Self.key(line[bracket])) }
                if let end = line.firstRange(of: "]:")?.lowerBound, line.hasPrefix("[") {
                    // Its author says where it leads.
                    ambiguous.insert(Self.key(line[..<end].dropFirst()))
                }
            }
        }
        for words in linked.subtracting(ambiguous).sorted() {
            guard let (line, label) = headings[words] else { continue }
            if let label {
                labels[words] = String(label)
            } else {
                let slug = "sec-" + Self.slug(words)
                let own = slug != "sec-" && taken.insert(slug).inserted ? slug : "sec-line-\(line + 1)"
                labels[words] = own
                given[line] = own
            }
        }
    }

    /// The line with its links, and with its label where it is a heading that gets one.
    func linked(_ line: Substring, at index: Int) -> Substring {
        if let label = given[index] {
            let whole = line.trimmedAtEnd
            guard whole.last == "}", let brace = whole.lastIndex(of: "{") else { return "\(whole) {#\(label)}" }
            return "\(whole[...brace])#\(label) \(whole[whole.index(after: brace)...])"
        }
        guard !labels.isEmpty, line.contains("[") else { return line }
        var result = ""
        var position = line.startIndex
        for bracket in Self.brackets(in: line) {
            guard let label = labels[Self.key(line[bracket])] else { continue }
            let opening = line.index(before: bracket.lowerBound)
            let closing = line.index(after: bracket.upperBound)
            let isBehindText = opening > line.startIndex && line[line.index(before: opening)] == "]"
            result += line[position..<(isBehindText ? opening : closing)] + "(#\(label))"
            position = closing
        }
        return Substring(result + line[position...])
    }

    /// The words of a heading below the title, and its label.
    private static func heading(_ line: Substring) -> (words: String, label: Substring?)? {
        guard let match = line.wholeMatch(of: /#{2,6}[ \t]([^{]*)(?:\{([^{}]*)\}[ \t]*)?/) else { return nil }
        let label = match.2?.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("#") }?.dropFirst()
        return (key(match.1), label)
    }

    /// As pandoc compares them: without regard to capitals and to how many blanks stand between words.
    private static func key(_ words: Substring) -> String {
        words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func slug(_ words: String) -> String {
        words.folding(options: .diacriticInsensitive, locale: nil).split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
            .joined(separator: "-")
    }

    /// What stands between brackets outside of code with no address, attributes or brackets behind them.
    private static func brackets(in line: Substring) -> [Range<Substring.Index>] {
        var result: [Range<Substring.Index>] = []
        var opening: Substring.Index?
        var isCode = false
        var isEscaped = false
        var previous: Character = " "
        for index in line.indices {
            let character = line[index]
            defer { previous = character }
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = !isCode
            case "`":
                if previous != "`" { isCode.toggle() }
                opening = nil
            case "[": opening = isCode || previous == "!" ? nil : line.index(after: index)
            case "]":
                if let start = opening, start < index, !isCode {
                    let next = line[index...].dropFirst().first
                    if next.map({ !"[({:".contains($0) }) ?? true { result.append(start..<index) }
                }
                opening = nil
            default: break
            }
        }
        return result
    }
}
