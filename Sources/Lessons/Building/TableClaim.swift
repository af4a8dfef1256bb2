import Exhibits

/// A table claimed as a whole: `: The losses {#tbl-losses claim="run.losses" columns="2"}`.
///
/// Every cell of the body that holds nothing but a number becomes a claim of its own. It is held to the entry of the
/// expression's value in the same row and column, counted among the numbers of the claimed columns.
struct TableClaim {
    /// Where its attributes begin.
    private let place: Place
    private let expression: String
    private let expressionPlace: Place
    private let columns: String?
    private let expected: String?

    /// `nil` when the attributes claim nothing.
    init?(_ attributes: Attributes, source: String, at place: Place) {
        guard let expression = attributes.values["claim"] else { return nil }
        self.place = place
        self.expression = expression
        columns = attributes.values["columns"]
        expected = attributes.values["expected"]
        // Attributes stand on one line: what precedes the expression there is how far to the right it begins.
        let start = source.firstRange(of: "claim=").map { source[..<$0.upperBound].utf8.count } ?? 0
        let quoted = source.utf8.dropFirst(start).first.map { $0 == ASCII.quote || $0 == ASCII.apostrophe } ?? false
        expressionPlace = Place(file: place.file, line: place.line, column: place.column + start + (quoted ? 1 : 0))
    }

    func apply(to table: inout PipeTable, shape: TableShape, with lifting: inout Lifting) {
        lifting.heads[place] = .settled
        guard let claimed = claimedColumns(of: table, with: &lifting) else { return }
        let numbers = shape.numbers.map { row in row.enumerated().filter { claimed.contains($0.offset) && $0.element != nil } }
        let rows = numbers.filter { !$0.isEmpty }
        guard !rows.isEmpty else {
            lifting.findings.append(
                Finding(
                    .error, code: "claim-without-number", at: expressionPlace, length: expression.utf8.count,
                    "no cell of this table holds a number alone; write the numbers into cells of their own"))
            return
        }
        let width = rows.map(\.count).max() ?? 0
        var entryRow = 0
        for (row, cells) in numbers.enumerated() where !cells.isEmpty {
            for (entryColumn, cell) in cells.enumerated() {
                guard let number = cell.element, row < table.rows.count, cell.offset < table.rows[row].count else { continue }
                // The call stands so far to the left that the author's expression keeps its own column.
                let place = Place(
                    file: expressionPlace.file, line: expressionPlace.line,
                    column: max(1, expressionPlace.column - "entry(of: ".utf8.count))
                let entry =
                    "entry(of: \(expression), row: \(entryRow), column: \(entryColumn), rows: \(rows.count), columns: \(width))"
                let claim = Claim(
                    slot: 0, written: number.written, at: number.place, bytes: number.bytes, expression: entry,
                    expressionPlace: place, expected: expected)
                table.rows[row][cell.offset] = [
                    number.mathematics.map { .mathematics(Mathematics(parts: [.claim(claim)], isDisplay: false, at: $0)) }
                        ?? .claim(claim)
                ]
            }
            entryRow += 1
        }
    }

    /// The columns that `columns` names by heading or by number from 1; all without it.
    private func claimedColumns(of table: PipeTable, with lifting: inout Lifting) -> Set<Int>? {
        guard let columns else { return Set(table.header.indices) }
        let headings = table.header.map(\.plainText)
        var result: Set<Int> = []
        for part in columns.split(separator: ",") {
            let name = part.trimmingPrefix(while: \.isWhitespace).description.trimmingSuffix(while: \.isWhitespace)
            if let index = headings.firstIndex(of: name) {
                result.insert(index)
            } else if let number = Int(name), headings.indices.contains(number - 1) {
                result.insert(number - 1)
            } else {
                lifting.findings.append(
                    Finding(
                        .error, code: "unknown-column", at: expressionPlace, length: expression.utf8.count,
                        "this table has no column “\(name)”; \(NearestKey.advice(for: name, in: headings))"))
                return nil
            }
        }
        return result
    }
}
