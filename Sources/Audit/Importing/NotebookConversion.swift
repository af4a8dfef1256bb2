import Exhibits

/// A notebook's cells one after the other: text as it is, code shown; what code gave is left out and listed.
struct NotebookConversion {
    private let bytes: [UInt8]
    private let file: String
    private(set) var omissions: [ImportedNotes.Omission] = []

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private struct Cell {
        var kind = ""
        var source = ""
        var hasOutputs = false
    }

    mutating func markdown() -> String {
        var scanner = JSONScanner(Piece(bytes, file: 0))
        var cells: [Cell] = []
        var language = "python"
        _ = scanner.object { name, scanner in
            switch name {
            case "cells":
                return scanner.array { scanner in
                    var cell = Cell()
                    let isCell = Self.read(&cell, &scanner)
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
        for (index, cell) in cells.enumerated() where cell.hasOutputs {
            omissions.append(
                .init(place: Place(file: file, line: 1), what: "what the code of cell \(index + 1) printed or drew"))
        }
        return cells.compactMap { cell in
            switch cell.kind {
            case "markdown": Self.shown(cell.source)
            case "code" where !cell.source.allSatisfy(\.isWhitespace): Self.fenced(cell.source, language)
            default: nil
            }
        }.joined(separator: "\n\n")
    }

    /// Text whose code only shows: nothing runs because notes were brought over.
    private static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let runs = /^[ \t>*+\-0-9.)]*(?:`{3,}|~{3,})[ \t]*(\{[^=].*)$/
            guard let fence = line.firstMatch(of: runs) else { return String(line) }
            return line[..<fence.1.startIndex] + MarkdownConversion.language(of: fence.1)
        }.joined(separator: "\n")
    }

    /// Code in a fence that is longer than any within it.
    private static func fenced(_ code: String, _ language: String) -> String {
        let longest = code.matches(of: /`{3,}/).map(\.output.count).max() ?? 2
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)\(language)\n\(code)\n\(fence)"
    }

    private static func read(_ cell: inout Cell, _ scanner: inout JSONScanner) -> Bool {
        scanner.object { name, scanner in
            switch name {
            case "cell_type":
                guard let kind = scanner.string() else { return false }
                cell.kind = String(decoding: kind.bytes, as: UTF8.self)
                return true
            case "source":
                guard let source = scanner.text() else { return false }
                cell.source = String(decoding: source.bytes, as: UTF8.self)
                return true
            case "outputs":
                return scanner.array { scanner in
                    cell.hasOutputs = true
                    return scanner.skipValue()
                }
            default: return scanner.skipValue()
            }
        }
    }
}
