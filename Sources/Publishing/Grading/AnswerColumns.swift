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
    }

    private let key: GradingKey
    private var columns: [Int: Column] = [:]
    /// The columns of a list with a line for each answer.
    private var long: (exercise: Int, question: Int, field: Int?, answer: Int)?

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
        var canvas = 0
        for (column, title) in plain.enumerated() {
            if let found = Self.named(title, key) {
                columns[column] = found
            } else if let number = Self.responseNumber(title), exercises.indices.contains(number - 1) {
                columns[column] = .parts(exercises[number - 1])
            } else if Self.isCanvasQuestion(title) {
                if exercises.indices.contains(canvas) { columns[column] = .list(exercises[canvas]) }
                canvas += 1
            }
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
                for (number, part) in Self.parts(of: text) where items.indices.contains(number - 1) {
                    answers[items[number - 1]] = part
                }
            case .list(let items):
                let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
                take(items.count == 1 ? [text] : parts.count == items.count ? parts : nil, items, text, into: &answers)
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

    /// Moodle's `part 1: 0.751; part 2: B`, whatever the word for a part.
    private static func parts(of text: String) -> [(Int, String)] {
        text.split(separator: ";").compactMap { part in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let number = part[..<colon].filter { $0.isASCII && $0.isNumber }
            return Int(number).map { ($0, String(part[part.index(after: colon)...]).trimmingSpaces) }
        }
    }
}
