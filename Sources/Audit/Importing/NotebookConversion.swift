import Exhibits

/// A notebook's cells one after the other: text as it is, code shown, and below it what it gave when its author ran it, marked
/// as stored; what a lesson can't show is left out and listed.
struct NotebookConversion {
    private let bytes: [UInt8]
    private let file: String
    /// The folder of the notebook's pictures, beside the lesson.
    private let folder: String
    /// Printed text as a page may show it.
    private let readable: (String) -> String
    private(set) var omissions: [ImportedNotes.Omission] = []
    private(set) var pictures: [StoredPicture] = []
    /// How many bytes of pictures were taken.
    private var taken = 0

    init(_ bytes: [UInt8], file: String, folder: String, readable: @escaping (String) -> String) {
        self.bytes = bytes
        self.file = file
        self.folder = folder
        self.readable = readable
    }

    mutating func markdown() -> String {
        var scanner = JSONScanner(Piece(bytes, file: 0))
        var cells: [StoredCell] = []
        var language = "python"
        _ = scanner.object { name, scanner in
            switch name {
            case "cells":
                return scanner.array { scanner in
                    var cell = StoredCell()
                    let isCell = cell.read(&scanner)
                    cells.append(cell)
                    return isCell
                }
            case "metadata":
                return scanner.object { name, scanner in
                    guard name == "kernelspec" else { return scanner.skipValue() }
                    return scanner.object { name, scanner in
                        guard name == "language", let text = scanner.string() else { return scanner.skipValue() }
                        // It goes into the opening of a fence: what isn't one word is no language.
                        let name = String(decoding: text.bytes, as: UTF8.self).lowercased()
                        if let word = name.wholeMatch(of: /[a-z0-9][a-z0-9+#._-]{0,39}/) { language = String(word.output) }
                        return true
                    }
                }
            default: return scanner.skipValue()
            }
        }
        var parts: [String] = []
        var outputs: [[String]] = []
        var labelled: [String: [String]] = [:]
        for (index, cell) in cells.enumerated() {
            let isShown = cell.kind == "code" && !cell.source.allSatisfy(\.isWhitespace)
            outputs.append(isShown ? shown(outputsOf: cell, index + 1) : [])
            if isShown, let label = cell.label, labelled[label] == nil { labelled[label] = outputs[index] }
        }
        for (index, cell) in cells.enumerated() where !cell.source.allSatisfy(\.isWhitespace) {
            switch cell.kind {
            case "markdown":
                var cell = cell
                if index == 0, let rest = Self.withoutFrontMatter(cell.source) {
                    omit("the front matter in the text of cell 1")
                    cell.source = rest
                }
                parts.append(embedding(labelled, in: text(of: cell, index + 1), index + 1))
            case "code":
                parts.append(Self.fenced(cell.source, info: language))
                if !outputs[index].isEmpty { parts.append(Self.stored(outputs[index])) }
            default: omit("the text of cell \(index + 1), which is for another program")
            }
        }
        return parts.joined(separator: "\n\n")
    }

    /// The text behind front matter; nil where there is none.
    private static func withoutFrontMatter(_ text: String) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map({ String($0).trimmed(" \r") }) == "---",
            let end = lines.dropFirst().prefix(60).firstIndex(where: { String($0).trimmed(" \r") == "---" }),
            lines[1..<end].allSatisfy({ $0.isEmpty || $0.contains(":") || $0.hasPrefix(" ") || $0.hasPrefix("-") })
        else { return nil }
        return lines[(end + 1)...].joined(separator: "\n")
    }

    /// The text with files in place of the pictures that the cell itself holds, and formulas as lessons write them.
    private mutating func text(of cell: StoredCell, _ number: Int) -> String {
        var text = Self.shown(JupyterDollars.trimmed(cell.source))
        for (index, attachment) in cell.attachments.enumerated() where text.contains("attachment:") {
            guard let path = keep(attachment.kind, attachment.content, "text-\(number)-\(index + 1)", number) else { continue }
            for name in [attachment.name, Self.encoded(attachment.name)] {
                text = text.replacing("attachment:\(name)", with: path)
            }
        }
        return text
    }

    /// The text with what a cell gave in place of a picture that is called by the cell's label, as MyST has it.
    private mutating func embedding(_ labelled: [String: [String]], in text: String, _ number: Int) -> String {
        guard !labelled.isEmpty, text.contains("](#") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let match = line.wholeMatch(of: /!\[[^\[\]]{0,500}\]\(#([\w.:-]{1,100})\)\s*/),
                let outputs = labelled[String(match.1)]
            else { return String(line) }
            // A listing of its own would end the fence that a directive is.
            let shown = outputs.filter { !$0.hasPrefix("`") }
            if shown.isEmpty || shown.count < outputs.count {
                omit("what the cell \(match.1) gave, where the text of cell \(number) shows it once more")
            }
            return shown.isEmpty ? "" : "\n" + Self.stored(shown) + "\n"
        }.joined(separator: "\n")
    }

    /// What a cell gave, in one division.
    private static func stored(_ outputs: [String]) -> String {
        "::: {.stored-output}\n\n" + outputs.joined(separator: "\n\n") + "\n\n:::"
    }

    /// All that a cell gave, as Markdown.
    private mutating func shown(outputsOf cell: StoredCell, _ number: Int) -> [String] {
        var parts: [String] = []
        var printed = ""
        for (index, output) in cell.outputs.enumerated() {
            if let picture = output.picture {
                if let path = keep(picture.kind, picture.content, "cell-\(number)-\(index + 1)", number) {
                    parts += finished(&printed, number) + ["![](\(path)){alt=\"Out [\(number)]\"}"]
                }
            } else if output.isUnreadable {
                if let frame = output.frame {
                    parts += finished(&printed, number) + ["<\(frame)>"]
                } else if !output.text.isEmpty {
                    omit("what the code of cell \(number) gave for a browser or another tool")
                }
            } else {
                printed += readable(output.text)
                if !printed.hasSuffix("\n") { printed += "\n" }
            }
        }
        return parts + finished(&printed, number)
    }

    /// What was printed so far, in a fence; nothing for blanks.
    private mutating func finished(_ printed: inout String, _ number: Int) -> [String] {
        defer { printed = "" }
        guard !printed.allSatisfy(\.isWhitespace) else { return [] }
        let cut = Self.cut(printed)
        if cut.utf8.count < printed.utf8.count {
            omit("the end of what the code of cell \(number) printed, which is too long")
        }
        return [Self.fenced(cut, info: "")]
    }

    /// The path of a picture that will stand beside the lesson; nil, with an omission, for one that can't.
    private mutating func keep(_ kind: StoredPicture.Kind, _ content: String, _ name: String, _ number: Int) -> String? {
        guard pictures.count < Self.mostPictures, let picture = StoredPicture(kind, content: content, name: name),
            taken + picture.bytes.count <= Self.mostBytes
        else {
            omit("a picture of cell \(number), which is too large or isn't what it says it is")
            return nil
        }
        taken += picture.bytes.count
        pictures.append(picture)
        return Self.encoded(folder + "/" + picture.name)
    }

    private mutating func omit(_ what: String) {
        omissions.append(.init(place: Place(file: file, line: 1), what: what))
    }

    private static let mostPictures = 500
    private static let mostBytes = 40_000_000
    private static let mostLines = 1000

    private static func cut(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let short = lines.count > mostLines ? lines[..<mostLines].joined(separator: "\n") + "\n" : text
        return short.utf8.count > 100_000 ? String(short.prefix(50_000)) + "\n" : short
    }

    /// Text whose code only shows: nothing runs because notes were brought over. Other names in braces are directives of MyST, which
    /// lessons read or find.
    private static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let fence = /^[ \t>*+\-0-9.)]*(?:`{3,}|~{3,}|:{3,})[ \t]*((?:swift[ \t]*)?\{[^=].*)$/
            guard let info = line.firstMatch(of: fence)?.1 else { return String(line) }
            if let name = info.prefixMatch(of: /\{([a-z][a-z:-]*)\}/)?.1, name != "swift",
                !CodeCell.engines.contains(String(name))
            {
                return name == "code-cell" ? line[..<info.startIndex] + "{code-block}" + info.dropFirst(11) : String(line)
            }
            guard !line[..<info.startIndex].contains(":") else { return String(line) }
            return line[..<info.startIndex] + MarkdownConversion.language(of: info)
        }.joined(separator: "\n")
    }

    /// A fence that nothing in the text can close.
    private static func fenced(_ text: String, info: String) -> String {
        let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return fence + info + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
    }

    /// A path as a link writes it.
    private static func encoded(_ path: String) -> String {
        path.utf8.map { byte in
            let isPlain = byte.isDigit || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || "-._/".utf8.contains(byte)
            if isPlain { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" + digits : digits)
        }.joined()
    }
}
