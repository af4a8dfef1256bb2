import Exhibits

/// Markdown of other tools as that of a lesson: code of other languages is shown, what only their tools understand is left out.
struct MarkdownConversion {
    private let lines: [Substring]
    private let file: String
    private(set) var omissions: [ImportedNotes.Omission] = []
    private(set) var title: String?

    init(_ text: String, file: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.file = file
    }

    mutating func markdown() -> String {
        var result: [Substring] = []
        var index = skipFrontMatter()
        var fence: Substring?
        while index < lines.count {
            let line = lines[index]
            let trimmed = line.drop { $0 == " " }
            if let open = fence {
                if trimmed.hasPrefix(open) { fence = nil }
                // Options of a cell are its tool's, no code.
                if !trimmed.hasPrefix("#|") { result.append(line) }
            } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
                fence = trimmed.prefix { $0 == "`" || $0 == "~" }
                let info = trimmed.dropFirst(fence?.count ?? 0)
                result.append("\(trimmed.prefix(fence?.count ?? 3))\(Self.language(of: info))"[...])
            } else if trimmed.hasPrefix("{{<") {
                omit("the shortcode \(trimmed)", at: index)
            } else if trimmed.hasPrefix(":::") {
                if trimmed.contains("{") { omit("the block \(trimmed): its text stands without its frame", at: index) }
            } else {
                if line.contains("`r ") || line.contains("`{python}") {
                    omit("a result that code was to put into the text", at: index)
                }
                result.append(line)
            }
            index += 1
        }
        return result.joined(separator: "\n")
    }

    private mutating func omit(_ what: String, at index: Int) {
        omissions.append(.init(place: Place(file: file, line: index + 1), what: what))
    }

    /// `{python, echo=FALSE}` is python.
    private static func language(of info: Substring) -> String {
        String(info.drop { "{. ".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "+" }).lowercased()
    }

    private mutating func skipFrontMatter() -> Int {
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else {
            return 0
        }
        for line in lines[1..<end] where line.hasPrefix("title:") {
            title = String(line.dropFirst(6)).trimmed(" \"'")
        }
        return end + 1
    }
}

extension String {
    func trimmed(_ characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text = text.dropFirst() }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
