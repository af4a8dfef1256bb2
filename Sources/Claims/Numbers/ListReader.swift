import Exhibits

/// Reads the brackets, rows and separators of a written vector, matrix or deeper list.
struct ListReader {
    private var reader: NumberReader
    /// Where a comma marks decimals, a comma between numbers is followed by a space and is no digit's neighbour.
    private let separators = ["&", ","]

    init(_ text: String, mark: DecimalMark) {
        reader = NumberReader(text, mark: mark)
        reader.spacesSeparateNumbers = true
    }

    mutating func readAll() -> [WrittenList.Part]? {
        guard let parts = readTeXMatrix() ?? readBrackets() else { return nil }
        _ = reader.scanner.take(anyOf: ["^{\\top}", "^\\top", "^{T}", "^T", "^{\\mathsf{T}}", "ᵀ"])
        // What is said of the list is said of each of its numbers that says nothing itself.
        var tail = WrittenNumber(text: "", value: 1, place: 0)
        guard reader.readTail(into: &tail), reader.isAtEnd else { return nil }
        return parts.map { $0.saying(tail) }
    }

    // MARK: - TeX

    private mutating func readTeXMatrix() -> [WrittenList.Part]? {
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
        var rows: [[WrittenList.Part]] = [[]]
        while true {
            reader.scanner.skipSpaces()
            if reader.scanner.take("\\end{\(name)}") { break }
            if reader.scanner.take("\\\\") {
                rows.append([])
            } else if reader.scanner.take("&") {
                continue
            } else if let entry = readEntry() {
                rows[rows.count - 1].append(.number(entry))
            } else {
                return nil
            }
        }
        reader.scanner.skipSpaces()
        _ = reader.scanner.take(anyOf: ["\\right]", "\\right)"])
        return rows.filter { !$0.isEmpty }.map(WrittenList.Part.list)
    }

    // MARK: - Brackets

    private mutating func readBrackets() -> [WrittenList.Part]? {
        _ = reader.scanner.take(anyOf: ["\\left", "\\bigl", "\\big"])
        guard let close = takeOpeningBracket() else { return nil }
        var rows: [[WrittenList.Part]] = [[]]
        while true {
            reader.scanner.skipSpaces()
            _ = reader.scanner.take(anyOf: ["\\right", "\\bigr", "\\big"])
            if reader.scanner.take(close) { break }
            if reader.scanner.take(anyOf: separators) != nil { continue }
            if reader.scanner.take(anyOf: [";", "\\\\"]) != nil {
                rows.append([])
            } else if let entry = readEntry() {
                rows[rows.count - 1].append(.number(entry))
            } else if let inner = readBrackets() {
                rows[rows.count - 1].append(.list(inner))
            } else {
                return nil
            }
        }
        rows.removeAll(where: \.isEmpty)
        // `[1 2; 3 4]` has rows; in `[1; 2]` and `(0,5; 1,25)` the semicolon only parts numbers.
        let hasRows = rows.count > 1 && rows.contains { $0.count > 1 }
        return hasRows ? rows.map(WrittenList.Part.list) : rows.flatMap(\.self)
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

extension WrittenList.Part {
    /// The part with the tolerance and the precision that `tail` has, where its numbers have none.
    fileprivate func saying(_ tail: WrittenNumber) -> WrittenList.Part {
        switch self {
        case .list(let parts): return .list(parts.map { $0.saying(tail) })
        case .number(var entry):
            if entry.number.tolerance == .digits { entry.number.tolerance = tail.tolerance }
            entry.number.precision = entry.number.precision ?? tail.precision
            return .number(entry)
        }
    }
}
