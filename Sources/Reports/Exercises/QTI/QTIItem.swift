import Exhibits
import Foundation
import Lessons

/// An exercise as an item of IMS Question and Test Interoperability 2.1
/// (https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html): fields to fill in, choices, points and what is said of slips.
struct QTIItem {
    let exercise: Exercise
    let identifier: String
    let title: String
    private let handout: Handout
    private let numbering: Numbering
    private let numbers: NumberText

    init(_ exercise: Exercise, position: Int, _ handout: Handout, _ numbering: Numbering) {
        self.exercise = exercise
        self.handout = handout
        self.numbering = numbering
        numbers = NumberText(digits: handout.lesson.frontMatter.style.digits)
        identifier = QTIText.identifier(exercise.label ?? "exercise-\(position + 1)")
        let number = exercise.label.flatMap { numbering.caption(of: $0) } ?? "\(position + 1)"
        title = exercise.title.isEmpty ? number : "\(number): \(PlainText.of(exercise.title))"
    }

    /// What is asked at one place, with its answer.
    private struct Response {
        var identifier: String
        var declaration: String
        var condition: String
        var feedback: [(identifier: String, words: String)] = []
    }

    var xml: String {
        let responses = self.responses
        let worth = exercise.items.map(\.points).reduce(0, +)
        let body = QTIBody(handout: handout, numbering: numbering, numbers: numbers).xml(of: exercise)
        let feedback = responses.flatMap(\.feedback).map {
            """
              <modalFeedback outcomeIdentifier="FEEDBACK" identifier="\($0.identifier)" showHide="show">\(Escape.html($0.words))</modalFeedback>

            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="\(identifier)" title="\(Escape.html(title))" xml:lang="\(Escape.html(handout.lesson.frontMatter.lang))" adaptive="false" timeDependent="false">
            \(responses.map(\.declaration).joined())\(Self.outcome("SCORE", 0))\(Self.outcome("MAXSCORE", worth))  <outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>
              <itemBody>
            \(body)  </itemBody>
              <responseProcessing>
            \(responses.map(\.condition).joined())  </responseProcessing>
            \(feedback.joined())</assessmentItem>

            """
    }

    private static func outcome(_ identifier: String, _ value: Double) -> String {
        """
          <outcomeDeclaration identifier="\(identifier)" cardinality="single" baseType="float">
            <defaultValue><value>\(value)</value></defaultValue>
          </outcomeDeclaration>

        """
    }

    private var responses: [Response] {
        QTIPlace.all(in: exercise, of: handout, numbers).map { place in
            switch place.kind {
            case .number(let blank, let field, let entry): number(place, blank, field, entry)
            case .choices(let options): chosen(place, options)
            }
        }
    }

    private func number(_ place: QTIPlace, _ blank: Blank, _ field: Int, _ entry: Answer.Entry) -> Response {
        let identifier = place.identifier
        let tolerance = entry.margin(of: blank)
        func near(_ value: String) -> String {
            "<equal toleranceMode=\"absolute\" tolerance=\"\(tolerance) \(tolerance)\">"
                + "<variable identifier=\"\(identifier)\"/>\(value)</equal>"
        }
        let slips = Misconception.apart(
            handout.transcript.answers?.answer(slot: blank.answer.slot, entry: field), from: entry.value, by: 2 * tolerance
        ).prefix(8)
        var response = Response(
            identifier: identifier,
            declaration: """
                  <responseDeclaration identifier="\(identifier)" cardinality="single" baseType="float">
                    <correctResponse><value>\(entry.value)</value></correctResponse>
                  </responseDeclaration>

                """, condition: "")
        var condition = "    <responseCondition>\n      <responseIf>\(near("<correct identifier=\"\(identifier)\"/>"))"
        condition += "\(Self.scoring(place.points))</responseIf>\n"
        for (position, slip) in slips.enumerated() {
            let name = "\(identifier)_SLIP_\(position + 1)"
            response.feedback.append((name, slip.words))
            let value = near("<baseValue baseType=\"float\">\(slip.value)</baseValue>")
            condition += "      <responseElseIf>\(value)\(Self.saying(name))</responseElseIf>\n"
        }
        response.condition = condition + "    </responseCondition>\n"
        return response
    }

    private func chosen(_ place: QTIPlace, _ options: [QTIPlace.Option]) -> Response {
        let (identifier, isSingle) = (place.identifier, options.hasOneAnswer)
        let right = options.indices.filter { options[$0].isRight }.map { "<value>\(QTIText.choice($0))</value>" }.joined()
        var response = Response(
            identifier: identifier,
            declaration: """
                  <responseDeclaration identifier="\(identifier)" cardinality="\(isSingle ? "single" : "multiple")" baseType="identifier">
                    <correctResponse>\(right)</correctResponse>
                  </responseDeclaration>

                """,
            condition: """
                    <responseCondition>
                      <responseIf><match><variable identifier="\(identifier)"/><correct identifier="\(identifier)"/></match>\(Self.scoring(place.points))</responseIf>
                    </responseCondition>

                """)
        for (position, option) in options.enumerated() where !option.feedback.isEmpty {
            let name = "\(identifier)_\(QTIText.choice(position))"
            response.feedback.append((name, option.feedback))
            let value = "<baseValue baseType=\"identifier\">\(QTIText.choice(position))</baseValue>"
            let variable = "<variable identifier=\"\(identifier)\"/>"
            let test = isSingle ? "<match>\(variable)\(value)</match>" : "<member>\(value)\(variable)</member>"
            response.condition +=
                "    <responseCondition>\n      <responseIf>\(test)\(Self.saying(name))</responseIf>\n    </responseCondition>\n"
        }
        return response
    }

    private static func scoring(_ points: Double) -> String {
        "<setOutcomeValue identifier=\"SCORE\"><sum><variable identifier=\"SCORE\"/>"
            + "<baseValue baseType=\"float\">\(points)</baseValue></sum></setOutcomeValue>"
    }

    private static func saying(_ name: String) -> String {
        "<setOutcomeValue identifier=\"FEEDBACK\"><multiple><variable identifier=\"FEEDBACK\"/>"
            + "<baseValue baseType=\"identifier\">\(name)</baseValue></multiple></setOutcomeValue>"
    }
}
