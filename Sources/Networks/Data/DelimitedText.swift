internal import SwiftCSV

/// Comma-separated text, record by record, each with the line of the text on which it begins. Semicolons and tabs separate, too,
/// where the first line has them.
struct DelimitedText {
    struct Record {
        let line: Int
        let fields: [String]
    }

    /// The names of the columns, which stand in the first line.
    let header: [String]
    let records: [Record]

    init(_ text: String) throws {
        var found: [Record] = []
        var line = 1
        do {
            let table = try CSV<Enumerated>(string: text, delimiter: Self.delimiter(of: text), loadColumns: false, rowLimit: 0)
            try table.enumerateAsArray(startAt: 0, rowLimit: nil) { fields in
                found.append(Record(line: line, fields: fields.map(Self.trimmed)))
                // Line breaks within quotation marks belong to the record.
                line += 1 + fields.reduce(0) { $0 + $1.count(where: \.isNewline) }
            }
        } catch {
            throw DataError(line: line, problem: "this is not comma-separated text: \(Self.reason(error))")
        }
        guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
            throw DataError(line: found.last?.line, problem: "a quotation mark is opened here and never closed")
        }
        header = found.first?.fields ?? []
        while found.last?.fields == [""] { found.removeLast() }
        records = Array(found.dropFirst())
        for record in records where record.fields.count > header.count {
            throw DataError(
                line: record.line,
                problem: "there are \(record.fields.count) values, but the first line names \(header.count) columns; "
                    + "a value that holds a separator stands in quotation marks")
        }
    }

    /// Where a column stands.
    func place(of column: String) throws -> Int {
        let places = header.indices.filter { header[$0] == column }
        guard let place = places.first else {
            throw DataError(
                line: 1, problem: "there is no column '\(column)'; the columns are \(header.joined(separator: ", "))")
        }
        guard places.count == 1 else {
            throw DataError(line: 1, problem: "there are \(places.count) columns '\(column)'; give them different names")
        }
        return place
    }

    /// The separator that the first line has, outside quotation marks.
    private static func delimiter(of text: String) -> CSVDelimiter {
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case _ where isQuoted: continue
            case ",": return .comma
            case ";": return .semicolon
            case "\t": return .tab
            case _ where character.isNewline: return .comma
            default: continue
            }
        }
        return .comma
    }

    private static func trimmed(_ field: String) -> String {
        let start = field.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? CSVParseError {
        case .quotation(let message), .generic(let message): message
        case nil: "\(error)"
        }
    }
}

extension DelimitedText.Record {
    /// What stands in a column; nothing counts as missing.
    func text(_ place: Int, of column: String) throws -> String {
        guard fields.indices.contains(place), !fields[place].isEmpty else {
            throw DataError(line: line, problem: "the value of '\(column)' is missing")
        }
        return fields[place]
    }

    func number(_ place: Int, of column: String) throws -> Double {
        let text = try text(place, of: column)
        guard let value = Double(text), value.isFinite else {
            throw DataError(line: line, problem: "'\(text)' in '\(column)' is not a number")
        }
        return value
    }
}
