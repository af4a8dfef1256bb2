import Exhibits

/// A class's answers, read from a table: of a spreadsheet with a column for each answer, of a list with a line for each, or as
/// Moodle (quiz, responses) and Canvas (quiz, student analysis) export them.
struct AnswerTable {
    /// What each student wrote, one text for each item of the key.
    private(set) var sheets: [String: [String]] = [:]
    private(set) var findings: [Finding] = []

    private let key: GradingKey
    /// Ids as the key has them, by how they compare.
    private let ids: [String: String]

    init(_ bytes: [UInt8], file: String, key: GradingKey) {
        self.key = key
        ids = Dictionary(key.students.map { ($0.id.lowercased(), $0.id) }) { first, _ in first }
        do throws(FindingError) {
            read(try CSVTable(bytes, file: file), file: file)
        } catch {
            findings = [error.finding]
        }
    }

    private mutating func read(_ table: CSVTable, file: String) {
        guard let header = table.rows.first, table.rows.count > 1 else {
            return report(
                "no-answers", Place(file: file, line: 1),
                "there are no answers here; write a line of titles, “id” and one for each answer, and a line for each student")
        }
        let titles = header.map { Roster.plain($0.text) }
        guard let id = idColumn(titles.map { $0.lowercased() }, table) else {
            return report(
                "no-id-column", header[0].place,
                "no column has the ids of this key, such as “\(key.students.first?.id ?? "")”; call the one with what tells the "
                    + "students apart “id” and write the ids of the roster into it")
        }
        let columns = AnswerColumns(titles, key: key)
        if let misfit = columns.misfit {
            return report(
                "canvas-questions", header[0].place,
                "this table has \(misfit.questions) questions of Canvas, but the key has \(misfit.exercises) exercises with "
                    + "\(misfit.items) answers; leave in one column for each exercise, or for each answer, in their order")
        }
        guard !columns.isEmpty else {
            return report(
                "no-answer-column", header[0].place,
                "no column is an answer of this key; call them “\(key.items.prefix(3).map(\.name).joined(separator: "”, “"))”, "
                    + "or “exercise”, “question”, “field” and “answer” for a line each")
        }
        for row in table.rows.dropFirst() {
            guard row.indices.contains(id) else { continue }
            let text = Roster.plain(row[id].text)
            if text.isEmpty { continue }
            guard let own = ids[text.lowercased()] else {
                report(
                    "unknown-student", row[id].place, severity: .warning, "the key has no student “\(text)”; nothing is marked")
                continue
            }
            add(columns.answers(in: row.map { Roster.plain($0.text) }), of: own, at: row[id].place, isLine: columns.isLong)
        }
    }

    /// A list has many lines of a student; elsewhere a second one is a second attempt, and which counts is not for us to say.
    private mutating func add(_ answers: [Int: String], of id: String, at place: Place, isLine: Bool) {
        var sheet = sheets[id] ?? Array(repeating: "", count: key.items.count)
        if !isLine, sheets[id] != nil {
            return report(
                "duplicate-answers", place, "the student “\(id)” has answers above already; leave the attempt in that counts")
        }
        for (item, text) in answers where sheet.indices.contains(item) {
            if !sheet[item].isEmpty, isLine, !text.isEmpty {
                report(
                    "duplicate-answers", place,
                    "the student “\(id)” has an answer to \(key.items[item].name) above already; leave the one in that counts")
            } else {
                sheet[item] = text
            }
        }
        sheets[id] = sheet
    }

    /// The column with most of the key's ids, of those that may have them; of several the first.
    private func idColumn(_ titles: [String], _ table: CSVTable) -> Int? {
        func count(_ column: Int) -> Int {
            table.rows.dropFirst().count { row in
                row.indices.contains(column) && ids[Roster.plain(row[column].text).lowercased()] != nil
            }
        }
        let named = Roster.idNames + ["sis_id", "sis id", "sis login id", "login id", "matriculation number", "institution"]
        let candidates = titles.indices.filter { named.contains(titles[$0]) }
        let counts = candidates.map(count)
        guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else { return nil }
        return candidates[best]
    }

    private mutating func report(
        _ code: String, _ place: Place, severity: Finding.Severity = .error, _ message: String
    ) {
        findings.append(Finding(severity, code: code, at: place, message))
    }
}
