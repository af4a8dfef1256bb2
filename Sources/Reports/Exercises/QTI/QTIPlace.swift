import Exhibits
import Lessons

/// What an exercise asks in one place, for either version of QTI.
struct QTIPlace {
    /// Something to choose.
    struct Option {
        var text: String
        var isRight: Bool
        var feedback: String
    }

    enum Kind {
        /// The number that belongs into a field of a blank.
        case number(Blank, field: Int, Answer.Entry)
        case choices([Option])
    }

    var identifier: String
    /// What a reader calls it: `2.1`, `B`.
    var name: String
    var points: Double
    var kind: Kind

    /// All places of an exercise, in order.
    static func all(in exercise: Exercise, of handout: Handout, _ numbers: NumberText) -> [QTIPlace] {
        var places: [QTIPlace] = []
        var questions = 0
        for (item, points) in exercise.items {
            switch item {
            case .blank(let blank): places += self.places(of: blank, points, handout, numbers)
            case .choices(let question):
                let options = question.choices.map {
                    Option(text: PlainText.of($0.text), isRight: $0.isRight, feedback: PlainText.of($0.feedback))
                }
                places.append(
                    QTIPlace(
                        identifier: QTIText.question(questions), name: QTIText.choice(questions), points: points,
                        kind: .choices(options)))
                questions += 1
            }
        }
        return places
    }

    private static func places(
        of blank: Blank, _ points: Double, _ handout: Handout, _ numbers: NumberText
    ) -> [QTIPlace] {
        if let choices = blank.offer.flatMap({ NumericChoices($0, in: handout.transcript, numbers) }) {
            let options = choices.options.map {
                Option(text: $0.printed.text, isRight: $0.slip == nil, feedback: $0.slip?.words ?? "")
            }
            return [
                QTIPlace(
                    identifier: QTIText.field(blank.number, 0), name: "\(blank.number)", points: points,
                    kind: .choices(options))
            ]
        }
        let entries = Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers)?.entries ?? []
        let asked = blank.form.asked.filter(entries.indices.contains)
        return asked.enumerated().map { position, field in
            QTIPlace(
                identifier: QTIText.field(blank.number, field),
                name: "\(blank.number)" + (asked.count > 1 ? ".\(position + 1)" : ""),
                points: points / Double(asked.count), kind: .number(blank, field: field, entries[field]))
        }
    }
}

extension [QTIPlace.Option] {
    /// Whether one of them alone is right.
    var hasOneAnswer: Bool { count { $0.isRight } == 1 }
}
