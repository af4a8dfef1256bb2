import Exhibits

/// The marks of a class, with what they come to.
struct ClassMarks {
    /// One student's marks.
    struct Sheet {
        var student: GradingKey.Student
        /// One for each item; nil where no answers of this student are known.
        var marks: [Mark]?
    }

    /// How one item went.
    struct ItemStatistics: Codable, Hashable {
        var item: String
        var points: Double
        /// How many answers have each verdict.
        var verdicts: [String: Int]
        /// The share of answer sheets that got the points.
        var solved: Double
        /// The slips that were told, the most frequent first.
        var slips: [SlipCount]
    }

    struct SlipCount: Codable, Hashable {
        var cause: String
        var words: String
        var count: Int
    }

    let key: GradingKey
    let sheets: [Sheet]

    init(_ key: GradingKey, _ answers: [String: [String]]) {
        self.key = key
        sheets = key.students.map { student in
            Sheet(
                student: student,
                marks: answers[student.id].map { Marking($0, on: SolvedSheet(student, in: key)).marks })
        }
    }

    var handedIn: [Sheet] { sheets.filter { $0.marks != nil } }

    var most: Double { key.items.map(\.points).reduce(0, +) }

    /// What a student got; nil where nothing was handed in.
    func points(of sheet: Sheet) -> Double? {
        sheet.marks.map { marks in
            marks.reduce(0) { $0 + ($1.verdict.earnsPoints ? key.items[$1.item].points : 0) }
        }
    }

    var statistics: [ItemStatistics] {
        let all = handedIn.compactMap(\.marks)
        return key.items.indices.map { item in
            let marks = all.map { $0[item] }
            var verdicts: [String: Int] = [:]
            for mark in marks { verdicts[mark.verdict.rawValue, default: 0] += 1 }
            let solved = marks.count { $0.verdict.earnsPoints }
            return ItemStatistics(
                item: key.items[item].name, points: key.items[item].points, verdicts: verdicts,
                solved: marks.isEmpty ? 0 : Double(solved) / Double(marks.count), slips: Self.counted(marks))
        }
    }

    /// The slips of the whole class, the most frequent first.
    var slips: [SlipCount] { Self.counted(handedIn.compactMap(\.marks).flatMap(\.self)) }

    private static func counted(_ marks: [Mark]) -> [SlipCount] {
        var counts: [Mark.Slip: Int] = [:]
        for slip in marks.compactMap(\.slip) { counts[slip, default: 0] += 1 }
        return counts.map { SlipCount(cause: $0.key.cause, words: $0.key.words, count: $0.value) }
            .sorted { ($1.count, $0.cause, $0.words) < ($0.count, $1.cause, $1.words) }
    }

    /// What is said in the terminal.
    var summary: String {
        let all = handedIn.compactMap(\.marks).flatMap(\.self)
        let totals = handedIn.compactMap { points(of: $0) }
        let mean = totals.isEmpty ? 0 : totals.reduce(0, +) / Double(totals.count)
        func count(_ verdict: Mark.Verdict) -> Int { all.count { $0.verdict == verdict } }
        let missing = sheets.count - handedIn.count
        var lines = [
            "\(handedIn.count) of \(sheets.count) answer sheets\(missing > 0 ? ", \(missing) missing" : ""); "
                + "on average \(Self.text(mean)) of \(Self.text(most)) points",
            "\(all.count) answers: \(count(.right)) right, \(count(.rounded)) right but for rounding by hand, "
                + "\(count(.carried)) following from an own mistake, \(count(.wrong)) wrong, \(count(.missing)) missing"
                + (count(.unreadable) > 0 ? ", \(count(.unreadable)) unreadable" : ""),
        ]
        let explained = all.count { $0.slip != nil }
        if explained > 0 { lines.append("\(explained) of the wrong ones explained by a slip; most often:") }
        lines += slips.prefix(5).map { "  \($0.count) × \($0.words)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Points and shares with at most two digits behind the point.
    static func text(_ number: Double) -> String {
        let rounded = PrintedNumber(number, .decimals(2)).value
        return NumberFormat.shortest.text(rounded)
    }
}

extension ClassMarks {
    private struct Form: Encodable {
        struct StudentForm: Encodable {
            var id, name: String
            var points: Double?
            var answers: [AnswerForm]?
        }
        struct AnswerForm: Encodable {
            var item, given, key, verdict: String
            var points: Double
            var slip: Mark.Slip?
        }
        var title: String
        var points: Double
        var handedIn: Int
        var items: [ItemStatistics]
        var slips: [SlipCount]
        var students: [StudentForm]
    }

    /// Everything for programs: one JSON object with sorted keys.
    var json: String {
        get throws {
            let students = sheets.map { sheet in
                Form.StudentForm(
                    id: sheet.student.id, name: sheet.student.name, points: points(of: sheet),
                    answers: sheet.marks?.map { mark in
                        Form.AnswerForm(
                            item: key.items[mark.item].name, given: mark.given, key: sheet.student.answers[mark.item].text,
                            verdict: mark.verdict.rawValue,
                            points: mark.verdict.earnsPoints ? key.items[mark.item].points : 0, slip: mark.slip)
                    })
            }
            return try JSONText.encoded(
                Form(
                    title: key.title, points: most, handedIn: handedIn.count, items: statistics, slips: slips,
                    students: students))
        }
    }
}
