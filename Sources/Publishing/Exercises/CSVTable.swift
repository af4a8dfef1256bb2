import Exhibits

/// A table of comma-separated values (RFC 4180) with the place of every field, as spreadsheets and course systems export it:
/// separated by commas, semicolons or tabs, with or without a byte order mark, with any line endings.
struct CSVTable {
    struct Field {
        var text: String
        var place: Place
    }

    private(set) var rows: [[Field]] = []

    /// Limits beyond which a file is no list of a class.
    static let mostBytes = 1 << 24
    static let mostRows = 20_000
    static let mostFields = 2000

    /// Throws a `Finding` that says what can't be read and where.
    init(_ bytes: [UInt8], file: String) throws(FindingError) {
        func refuse(_ code: String, line: Int = 1, column: Int = 1, _ message: String) -> FindingError {
            FindingError(Finding(.error, code: code, at: Place(file: file, line: line, column: column), message))
        }
        guard bytes.count <= Self.mostBytes else {
            throw refuse("csv-too-large", "the table has more than \(Self.mostBytes >> 20) MB; divide it")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw refuse("csv-not-text", "this is no text in UTF-8; export it as “CSV UTF-8”")
        }
        var characters = Array(text.unicodeScalars)[...]
        if characters.first == "\u{FEFF}" { characters = characters.dropFirst() }
        var line = 1, column = 1
        // Excel's first line: `sep=;`
        let stated = Self.statedSeparator(in: characters)
        if let stated {
            characters = characters.dropFirst(stated.length)
            line = 2
        }
        let separator = stated?.separator ?? Self.separator(in: characters)
        var row: [Field] = []
        var field = Field(text: "", place: Place(file: file, line: line, column: 1))
        var isQuoted = false, wasQuoted = false
        func ends() throws(FindingError) {
            row.append(field)
            guard row.count <= Self.mostFields else {
                throw refuse(
                    "csv-too-large", line: line, column: column, "this line has more than \(Self.mostFields) fields")
            }
        }
        while let character = characters.popFirst() {
            if isQuoted {
                if character != "\"" {
                    field.text.unicodeScalars.append(character)
                } else if characters.first == "\"" {
                    characters = characters.dropFirst()
                    field.text += "\""
                    column += 1
                } else {
                    isQuoted = false
                }
                if character == "\n" { (line, column) = (line + 1, 0) }
                column += 1
                continue
            }
            column += 1
            switch character {
            case "\"" where field.text.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
            case separator:
                try ends()
                field = Field(text: "", place: Place(file: file, line: line, column: column))
                wasQuoted = false
            case "\r" where characters.first == "\n": continue
            case "\n", "\r":
                try ends()
                if row.count > 1 || !row[0].text.isEmpty { rows.append(row) }
                guard rows.count <= Self.mostRows else {
                    throw refuse("csv-too-large", line: line, "the table has more than \(Self.mostRows) lines; divide it")
                }
                (line, column, row, wasQuoted) = (line + 1, 1, [], false)
                field = Field(text: "", place: Place(file: file, line: line, column: 1))
            default: field.text.unicodeScalars.append(character)
            }
        }
        guard !isQuoted else {
            throw refuse(
                "csv-open-quote", line: field.place.line, column: field.place.column,
                "a quotation mark opens here and none closes it")
        }
        if !row.isEmpty || !field.text.isEmpty {
            try ends()
            rows.append(row)
        }
    }

    /// What Excel's line `sep=;` says, and its length.
    private static func statedSeparator(in characters: ArraySlice<Unicode.Scalar>) -> (separator: Unicode.Scalar, length: Int)?
    {
        let first = characters.prefix { $0 != "\n" && $0 != "\r" }
        guard first.count == 5, first.starts(with: "sep=".unicodeScalars), let separator = first.last,
            separators.contains(separator)
        else { return nil }
        let ends = characters.dropFirst(first.count).prefix(2)
        return (separator, first.count + (ends.elementsEqual("\r\n".unicodeScalars) ? 2 : min(1, ends.count)))
    }

    private static let separators: [Unicode.Scalar] = [",", ";", "\t"]

    /// The separator that the first line has most of.
    private static func separator(in characters: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
        let first = characters.prefix { $0 != "\n" && $0 != "\r" }
        func count(_ candidate: Unicode.Scalar) -> Int { first.count { $0 == candidate } }
        return separators.max { count($0) < count($1) || count($0) == count($1) && $0 != "," } ?? ","
    }
}

/// A finding that ends what was begun.
struct FindingError: Error {
    var finding: Finding

    init(_ finding: Finding) { self.finding = finding }
}
