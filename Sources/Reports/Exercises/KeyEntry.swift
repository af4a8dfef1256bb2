import Exhibits
import Lessons

/// One line of a key: a number to write into a field of a blank, or the letters to choose.
public struct KeyEntry: Hashable, Sendable {
    /// The exercise's label, or its place in the lesson: `exr-pass`, `2`.
    public var exercise: String
    /// The blank's number in its exercise, or the letter A of the first question with choices.
    public var question: String
    /// The field of the blank, from 1.
    public var field: Int
    /// As it is to be written: `0.751`, `B`, `A, C`.
    public var text: String
    /// The number of which `text` has the digits; nil for choices.
    public var printed: PrintedNumber?
    /// The computed number; nil for choices.
    public var value: Double?
    /// Where it is asked.
    public var place: Place
}

extension Handout {
    /// What is to be answered in the lesson's exercises, in order. The lesson has to know its answers: it is the instructor's.
    public var key: [KeyEntry] {
        PageStyle.$current.withValue(lesson.frontMatter.style) {
            let numbers = NumberText(digits: lesson.frontMatter.style.digits)
            return lesson.exercises.enumerated().flatMap { position, exercise in
                let name = exercise.label ?? "\(position + 1)"
                let blanks = exercise.blanks.flatMap { blank in
                    (Answer(to: blank, transcript.outcomes[blank.answer.slot], numbers)?.entries ?? []).enumerated().map {
                        KeyEntry(
                            exercise: name, question: "\(blank.number)", field: $0 + 1, text: $1.printed.text,
                            printed: $1.printed,
                            value: $1.value, place: blank.place)
                    }
                }
                let choices = exercise.questions.enumerated().map { number, question in
                    let right = question.choices.indices.filter { question.choices[$0].isRight }
                    return KeyEntry(
                        exercise: name, question: Exercise.letter(number).uppercased(), field: 1,
                        text: right.map { Exercise.letter($0).uppercased() }.joined(separator: ", "), value: nil,
                        place: exercise.place)
                }
                return blanks + choices
            }
        }
    }
}
