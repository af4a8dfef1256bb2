import Exhibits
import Lessons

/// One line of a key: a number to write into a field of a blank, or the letters to choose.
public struct KeyEntry: Hashable, Sendable {
    /// One of the answers to choose from.
    public struct Choice: Hashable, Sendable {
        public var text: String
        public var feedback: String
    }

    /// A wrong number and what leads to it.
    public struct Slip: Hashable, Sendable {
        public var text: String
        public var words: String
    }

    /// The exercise's label, or its place in the lesson: `exr-pass`, `2`.
    public var exercise: String
    /// The blank's number in its exercise, or the letter A of the first question with choices.
    public var question: String
    /// The field of the blank, from 1, of those that are to be filled in.
    public var field: Int
    /// Which number of the answer it is, from 0.
    public var entry = 0
    /// As it is to be written: `0.751`, `B`, `A, C`.
    public var text: String
    /// The number of which `text` has the digits; nil for choices.
    public var printed: PrintedNumber?
    /// The computed number; nil for choices.
    public var value: Double?
    /// Where it is asked.
    public var place: Place
    /// How many fields the blank has to be filled in.
    public var fields = 1
    /// Its place among all fields and choices of its exercise, in the order of the text, from 0.
    public var order = 0
    /// What this field is worth.
    public var points = 1.0
    /// How far an answer may be off, where the author says so.
    public var tolerance: Double?
    /// Among the lesson's claims and inline values; nil for choices.
    public var slot: Int?
    /// What there is to choose, with what is said of each.
    public var choices: [Choice] = []
    /// What the answer comes to with one rule broken, as far as the digits tell it from the answer and from each other.
    public var slips: [Slip] = []
    /// Whether fewer wrong numbers than asked for can be told from the right one.
    public var lacksChoices = false
}

extension Handout {
    /// What is to be answered in the lesson's exercises, in order. The lesson has to know its answers: it is the instructor's.
    public var key: [KeyEntry] {
        PageStyle.$current.withValue(lesson.frontMatter.style) {
            let numbers = NumberText(digits: lesson.frontMatter.style.digits)
            return lesson.exercises.enumerated().flatMap { position, exercise in
                entries(of: exercise, exercise.label ?? "\(position + 1)", numbers)
            }
        }
    }

    /// Blanks first, then choices, each with its place in the text.
    private func entries(of exercise: Exercise, _ name: String, _ numbers: NumberText) -> [KeyEntry] {
        var blanks: [KeyEntry] = []
        var questions: [KeyEntry] = []
        var order = 0
        for (item, points) in exercise.items {
            switch item {
            case .blank(let blank):
                let answers = Answer(to: blank, transcript.outcomes[blank.answer.slot], numbers)?.entries ?? []
                let asked = blank.form.asked.filter(answers.indices.contains)
                for (field, index) in asked.enumerated() {
                    let answer = answers[index]
                    var entry = KeyEntry(
                        exercise: name, question: "\(blank.number)", field: field + 1, text: answer.printed.text,
                        printed: answer.printed, value: answer.value, place: blank.place)
                    entry.fields = asked.count
                    entry.entry = index
                    entry.order = order + field
                    entry.points = points / Double(asked.count)
                    entry.tolerance = blank.tolerance
                    entry.slot = blank.answer.slot
                    entry.slips = slips(of: blank, index, answer)
                    if let choices = blank.offer.flatMap({ NumericChoices($0, in: transcript, numbers) }) {
                        entry.text = choices.letter
                        entry.choices = choices.options.map {
                            KeyEntry.Choice(text: $0.printed.text, feedback: $0.slip?.words ?? "")
                        }
                        entry.lacksChoices = !choices.isComplete
                    }
                    blanks.append(entry)
                }
                order += max(1, asked.count)
            case .choices(let question):
                let right = question.choices.indices.filter { question.choices[$0].isRight }
                var entry = KeyEntry(
                    exercise: name, question: Exercise.letter(questions.count).uppercased(), field: 1,
                    text: right.map { Exercise.letter($0).uppercased() }.joined(separator: ", "), value: nil,
                    place: exercise.place)
                entry.order = order
                entry.points = points
                entry.choices = question.choices.map {
                    KeyEntry.Choice(text: PlainText.of($0.text).trimmed, feedback: PlainText.of($0.feedback).trimmed)
                }
                questions.append(entry)
                order += 1
            }
        }
        return blanks + questions
    }

    private func slips(of blank: Blank, _ field: Int, _ answer: Answer.Entry) -> [KeyEntry.Slip] {
        let printed = answer.printed
        let format: NumberFormat = printed.exponent == nil ? .decimals(printed.decimals) : .scientific(printed.decimals)
        let distance = max(printed.unit, 2 * (blank.tolerance ?? 0)) * (1 + 1e-9)
        return Misconception.apart(
            transcript.answers?.answer(slot: blank.answer.slot, entry: field), from: answer.value, by: distance
        ).map { KeyEntry.Slip(text: PrintedNumber($0.value, format).text, words: $0.words) }
    }
}
