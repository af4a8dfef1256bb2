import Exhibits

/// LaTeX as Markdown, as far as notes need it: headings, lists, emphasis, links, tables and formulas; the author's macros expanded.
/// What it doesn't know it leaves out and lists; the text inside stays.
struct LaTeXConversion {
    private let bytes: [UInt8]
    private let file: String
    var macros = MacroExpander()
    private let source: SourceFile
    private(set) var omissions: [ImportedNotes.Omission] = []
    private(set) var title: String?
    var result = ""
    var lists: [String] = []
    private var said: Set<String> = []

    init(_ text: String, file: String) {
        bytes = Array(text.utf8)
        self.file = file
        source = SourceFile(name: file, bytes: bytes)
    }

    mutating func markdown() -> String {
        write(Piece(bytes, file: 0), depth: 0)
        var lines: [String] = []
        for line in result.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = String(line.drop { $0 == " " && !line.hasPrefix("    ") })
            if !(text.isEmpty && lines.last?.isEmpty ?? true) { lines.append(text) }
        }
        return lines.joined(separator: "\n")
    }

    mutating func omit(_ what: String, at origin: Origin) {
        guard said.insert(what).inserted else { return }
        omissions.append(.init(place: source.place(of: Int(origin.offset)), what: what))
    }

    mutating func write(_ piece: Piece, depth: Int) {
        let groups = GroupEnds(piece.bytes)
        var index = 0
        while index < piece.bytes.count {
            let byte = piece.bytes[index]
            switch byte {
            case UInt8(ascii: "%"): index = min(piece.bytes.count, piece.bytes.lineEnd(from: index) + 1)
            case UInt8(ascii: "$"): index = dollars(in: piece, at: index)
            case UInt8(ascii: "\\"): index = command(in: piece, at: index, groups, depth: depth)
            case UInt8(ascii: "{"), UInt8(ascii: "}"): index += 1
            case UInt8(ascii: "~"):
                result += " "
                index += 1
            default:
                let start = index
                while index < piece.bytes.count, !"%$\\{}~".utf8.contains(piece.bytes[index]) { index += 1 }
                result += piece.text(start..<index).replacing("``", with: "“").replacing("''", with: "”").replacing(
                    "---", with: "—"
                )
                .replacing("--", with: "–")
            }
        }
    }

    /// A formula as it is, with the author's macros expanded.
    mutating func formula(_ piece: Piece) -> String {
        let whole = macros.expanded(piece, depth: 0)
        return whole.text(0..<whole.bytes.count)
    }

    private mutating func dollars(in piece: Piece, at position: Int) -> Int {
        let isDisplay = piece.bytes.starts(with: "$$", at: position)
        let start = position + (isDisplay ? 2 : 1)
        guard
            let end = piece.bytes.position(
                of: isDisplay ? "$$" : "$", from: start, limit: min(piece.bytes.count, start + Bytes.longest))
        else {
            result += "\\$"
            return start
        }
        let inside = formula(piece[start..<end])
        result += isDisplay ? "\n\n$$\n\(inside.trimmed(" \n"))\n$$\n\n" : "$\(inside.trimmed(" "))$"
        return end + (isDisplay ? 2 : 1)
    }

    mutating func display(_ piece: Piece, in environment: String?) {
        let inside = formula(piece).trimmed(" \n").split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.joined(
            separator: "\n")
        let text = environment.map { "\\begin{\($0)}\n\(inside)\n\\end{\($0)}" } ?? inside
        result += "\n\n$$\n\(Self.unlabelled(text))\n$$\n\n"
    }

    private static func unlabelled(_ text: String) -> String {
        var (result, rest) = ("", text[...])
        while let start = rest.firstRange(of: "\\label{") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...].drop { $0 != "}" }.dropFirst()
        }
        return result + rest
    }

    // MARK: - Commands

    private mutating func command(in piece: Piece, at position: Int, _ groups: GroupEnds, depth: Int) -> Int {
        let name = piece.bytes.word(at: position + 1)
        var behind = position + 1 + name.utf8.count
        if name.isEmpty { return mark(in: piece, at: position) }
        if let end = macros.definition(named: name, in: piece, at: position, groups) { return end }
        if behind < piece.bytes.count, piece.bytes[behind] == UInt8(ascii: "*") { behind += 1 }
        /// The next argument in braces, and where it ends.
        func argument(from start: Int) -> (Piece, Int)? {
            var open = piece.bytes.skippingSpaces(from: start)
            if open < piece.bytes.count, piece.bytes[open] == UInt8(ascii: "["),
                let close = piece.bytes[open...].firstIndex(of: UInt8(ascii: "]"))
            {
                open = piece.bytes.skippingSpaces(from: close + 1)
            }
            guard let end = groups.end(at: open) else { return nil }
            return (piece[(open + 1)..<(end - 1)], end)
        }
        func wrapped(_ before: String, _ after: String) -> Int {
            guard let (inside, end) = argument(from: behind) else { return behind }
            result += before
            write(inside, depth: depth + 1)
            result += after
            return end
        }
        switch name {
        case "section", "chapter": return wrapped("\n\n## ", "\n\n")
        case "subsection", "frametitle": return wrapped("\n\n### ", "\n\n")
        case "subsubsection", "paragraph": return wrapped("\n\n#### ", "\n\n")
        case "textbf": return wrapped("**", "**")
        case "emph", "textit": return wrapped("*", "*")
        case "texttt", "verb": return wrapped("`", "`")
        case "footnote": return wrapped(" (", ")")
        case "title":
            guard let (inside, end) = argument(from: behind) else { return behind }
            title = inside.text(0..<inside.bytes.count)
            return end
        case "href":
            guard let (address, middle) = argument(from: behind), let (inside, end) = argument(from: middle) else {
                return behind
            }
            result += "["
            write(inside, depth: depth + 1)
            result += "](\(address.text(0..<address.bytes.count)))"
            return end
        case "url":
            guard let (address, end) = argument(from: behind) else { return behind }
            result += "<\(address.text(0..<address.bytes.count))>"
            return end
        case "item":
            result += "\n\(lists.last ?? "-") "
            return piece.bytes.skippingSpaces(from: overlay(in: piece, from: behind))
        case "begin": return environment(in: piece, from: behind, groups, depth: depth)
        case "end":
            guard let (inside, end) = argument(from: behind) else { return behind }
            if ["itemize", "enumerate", "description"].contains(inside.text(0..<inside.bytes.count)) {
                lists = lists.dropLast()
                result += "\n\n"
            }
            return end
        case "label", "maketitle", "centering", "noindent", "par", "pause", "tableofcontents", "small", "large", "usepackage",
            "documentclass":
            return argument(from: behind).map(\.1) ?? behind
        case "includegraphics", "input", "include", "cite", "ref", "eqref":
            omit("\\\(name)", at: piece.origins[position])
            return argument(from: behind).map(\.1) ?? behind
        case "ldots", "dots": result += "…"
        default:
            if let (expanded, end) = macros.expansion(of: name, in: piece, at: position, groups), depth < 40 {
                write(expanded, depth: depth + 1)
                return end
            }
            omit("the command \\\(name)", at: piece.origins[position])
        }
        return behind
    }

    func overlay(in piece: Piece, from position: Int) -> Int {
        guard position < piece.bytes.count, piece.bytes[position] == UInt8(ascii: "<"),
            let end = piece.bytes[position..<min(piece.bytes.count, position + 24)].firstIndex(of: UInt8(ascii: ">"))
        else { return position }
        return end + 1
    }

    private mutating func mark(in piece: Piece, at position: Int) -> Int {
        guard position + 1 < piece.bytes.count else { return position + 1 }
        switch piece.bytes[position + 1] {
        case UInt8(ascii: "["), UInt8(ascii: "("):
            let isDisplay = piece.bytes[position + 1] == UInt8(ascii: "[")
            guard let end = piece.bytes.position(of: isDisplay ? "\\]" : "\\)", from: position + 2) else { return position + 2 }
            if isDisplay {
                display(piece[(position + 2)..<end], in: nil)
            } else {
                result += "$\(formula(piece[(position + 2)..<end]).trimmed(" "))$"
            }
            return end + 2
        case UInt8(ascii: "\\"): result += "\n"
        case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            result += String(decoding: [piece.bytes[position + 1]], as: UTF8.self)
        case UInt8(ascii: "$"): result += "\\$"
        case UInt8(ascii: " "), UInt8(ascii: ","): result += " "
        default: break
        }
        return position + 2
    }
}
