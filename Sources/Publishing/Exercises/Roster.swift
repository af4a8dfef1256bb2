import Exhibits
import Storage

/// The students of a class, from a table with a column of ids and, if there is one, of names.
struct Roster {
    struct Student: Hashable, Sendable {
        var id: String
        /// Empty where the table has none.
        var name: String
        /// What the handout's file is called, without ending.
        var stem: String
    }

    private(set) var students: [Student] = []
    private(set) var findings: [Finding] = []

    /// What columns are called, by whoever exports them.
    static let idNames = ["id", "student id", "id number", "sis user id", "username", "email", "email address"]
    private static let nameNames = ["name", "student", "full name"]
    private static let longest = 200

    init(_ bytes: [UInt8], file: String) {
        do throws(FindingError) {
            read(try CSVTable(bytes, file: file), file: file)
        } catch {
            findings = [error.finding]
        }
    }

    /// So many students that nobody is.
    init(madeUp count: Int) {
        students = (0..<count).map { Student(id: "made-up-\($0 + 1)", name: "", stem: "student-\($0 + 1)") }
    }

    private mutating func read(_ table: CSVTable, file: String) {
        guard let header = table.rows.first, table.rows.count > 1 else {
            return report(
                "empty-roster", Place(file: file, line: 1),
                "there is no student here; write a line “id,name” and one for each student")
        }
        let titles = header.map { Self.plain($0.text).lowercased() }
        guard let id = Self.idNames.lazy.compactMap(titles.firstIndex(of:)).first else {
            return report(
                "no-id-column", header[0].place,
                "no column is called “id”; call the one with what tells the students apart so (also known: \(Self.idNames.dropFirst().joined(separator: ", ")))"
            )
        }
        let names =
            Self.nameNames.lazy.compactMap(titles.firstIndex(of:)).first.map { [$0] }
            ?? ["first name", "last name", "surname"].compactMap(titles.firstIndex(of:))
        var known: [String: Int] = [:]
        for row in table.rows.dropFirst() {
            guard row.indices.contains(id), !Self.plain(row[id].text).isEmpty else {
                report("no-id", row[min(id, row.count - 1)].place, "this student has no id; write one")
                continue
            }
            let own = Self.plain(row[id].text)
            let name = names.filter(row.indices.contains).map { Self.plain(row[$0].text) }.filter { !$0.isEmpty }
                .joined(separator: " ")
            guard Self.isPrintable(own), Self.isPrintable(name) else {
                report(
                    "unprintable-student", row[id].place,
                    "id and name are printed; they have at most \(Self.longest) characters, none of them a control character")
                continue
            }
            // Files of one name in two spellings are one file on some systems.
            if let line = known[own.lowercased()] {
                report(
                    "duplicate-id", row[id].place, "the student of line \(line) has this id already; give each one of its own")
                continue
            }
            known[own.lowercased()] = row[id].place.line
            students.append(Student(id: own, name: name, stem: Self.stem(own)))
        }
    }

    private mutating func report(_ code: String, _ place: Place, _ message: String) {
        findings.append(Finding(.error, code: code, at: place, message))
    }

    /// Without the space around it, and without the apostrophe that keeps a spreadsheet from computing.
    static func plain(_ text: String) -> String {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        return trimmed.first == "'" && CSVText.isFormula(trimmed.dropFirst()) ? String(trimmed.dropFirst()) : trimmed
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.count <= longest
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control || isTurning($0) }
    }

    /// Whether it turns the direction of all that follows; marks of single letters don't.
    private static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// The id, where it can be the name of a file anywhere; otherwise a digest of it.
    private static func stem(_ id: String) -> String {
        let isPlain =
            id.utf8.count <= 60 && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return isPlain && id.first != "-" ? "student-\(id)" : "student-\(Digest(of: id).text.prefix(16))-x"
    }
}
