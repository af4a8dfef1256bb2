import Exhibits
import Lessons

extension Handout {
    /// The lesson's exercises as a package of QTI 1.2, files by name; nil when none has a blank or choices.
    ///
    /// A question of Canvas asks for one number, so an exercise that asks for more is its text and a question for each place.
    public func qti12Package(labels: CourseLabels) -> [String: String]? {
        PageStyle.$current.withValue(lesson.frontMatter.style) {
            let numbering = Numbering(lesson, in: labels)
            let asked = lesson.exercises.filter { !$0.blanks.isEmpty || !$0.questions.isEmpty }
            guard !asked.isEmpty else { return nil }
            let items = asked.enumerated().flatMap { QTI12Exercise($1, position: $0, self, numbering).items }
            let identifier = QTIText.identifier(lesson.stem)
            return [
                "imsmanifest.xml": Self.manifest(identifier),
                "\(identifier)/\(identifier).xml": """
                <?xml version="1.0" encoding="UTF-8"?>
                <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
                <assessment ident="\(identifier)" title="\(Escape.html(title))">
                <section ident="root_section">
                \(items.map(\.xml).joined())</section>
                </assessment>
                </questestinterop>

                """,
            ]
        }
    }

    private static func manifest(_ identifier: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="MANIFEST" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
        <metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
        <organizations/>
        <resources>
        <resource identifier="\(identifier)" type="imsqti_xmlv1p2"><file href="\(identifier)/\(identifier).xml"/></resource>
        </resources>
        </manifest>

        """
    }
}

/// An exercise as items of QTI 1.2.
private struct QTI12Exercise {
    let exercise: Exercise
    let handout: Handout
    let identifier: String
    let title: String
    let text: String
    let numbers: NumberText

    init(_ exercise: Exercise, position: Int, _ handout: Handout, _ numbering: Numbering) {
        let item = QTIItem(exercise, position: position, handout, numbering)
        self.exercise = exercise
        self.handout = handout
        identifier = item.identifier
        title = item.title
        numbers = NumberText(digits: handout.lesson.frontMatter.style.digits)
        text = QTIBody(handout: handout, numbering: numbering, numbers: numbers, asking: .elsewhere).xml(of: exercise)
    }

    var items: [QTI12Item] {
        let questions = self.questions
        guard questions.count > 1 else {
            return questions.map { question in
                var question = question
                question.text = text
                return question
            }
        }
        return [QTI12Item(identifier: identifier, title: title, text: text, points: 0)] + questions
    }

    private var questions: [QTI12Item] {
        var items: [QTI12Item] = []
        var asked = 0
        for (item, points) in exercise.items {
            switch item {
            case .blank(let blank):
                if let choices = blank.offer.flatMap({ NumericChoices($0, in: handout.transcript, numbers) }) {
                    let options = choices.options.map {
                        QTI12Item.Choice(text: $0.printed.text, isRight: $0.slip == nil, feedback: $0.slip?.words ?? "")
                    }
                    items.append(self.item(QTIText.field(blank.number, 0), "\(blank.number)", points, .one))
                    items[items.count - 1].choices = options
                    continue
                }
                let entries = Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers)?.entries ?? []
                for (place, field) in blank.form.asked.filter(entries.indices.contains).enumerated() {
                    let entry = entries[field], count = blank.form.asked.count
                    let name = "\(blank.number)" + (count > 1 ? ".\(place + 1)" : "")
                    let share = points / Double(count)
                    items.append(self.item(QTIText.field(blank.number, field), name, share, .number))
                    let tolerance = blank.tolerance ?? entry.printed.unit / 2 * (1 + 1e-9) + entry.value.ulp
                    items[items.count - 1].number = (entry.value, tolerance)
                }
            case .choices(let question):
                let letter = Exercise.letter(asked).uppercased()
                items.append(
                    self.item(QTIText.question(asked), letter, points, question.hasOneAnswer ? .one : .several))
                items[items.count - 1].choices = question.choices.map {
                    QTI12Item.Choice(
                        text: Escape.html(PlainText.of($0.text).trimmed), isRight: $0.isRight,
                        feedback: PlainText.of($0.feedback).trimmed)
                }
                asked += 1
            }
        }
        return items
    }

    private func item(_ suffix: String, _ name: String, _ points: Double, _ kind: QTI12Item.Kind) -> QTI12Item {
        QTI12Item(
            identifier: "\(identifier)_\(suffix)", title: "\(title) (\(name))",
            text: "<p>\(Escape.html("\(title) (\(name))"))</p>",
            points: points, kind: kind)
    }
}
