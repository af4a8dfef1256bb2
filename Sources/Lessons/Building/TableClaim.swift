import Exhibits

/// A table claimed as a whole: `: The losses {#tbl-losses claim="run.losses" columns="2" precision="single"}`.
///
/// Every cell of the body that holds nothing but a number becomes a claim of its own. It is held to the entry of the
/// expression's value in the same row and column, counted among the rows and the claimed columns that hold numbers.
struct TableClaim {
    /// Where its attributes begin.
    private let place: Place
    private let expression: String
    private let expressionPlace: Place
    private let attributes: Attributes

    private static let keys = ["claim", "columns", "expected", "precision", "tbl-colwidths"]

    /// `nil` when the attributes claim nothing.
    init?(_ attributes: Attributes, source: String, at place: Place) {
        guard let expression = attributes.values["claim"] else { return nil }
        self.place = place
        self.expression = expression
        self.attributes = attributes
        // Attributes stand on one line: what precedes the expression there is how far to the right it begins.
        let start = source.firstRange(of: "claim=").map { source[..<$0.upperBound].utf8.count } ?? 0
        let quoted = source.utf8.dropFirst(start).first.map { $0 == ASCII.quote || $0 == ASCII.apostrophe } ?? false
        expressionPlace = Place(file: place.file, line: place.line, column: place.column + start + (quoted ? 1 : 0))
    }

    func apply(to table: inout PipeTable, shape: TableShape, with lifting: inout Lifting) {
        lifting.heads[place] = .settled
        guard expression.contains(where: { !$0.isWhitespace }) else {
            return report(
                "empty-expression", "a claimed table needs the expression that gives its numbers: claim=\"run.losses\"",
                with: &lifting)
        }
        let columns = ClaimedColumns(attributes.values["columns"], of: table)
        if let problem = columns.problem { return report("unknown-column", problem, with: &lifting) }
        guard let precision = precision(with: &lifting) else { return }
        for key in attributes.values.keys.sorted() where !Self.keys.contains(key) {
            if let near = NearestKey.of(key, in: Self.keys) {
                report("unknown-option", "a claimed table has no “\(key)”; did you mean “\(near)”?", with: &lifting)
            }
        }
        let numbers = shape.numbers
        let holding = Set(numbers.flatMap { row in row.indices.filter { row[$0] != nil } })
        let claimed = columns.indices.filter(holding.contains).sorted()
        let rows = numbers.indices.filter { row in
            claimed.contains { numbers[row].indices.contains($0) && numbers[row][$0] != nil }
        }
        refuseLost(in: table, numbers, attributes.values["columns"] == nil ? nil : Set(columns.indices), with: &lifting)
        guard !rows.isEmpty else {
            return report(
                "claim-without-number", "no cell of this table holds a number alone; write the numbers into cells of their own",
                with: &lifting)
        }
        for (entryRow, row) in rows.enumerated() where row < table.rows.count {
            for (entryColumn, column) in claimed.enumerated() where column < table.rows[row].count {
                guard let number = numbers[row].indices.contains(column) ? numbers[row][column] : nil else {
                    reportGap(table.rows[row][column], in: table, column, with: &lifting)
                    continue
                }
                let claim = self.claim(
                    number, row: entryRow, column: entryColumn, rows: rows.count, columns: claimed.count, precision.value)
                table.rows[row][column] = [
                    number.mathematics.map { .mathematics(Mathematics(parts: [.claim(claim)], isDisplay: false, at: $0)) }
                        ?? .claim(claim)
                ]
            }
        }
        noteUnclaimed(table, numbers, holding.subtracting(claimed).sorted(), with: &lifting)
    }

    private func claim(
        _ number: TableNumber, row: Int, column: Int, rows: Int, columns: Int, _ precision: Precision?
    ) -> Claim {
        Claim(
            slot: 0, written: number.written, at: number.place, bytes: number.bytes,
            expression: expression, expressionPlace: expressionPlace, expected: attributes.values["expected"],
            precision: precision, table: expressionPlace,
            entry: TableEntry(of: expression, row: row, column: column, rows: rows, columns: columns))
    }

    // MARK: What is said of it

    /// The format that `precision` names, wrapped so that none is no failure.
    private func precision(with lifting: inout Lifting) -> (value: Precision?, Void)? {
        guard let name = attributes.values["precision"] else { return (nil, ()) }
        guard let precision = Precision(rawValue: name) else {
            let known = Precision.allCases.map(\.rawValue)
            report(
                "unknown-option", "there is no precision “\(name)”; \(NearestKey.advice(for: name, in: known))", with: &lifting)
            return nil
        }
        return (precision, ())
    }

    /// Cells that show nothing but a number and hold more, such as `**99**`: no reader sees that they aren't claimed.
    ///
    /// - Parameter columns: those that the claim names; `nil` for all.
    private func refuseLost(
        in table: PipeTable, _ numbers: [[TableNumber?]], _ columns: Set<Int>?, with lifting: inout Lifting
    ) {
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() where columns?.contains(column) != false {
                let isRead =
                    numbers.indices.contains(row) && numbers[row].indices.contains(column) && numbers[row][column] != nil
                guard !isRead, Self.showsNumber(cell.plainText), !Self.holdsClaim(cell) else { continue }
                lifting.findings.append(
                    Finding(
                        .error, code: "unclaimed-cell", at: expressionPlace, length: expression.utf8.count,
                        "the cell “\(cell.plainText)” in row \(row + 1), column \(column + 1) shows a number that isn't read, so it isn't "
                            + "checked; write the number alone, without marks"))
            }
        }
    }

    private static func holdsClaim(_ cell: [Inline]) -> Bool {
        var holds = false
        walk(cell) { visit in
            if case .inline(let inline) = visit, !inline.slots.isEmpty { holds = true }
        }
        return holds
    }

    private static let number = Pattern(/^[\s~≈]*[-+−–±]?\s*[0-9][0-9.,'’\s]*(?:[eE][-+−]?[0-9]+)?\s*%?\s*$/)

    private static func showsNumber(_ text: String) -> Bool {
        let seen = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
        return seen.utf8.count < 100 && seen.contains(Self.number.regex)
    }

    /// A cell among claimed numbers that is none: an empty one and a dash say so themselves.
    private func reportGap(_ cell: [Inline], in table: PipeTable, _ column: Int, with lifting: inout Lifting) {
        let text = cell.plainText
        guard text.contains(where: { $0.isNumber }) else { return }
        lifting.findings.append(
            Finding(
                .warning, code: "unclaimed-cell", at: expressionPlace, length: expression.utf8.count,
                "the cell “\(text)” in column \(column + 1) isn't a number alone, so it isn't checked; write the number into a cell "
                    + "of its own"))
    }

    /// Columns with results that the claim leaves out are mentioned; counts of steps and rows are not.
    private func noteUnclaimed(
        _ table: PipeTable, _ numbers: [[TableNumber?]], _ columns: [Int], with lifting: inout Lifting
    ) {
        let left = columns.filter { column in
            numbers.contains { $0.indices.contains(column) && $0[column]?.written.contains { ".,e".contains($0) } == true }
        }
        guard !left.isEmpty else { return }
        let names = left.map { column in
            let heading = column < table.header.count ? table.header[column].plainText : ""
            return heading.isEmpty ? "\(column + 1)" : "\(column + 1) (\(heading))"
        }
        lifting.findings.append(
            Finding(
                .note, code: "unclaimed-column", at: expressionPlace, length: expression.utf8.count,
                "of this table's numbers \(left.count == 1 ? "column" : "columns") \(names.joined(separator: ", ")) "
                    + "\(left.count == 1 ? "isn't" : "aren't") claimed"))
    }

    private func report(_ code: String, _ message: String, with lifting: inout Lifting) {
        lifting.findings.append(
            Finding(.error, code: code, at: expressionPlace, length: expression.utf8.count, message))
    }
}
