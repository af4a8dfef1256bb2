/// Reads the brackets, rows and separators of a written vector or matrix.
struct ListReader {
    private var reader: NumberReader
    private let separators: [String]

    init(_ text: String, mark: DecimalMark) {
        reader = NumberReader(text, mark: mark)
        reader.spacesSeparateNumbers = true
        // Where a comma marks decimals, a comma between numbers is followed by a space and is no digit's neighbour.
        separators = ["\\\\", "&", ",", ";"]
    }

    mutating func readAll() -> [[WrittenList.Entry]]? {
        let rows = readTeXMatrix() ?? readBrackets()
        _ = reader.scanner.take(anyOf: ["^{\\top}", "^\\top", "^{T}", "^T", "^{\\mathsf{T}}", "ᵀ"])
        return reader.isAtEnd ? rows : nil
    }

    // MARK: - TeX

    private mutating func readTeXMatrix() -> [[WrittenList.Entry]]? {
        let start = reader.scanner
        let names = ["pmatrix", "bmatrix", "Bmatrix", "vmatrix", "matrix", "smallmatrix", "array"]
        _ = reader.scanner.take(anyOf: ["\\left[", "\\left("])
        reader.scanner.skipSpaces()
        guard let name = names.first(where: { reader.scanner.take("\\begin{\($0)}") }) else {
            reader.scanner.rewind(to: start)
            return nil
        }
        if reader.scanner.take("{") {
            _ = reader.scanner.take { $0 != "}" }
            _ = reader.scanner.take("}")
        }
        var rows: [[WrittenList.Entry]] = [[]]
        while true {
            reader.scanner.skipSpaces()
            if reader.scanner.take("\\end{\(name)}") { break }
            if reader.scanner.take("\\\\") {
                rows.append([])
            } else if reader.scanner.take("&") {
                continue
            } else if let entry = readEntry() {
                rows[rows.count - 1].append(entry)
            } else {
                return nil
            }
        }
        reader.scanner.skipSpaces()
        _ = reader.scanner.take(anyOf: ["\\right]", "\\right)"])
        return rows.filter { !$0.isEmpty }
    }

    // MARK: - Brackets

    private mutating func readBrackets() -> [[WrittenList.Entry]]? {
        _ = reader.scanner.take(anyOf: ["\\left", "\\bigl", "\\big"])
        guard let close = takeOpeningBracket() else { return nil }
        var rows: [[WrittenList.Entry]] = []
        var row: [WrittenList.Entry] = []
        while true {
            reader.scanner.skipSpaces()
            _ = reader.scanner.take(anyOf: ["\\right", "\\bigr", "\\big"])
            if reader.scanner.take(close) { break }
            if reader.scanner.take(anyOf: separators) != nil { continue }
            if let entry = readEntry() {
                row.append(entry)
            } else if row.isEmpty, let inner = readBrackets() {
                rows.append(inner.flatMap(\.self))
            } else {
                return nil
            }
        }
        guard row.isEmpty || rows.isEmpty else { return nil }
        return row.isEmpty ? rows : [row]
    }

    /// The closing bracket that belongs to the opening one that was taken.
    private mutating func takeOpeningBracket() -> String? {
        for (open, close) in [("[", "]"), ("(", ")"), ("\\{", "\\}"), ("{", "}")] where reader.scanner.take(open) {
            return close
        }
        return nil
    }

    private mutating func readEntry() -> WrittenList.Entry? {
        let offset = reader.scanner.offset
        return reader.readNumber().map { WrittenList.Entry(number: $0, offset: offset) }
    }
}
