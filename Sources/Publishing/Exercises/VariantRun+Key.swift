import Exhibits
import Lessons
import Reports
import Storage

extension VariantRun {
    /// `key.csv`, `key.html` and `key.json`: a line and a column for each answer, and what `lectern grade` reads.
    func writeKey(_ key: GradingKey, _ site: Stages.Site) throws {
        let door = OutputDoor(folder: variants.output)
        var csv = CSVText.line(["id", "name", "handout", "seed", "exercise", "question", "field", "answer", "value"])
        for student in key.students {
            for (item, answer) in zip(key.items, student.answers) {
                csv += CSVText.line([
                    student.id, student.name, "handouts/\(student.stem).html", "\(student.seed)", item.exercise,
                    item.question, "\(item.field)", answer.text, answer.value.map { NumberFormat.shortest.text($0) } ?? "",
                ])
            }
        }
        try door.write(Array(csv.utf8), to: "key.csv")
        try door.write(Array(key.json.utf8), to: "key.json")
        let place = Place(file: file, line: 1)
        var front = FrontMatter()
        front.title = "Key: \(key.title)"
        front.lang = key.language
        let questions = key.items.map { "\($0.exercise) \($0.question)" + ($0.field > 1 ? ".\($0.field)" : "") }
        let table = PipeTable(
            header: (["id", "name"] + questions).map { [.text($0)] },
            alignments: Array(repeating: nil, count: questions.count + 2),
            rows: key.students.map { student in
                ([student.id, student.name].map { "\u{2068}\($0)\u{2069}" } + student.answers.map(\.text)).map { [.text($0)] }
            })
        var lesson = Lesson(file: file, source: "", frontMatter: front, blocks: [BlockNode(.table(table), at: place)])
        lesson.name = "key"
        let page = try build.stages.render(lesson, Transcript(), site)
        for (path, bytes) in Self.handedOut(page) { try door.write(bytes, to: path) }
    }

    /// What `lectern grade` reads.
    func gradingKey(_ made: [(student: Roster.Student, variant: Made)], _ shared: Shared) -> GradingKey {
        let items = made[0].variant.key.map { entry in
            GradingKey.Item(
                exercise: entry.exercise, question: entry.question, field: entry.field, fields: entry.fields,
                order: entry.order,
                points: entry.points, tolerance: entry.tolerance,
                choices: entry.slot != nil
                    ? [] : entry.choices.map { GradingKey.Item.Choice(text: $0.text, feedback: $0.feedback) })
        }
        var key = GradingKey(title: shared.whole.title, language: shared.whole.frontMatter.lang, items: items)
        for (student, variant) in made {
            let answers = variant.key.map {
                GradingKey.Answer(text: $0.text, value: $0.value, unit: $0.printed?.unit)
            }
            var own = GradingKey.Student(
                id: student.id, name: student.name, stem: student.stem, seed: variant.seed, answers: answers)
            for (item, entry) in zip(items, variant.key) where entry.slot != nil && !entry.choices.isEmpty {
                own.choices[item.name] = entry.choices.map { GradingKey.Item.Choice(text: $0.text, feedback: $0.feedback) }
            }
            key.add(
                own, variant.sheet, at: variant.key.map { entry in entry.slot.map { ($0, entry.entry) } })
        }
        return key
    }
}
