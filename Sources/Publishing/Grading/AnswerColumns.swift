/// Which columns of a table hold answers, and to what.
struct AnswerColumns {
    private enum Column: Hashable {
        /// One item of the key.
        case item(Int)
        /// All fields of a blank: `(0.751; 0.773)`.
        case blank([Int])
        /// All of an exercise as Moodle writes it: `part 1: 0.751; part 2: B`.
        case parts([Int])
        /// All of an exercise as Canvas writes it: `0.751,B`.
        case list([Int])
        /// One item as Canvas writes it, with its chosen texts in a row.
        case canvas(Int)
    }

    private let key: GradingKey
    private var columns: [Int: Column] = [:]
    /// The columns of a list with a line for each answer.
    private var long: (exercise: Int, question: Int, field: Int?, answer: Int)?

    /// Questions of Canvas that can't be told to belong to the key's.
    private(set) var misfit: Misfit?

    /// How many questions a table has, and how many the key may have.
    struct Misfit {
        var questions: Int
        var exercises: Int
        var items: Int
    }

    var isLong: Bool { long != nil }
    var isEmpty: Bool { columns.isEmpty && long == nil }

    init(_ titles: [String], key: GradingKey) {
        self.key = key
        let plain = titles.map { $0.lowercased() }
        if let exercise = plain.firstIndex(of: "exercise"), let question = plain.firstIndex(of: "question"),
            let answer = plain.firstIndex(where: { ["answer", "given", "response"].contains($0) })
        {
            long = (exercise, question, plain.firstIndex(of: "field"), answer)
            return
        }
        let exercises = Self.exercises(of: key)
        var canvas: [Int] = []
        for (column, title) in plain.enumerated() {
            if let found = Self.named(title, key) {
                columns[column] = found
            } else if let number = Self.responseNumber(title), exercises.indices.contains(number - 1) {
                columns[column] = .parts(exercises[number - 1])
            } else if Self.isCanvasQuestion(title) {
                canvas.append(column)
            }
        }
        guard !canvas.isEmpty else { return }
        let questions = Self.canvasQuestions(canvas.count, exercises)
        if questions == nil { misfit = Misfit(questions: canvas.count, exercises: exercises.count, items: key.items.count) }
        for (column, question) in zip(canvas, questions ?? []) { columns[column] = question }
    }

    /// What the questions of a quiz in Canvas ask, in their order: an exercise each, an item each, or, as `lectern export --to
    /// canvas` writes them, an item each behind the text of an exercise that has several. `nil` for another number of them.
    private static func canvasQuestions(_ count: Int, _ exercises: [[Int]]) -> [Column?]? {
        let items = exercises.flatMap { $0 }
        var withTexts: [Column?] = []
        for items in exercises {
            if items.count > 1 { withTexts.append(nil) }
            for item in items { withTexts.append(.canvas(item)) }
        }
        switch count {
        case exercises.count: return exercises.map { $0.count == 1 ? .canvas($0[0]) : .list($0) }
        case items.count: return items.map { .canvas($0) }
        case withTexts.count: return withTexts
        default: return nil
        }
    }

    /// What a row's answers are, by item.
    func answers(in row: [String]) -> [Int: String] {
        func text(_ column: Int) -> String { row.indices.contains(column) ? row[column] : "" }
        if let long {
            let field = long.field.map { Int(text($0)) ?? 1 } ?? 1
            let item = key.items.firstIndex { item in
                item.exercise.lowercased() == text(long.exercise).lowercased()
                    && item.question.lowercased() == text(long.question).lowercased() && item.field == field
            }
            return item.map { [$0: text(long.answer)] } ?? [:]
        }
        var answers: [Int: String] = [:]
        for (column, what) in columns.sorted(by: { $0.key < $1.key }) {
            let text = text(column)
            if text.isEmpty { continue }
            switch what {
            case .item(let item): answers[item] = text
            case .blank(let items): take(GivenNumber.list(text, count: items.count), items, text, into: &answers)
            case .parts(let items):
                let parts = Self.parts(of: text)
                if parts.isEmpty { take(items.count == 1 ? [text] : nil, items, text, into: &answers) }
                for (position, part) in parts.enumerated() where items.indices.contains(position) {
                    answers[items[position]] = part
                }
            case .list(let items):
                let parts = Self.commaList(text)
                take(parts.count == items.count ? parts : nil, items, text, into: &answers)
            case .canvas(let item):
                answers[item] = key.items[item].choices.isEmpty ? text : Self.commaList(text).joined(separator: "\n")
            }
        }
        return answers
    }

    /// What can't be taken apart is kept whole: it will be called unreadable, not missing.
    private func take(_ parts: [String]?, _ items: [Int], _ text: String, into answers: inout [Int: String]) {
        for (position, item) in items.enumerated() { answers[item] = parts.map { $0[position] } ?? text }
    }

    /// `exr-pass 1.2`, `exr-pass 1`, and `1.2` where the key has one exercise.
    private static func named(_ title: String, _ key: GradingKey) -> Column? {
        let isOne = Set(key.items.map(\.exercise)).count == 1
        func names(_ item: GradingKey.Item, _ tail: String) -> [String] {
            let question = item.question.lowercased() + tail
            return ["\(item.exercise.lowercased()) \(question)", "\(item.exercise.lowercased()).\(question)"]
                + (isOne ? [question] : [])
        }
        for (position, item) in key.items.enumerated() {
            if names(item, ".\(item.field)").contains(title) || item.fields == 1 && names(item, "").contains(title) {
                return .item(position)
            }
        }
        let fields = key.items.indices.filter { key.items[$0].fields > 1 && names(key.items[$0], "").contains(title) }
        return fields.isEmpty ? nil : .blank(fields)
    }

    /// The items of each exercise in the order of the text, as a course system numbers them.
    private static func exercises(of key: GradingKey) -> [[Int]] {
        var names: [String] = []
        for item in key.items where !names.contains(item.exercise) { names.append(item.exercise) }
        return names.map { name in
            key.items.indices.filter { key.items[$0].exercise == name }.sorted { key.items[$0].order < key.items[$1].order }
        }
    }

    /// Moodle's `Response 2`, in the languages that Lectern speaks.
    private static func responseNumber(_ title: String) -> Int? {
        let words = title.split(separator: " ")
        let known = ["response", "antwort", "réponse", "respuesta", "الاستجابة", "الإجابة"]
        guard words.count == 2, known.contains(String(words[0])) else { return nil }
        return Int(words[1])
    }

    /// Canvas' `4711: One pass`.
    private static func isCanvasQuestion(_ title: String) -> Bool {
        let number = title.prefix { $0 != ":" }
        return number.count < title.count && !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Moodle's `part 1: 0.751; part 2: B`, whatever the word for a part. Several choices stand in a row: `part 3: A; C`.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
            if let colon = piece.firstIndex(of: ":"), piece[..<colon].count < mostOfPart,
                Int(piece[..<colon].filter { $0.isASCII && $0.isNumber }) == parts.count + 1
            {
                parts.append(String(piece[piece.index(after: colon)...]).trimmingSpaces)
            } else if !parts.isEmpty {
                parts[parts.count - 1] += ";" + piece
            } else if !String(piece).trimmingSpaces.isEmpty {
                return []
            }
        }
        return parts
    }

    /// No language's “part 12” is longer.
    private static let mostOfPart = 24

    /// Canvas' `0.751,B`; a comma of an answer stands behind a backslash.
    private static func commaList(_ text: String) -> [String] {
        var entries = [""]
        var isEscaped = false
        for character in text {
            if character == ",", !isEscaped {
                entries.append("")
            } else if character == ",", isEscaped {
                entries[entries.count - 1].removeLast()
                entries[entries.count - 1].append(character)
            } else {
                entries[entries.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return entries.map(\.trimmingSpaces)
    }
}
