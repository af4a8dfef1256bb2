import Exhibits

/// Markdown of other tools as that of a lesson: code of other languages is shown, what only their tools understand is left out.
struct MarkdownConversion {
    private let lines: [Substring]
    private let file: String
    private(set) var omissions: [ImportedNotes.Omission] = []
    private(set) var title: String?
    /// Whether the notes are slides.
    private(set) var isSlides = false
    /// What the head says that a lesson's head says in the same words.
    private(set) var head: [(key: String, line: String)] = []
    private let cells: [CodeCell]
    /// The cells by the lines on which they begin.
    private let cellsByLine: [Int: CodeCell]
    private let headings: HeadingLinks
    private let bookdown: Bookdown
    private var notes = InlineNotes()
    /// The labels of what code was to draw, which nothing has here.
    private let drawn: Set<String>
    /// Whether each frame of colons is closed: lessons take one that isn't for a mistake.
    private let framesAreClosed: Bool

    init(_ text: String, file: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.file = file
        framesAreClosed = Self.framesAreClosed(in: lines)
        cells = CodeCell.all(in: lines)
        cellsByLine = Dictionary(cells.map { ($0.lines.lowerBound, $0) }) { first, _ in first }
        headings = HeadingLinks(lines)
        drawn = Set(cells.filter { $0.picture == nil }.compactMap(\.label))
        bookdown = Bookdown(lines, pictures: cells.filter { $0.picture != nil }.compactMap(\.label))
    }

    mutating func markdown() -> String {
        var result: [Substring] = []
        var index = skipFrontMatter()
        var fence: Substring?
        var isCellStart = false
        let silent = cells.filter { $0.isShown && $0.runs && $0.drawing == nil && $0.isCode }
        while index < lines.count {
            let line = lines[index]
            let trimmed = line.drop { $0 == " " }
            if fence == nil, let cell = cellsByLine[index], !cell.isShown {
                if cell.isHidden {
                    omit("code that its tool runs without showing it", at: index)
                } else if cell.isEmpty, cell.division == nil {
                    omit("what a cell without code of its own shows", at: index)
                } else if let division = cell.division {
                    result += [Substring(division), ""]
                    for inner in cell.lines.dropFirst().dropLast() { result.append(text(lines[inner], at: inner)) }
                    result += ["", "::::::"]
                } else if let picture = cell.picture {
                    result.append(line.prefix(line.count - trimmed.count) + picture)
                }
                index = cell.lines.upperBound
                continue
            }
            if let open = fence {
                if trimmed.hasPrefix(open) { fence = nil }
                // Options of a cell are its tool's, no code.
                let isOption = trimmed.hasPrefix("#|") || trimmed.hasPrefix("//|")
                // Nor is an empty line between them and the code.
                let isBlank = isCellStart && trimmed.allSatisfy(\.isWhitespace)
                if !isOption, !isBlank {
                    result.append(line)
                    isCellStart = false
                }
            } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
                fence = trimmed.prefix { $0 == "`" || $0 == "~" }
                if let drawing = cellsByLine[index]?.drawing {
                    omit("what a cell in \(drawing) makes; its code is shown", at: index)
                }
                if index == silent.first?.lines.lowerBound {
                    let cells = "\(silent.count) \(silent.count == 1 ? "cell" : "cells")"
                    omit("what the code of \(cells) gives when it runs: pictures, tables, text", at: index)
                }
                let info = trimmed.dropFirst(fence?.count ?? 0)
                isCellStart = info.hasPrefix("{") && !info.hasPrefix("{=")
                // What is indented belongs to a list, and HTML isn't code.
                let start = line.prefix(line.count - info.count)
                result.append(info.hasPrefix("{=") ? line : start + Self.language(of: info))
            } else if trimmed.hasPrefix("{{<"), !Self.isVideo(trimmed) {
                omit("the shortcode \(trimmed)", at: index)
            } else if trimmed.hasPrefix(":::"), !framesAreClosed {
                if trimmed.contains("{") { omit("the block \(trimmed): its text stands without its frame", at: index) }
            } else if let name = line.prefixMatch(of: /\(ref:([\w-]{1,80})\)\s/)?.1 {
                omit("the text named (ref:\(name)), a caption of what code was to draw", at: index)
            } else {
                result.append(Bookdown.box(line) ?? text(line, at: index))
            }
            index += 1
        }
        if !notes.definitions.isEmpty { result += notes.definitions.flatMap { ["", Substring($0)] } + [""] }
        return result.joined(separator: "\n")
    }

    /// A line of running text as a lesson has it.
    private mutating func text(_ line: Substring, at index: Int) -> Substring {
        if line.contains("`r ") || line.contains("`{python}") { omit("a result that code was to put into the text", at: index) }
        var lost: [String] = []
        let referring = bookdown.referring(Bookdown.caption(line), lost: &lost)
        for name in lost { omit("the reference \\@ref(\(name)), to what isn't in these notes or code was to draw", at: index) }
        let noted = notes.marked(referring, number: index + 1)
        let heading = noted.hasPrefix("#") ? Self.unnumbered(noted) : noted
        return unreferred(headings.linked(Self.separated(heading), at: index), at: index)
    }

    /// Emphasis and then strong words as pandoc reads `*a***-b**`: to CommonMark, stars between a letter and a sign only close.
    private static func separated(_ line: Substring) -> Substring {
        guard line.contains("***"), !line.contains("`"), !line.contains("$") else { return line }
        let stars = /(^|[^*\\])(\*[^*\s][^*]*)\*{3}([^\w\s*][^*]*)\*\*(?![*\w])/
        return Substring(line.replacing(stars) { "\($0.1)\($0.2)*<strong>\($0.3)</strong>" })
    }

    /// A heading without pandoc's sign that it has no number, which no heading has here.
    private static func unnumbered(_ heading: Substring) -> Substring {
        let whole = heading.trimmedAtEnd
        return whole.hasSuffix("{-}") ? whole.dropLast(3).trimmedAtEnd : heading
    }

    /// The line with the names of what code was to draw in place of references to it.
    private mutating func unreferred(_ line: Substring, at index: Int) -> Substring {
        guard !drawn.isEmpty, line.contains("@") else { return line }
        var result = ""
        var rest = line
        while let sign = rest.firstIndex(of: "@") {
            let label = rest[rest.index(after: sign)...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            result += rest[..<sign]
            if drawn.contains(String(label)) {
                omit("the reference @\(label), to what code was to draw", at: index)
                result += "`\(label)`"
            } else {
                result += "@" + label
            }
            rest = rest[label.endIndex...]
        }
        return Substring(result + rest)
    }

    /// Videos are links in lessons, too.
    private static func isVideo(_ line: Substring) -> Bool {
        ["video", "youtube", "vimeo"].contains(line.dropFirst(3).split(separator: " ").first)
    }

    private static func framesAreClosed(in lines: [Substring]) -> Bool {
        var depth = 0
        var listings = ListingLines()
        for line in lines where !listings.hold(line) {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix(":::") {
                depth += trimmed.drop(while: { $0 == ":" }).allSatisfy(\.isWhitespace) ? -1 : 1
                if depth < 0 { return false }
            }
        }
        return depth == 0
    }

    private mutating func omit(_ what: String, at index: Int) {
        omissions.append(.init(place: Place(file: file, line: index + 1), what: what))
    }

    /// What Quarto and R Markdown call slides.
    private static let slides: Set<String> = [
        "revealjs", "beamer", "ioslides_presentation", "slidy_presentation", "beamer_presentation",
        "revealjs::revealjs_presentation",
        "xaringan::moon_reader",
    ]

    /// `{python, echo=FALSE}` is python.
    static func language(of info: Substring) -> String {
        String(info.drop { "{. ".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "+" }).lowercased()
    }

    /// Keeps a line of the head that a lesson's head may have: a key with one plain value.
    private mutating func keep(_ line: Substring) {
        let key = String(line.prefix { $0.isLetter })
        guard ["subtitle", "author", "date", "description", "lang", "bibliography"].contains(key),
            line.dropFirst(key.count).hasPrefix(":")
        else { return }
        let value = String(line.dropFirst(key.count + 1)).trimmed(" \t")
        // A value of several lines, one that code gives, and words that only a tool makes a date of.
        guard !value.isEmpty, !"|>{&*!%".contains(value.first ?? " "), !value.contains("`"),
            !["today", "now", "last-modified"].contains(value.trimmed(" \"'"))
        else { return }
        head.append((key, "\(key): \(value)"))
    }

    private mutating func skipFrontMatter() -> Int {
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else {
            return 0
        }
        for line in lines[1..<end] {
            keep(line)
            if line.hasPrefix("title:") { title = String(line.dropFirst(6)).trimmed(" \"'") }
            let value = line.drop { $0 == " " }.prefix { $0 != ":" }
            let isFormat = line.hasPrefix("format:") || line.hasPrefix("output:") || line.hasPrefix(" ")
            if isFormat, Self.slides.contains(String(line.drop { $0 != ":" }.dropFirst()).trimmed(" \"'")) { isSlides = true }
            if isFormat, Self.slides.contains(String(value)) { isSlides = true }
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

extension Substring {
    /// Without the blanks behind it.
    var trimmedAtEnd: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
