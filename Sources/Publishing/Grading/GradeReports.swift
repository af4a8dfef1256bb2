import Exhibits
import Lessons
import Reports
import Storage

/// Writes what a class's marks come to: `grades.csv`, `marks.csv`, `grades.json`, `grades.html`, and a page for each student.
struct GradeReports {
    let marked: ClassMarks
    let output: String
    private let words: GradeWords
    private let build: CourseBuild

    init(_ marked: ClassMarks, output: String) {
        self.marked = marked
        self.output = output
        words = GradeWords(lang: marked.key.language)
        var options = BuildOptions()
        options.isSelfContained = true
        options.usesCache = false
        options.output = output
        build = CourseBuild(course: Course(folder: output, lessons: []), options: options)
    }

    func write() async throws {
        let door = OutputDoor(folder: output)
        try door.write(Array(grades.utf8), to: "grades.csv")
        try door.write(Array(marks.utf8), to: "marks.csv")
        try door.write(Array(marked.json.utf8), to: "grades.json")
        try write(page("grades", marked.key.title, classBlocks), below: "")
        for sheet in marked.handedIn {
            try write(page(sheet.student.stem, marked.key.title, blocks(of: sheet)), below: "students")
        }
    }

    // MARK: CSV

    /// A line for each student: as course systems import grades.
    private var grades: String {
        var csv = CSVText.line(["id", "name", "points", "of"] + marked.key.items.map(\.name))
        for sheet in marked.sheets {
            let each = marked.key.items.indices.map { item in
                sheet.marks.map { ClassMarks.text($0[item].verdict.earnsPoints ? marked.key.items[item].points : 0) } ?? ""
            }
            csv += CSVText.line(
                [
                    sheet.student.id, sheet.student.name, marked.points(of: sheet).map(ClassMarks.text) ?? "",
                    ClassMarks.text(marked.most),
                ] + each)
        }
        return csv
    }

    /// A line for each answer.
    private var marks: String {
        var csv = CSVText.line([
            "id", "exercise", "question", "field", "given", "key", "verdict", "points", "of", "cause", "slip",
        ])
        for sheet in marked.handedIn {
            for mark in sheet.marks ?? [] {
                let item = marked.key.items[mark.item]
                csv += CSVText.line([
                    sheet.student.id, item.exercise, item.question, "\(item.field)", mark.given,
                    sheet.student.answers[mark.item].text, mark.verdict.rawValue,
                    ClassMarks.text(mark.verdict.earnsPoints ? item.points : 0), ClassMarks.text(item.points),
                    mark.slip?.cause ?? "", mark.slip?.words ?? "",
                ])
            }
        }
        return csv
    }

    // MARK: Pages

    private var place: Place { Place(file: "key.json", line: 1) }

    private func page(_ name: String, _ title: String, _ blocks: [BlockNode]) throws -> Stages.Page {
        var front = FrontMatter()
        front.title = "\(words.marks): \(title)"
        front.lang = marked.key.language
        var lesson = Lesson(file: "key.json", source: "", frontMatter: front, blocks: blocks)
        lesson.name = name
        return try build.stages.render(lesson, Transcript(), build.site(of: []))
    }

    private func write(_ page: Stages.Page, below folder: String) throws {
        let door = OutputDoor(folder: folder.isEmpty ? output : Files.join(output, folder))
        for (path, bytes) in VariantRun.handedOut(page) { try door.write(bytes, to: path) }
    }

    private func table(_ header: [String], _ rows: [[String]]) -> BlockNode {
        BlockNode(
            .table(
                PipeTable(
                    header: header.map { [.text($0)] }, alignments: Array(repeating: nil, count: header.count),
                    rows: rows.map { $0.map { [.text($0)] } })), at: place)
    }

    private func paragraph(_ text: String) -> BlockNode { BlockNode(.paragraph([.text(text)]), at: place) }

    /// What the direction of its letters is doesn't touch what stands around it.
    private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

    private func blocks(of sheet: ClassMarks.Sheet) -> [BlockNode] {
        let name = [sheet.student.name, sheet.student.id].filter { !$0.isEmpty }.map(isolated).joined(separator: " · ")
        let points = marked.points(of: sheet).map(ClassMarks.text) ?? "0"
        let rows = (sheet.marks ?? []).map { mark in
            let item = marked.key.items[mark.item]
            return [
                isolated(item.name), isolated(mark.given), isolated(sheet.student.answers[mark.item].text),
                "\(ClassMarks.text(mark.verdict.earnsPoints ? item.points : 0)) / \(ClassMarks.text(item.points))",
                [words.text(mark.verdict), mark.slip.map { isolated($0.words) }].compactMap(\.self)
                    .joined(separator: ": "),
            ]
        }
        return [
            BlockNode(.paragraph([.strong([.text(name)])]), at: place),
            paragraph("\(points) / \(ClassMarks.text(marked.most)) \(words.points)"),
            table([words.question, words.given, words.key, words.points, words.remark], rows),
        ]
    }

    private var classBlocks: [BlockNode] {
        let totals = marked.handedIn.compactMap { marked.points(of: $0) }
        let mean = totals.isEmpty ? 0 : totals.reduce(0, +) / Double(totals.count)
        let verdicts = Mark.Verdict.allCases
        let items = marked.statistics.map { item in
            [isolated(item.item), ClassMarks.text(item.points), ClassMarks.text(100 * item.solved) + " %"]
                + verdicts.map { "\(item.verdicts[$0.rawValue] ?? 0)" }
        }
        let slips = marked.slips.prefix(30).map { [isolated($0.words), "\($0.count)"] }
        let students = marked.sheets.map { sheet in
            [isolated(sheet.student.id), isolated(sheet.student.name), marked.points(of: sheet).map(ClassMarks.text) ?? "–"]
        }
        var blocks = [
            paragraph(
                "\(words.handedIn): \(marked.handedIn.count) / \(marked.sheets.count). \(words.mean): \(ClassMarks.text(mean)) / "
                    + "\(ClassMarks.text(marked.most)) \(words.points)."),
            table([words.question, words.points, words.solved] + verdicts.map(words.text), items),
        ]
        if !slips.isEmpty { blocks.append(table([words.slips, words.count], Array(slips))) }
        blocks.append(table(["id", words.student, words.points], students))
        return blocks
    }
}
