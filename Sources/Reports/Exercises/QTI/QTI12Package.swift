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
        QTIPlace.all(in: exercise, of: handout, numbers).map { place in
            let name = "\(title) (\(place.name))"
            var item = QTI12Item(
                identifier: "\(identifier)_\(place.identifier)", title: name, text: "<p>\(Escape.html(name))</p>",
                points: place.points)
            switch place.kind {
            case .number(let blank, _, let entry):
                item.kind = .number
                item.number = (entry.value, entry.margin(of: blank))
            case .choices(let options):
                item.kind = options.hasOneAnswer ? .one : .several
                item.choices = options.map {
                    QTIPlace.Option(
                        text: Escape.html($0.text.trimmed), isRight: $0.isRight, feedback: $0.feedback.trimmed)
                }
            }
            return item
        }
    }
}
