import Exhibits
import Foundation
import Lessons

/// The exercises of a lesson as questions for Moodle: one cloze question for each exercise with blanks or choices
/// (https://docs.moodle.org/en/Moodle_XML_format, https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type).
struct MoodleQuiz {
    let handout: Handout
    let numbering: Numbering

    /// `nil` when there is nothing to ask.
    var xml: String? {
        let questions = handout.lesson.exercises.filter { !$0.blanks.isEmpty || !$0.questions.isEmpty }
        guard !questions.isEmpty else { return nil }
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"
        xml += "  <question type=\"category\">\n    <category><text>$course$/\(Escape.html(handout.title))</text></category>\n"
        xml += "  </question>\n"
        for (position, exercise) in questions.enumerated() { xml += question(exercise, position) }
        return xml + "</quiz>\n"
    }

    private func question(_ exercise: Exercise, _ position: Int) -> String {
        let scale = ClozeText.scale(of: exercise)
        var blanks: [Int: Double] = [:]
        var choices: [Double] = []
        for (item, points) in exercise.items {
            switch item {
            case .blank(let blank): blanks[blank.number] = points
            case .choices: choices.append(points)
            }
        }
        var filling = MoodleFilling(handout: handout, numbering: numbering, scale: scale, worth: blanks)
        var worth = choices[...]
        let content = asked(exercise.content.withoutOffers, scale: scale, worth: &worth, fields: &filling.choices)
        let markup = HTMLMarkup(filling: filling, allowsRawHTML: handout.lesson.frontMatter.allowsRawHTML)
        let division = Division(kind: "division", content: content)
        let number = exercise.label.flatMap { numbering.caption(of: $0) } ?? "\(position + 1)"
        let title = exercise.title.isEmpty ? number : "\(number): \(PlainText.of(exercise.title))"
        let text = markup.nodes(of: [BlockNode(.division(division), at: exercise.place)]).map(\.withoutFields).html
        return """
              <question type="cloze">
                <name><text>\(Escape.html(title))</text></name>
                <questiontext format="html"><text>\(Escape.html(text))</text></questiontext>
                <generalfeedback format="html"><text>\(Escape.html(solution(of: exercise, markup)))</text></generalfeedback>
                <penalty>0</penalty>
                <hidden>0</hidden>
                <idnumber>\(Escape.html(exercise.label ?? ""))</idnumber>
              </question>

            """
    }

    /// The content of an exercise with its choices as cloze fields and its parts with their letters.
    ///
    /// - Parameters:
    ///   - worth: what the choices that follow are worth, in their order.
    ///   - fields: the fields, by the references that stand for them in the content.
    private func asked(
        _ content: [BlockNode], scale: Double, worth: inout ArraySlice<Double>, fields: inout [String: String]
    ) -> [BlockNode] {
        var parts = 0
        var result: [BlockNode] = []
        for node in content {
            guard case .division(var division) = node.block else {
                result.append(node)
                continue
            }
            switch division.kind {
            case "choices":
                let points = worth.popFirst() ?? 1
                let field = ClozeText.choices(Exercise.Choices(division.content), points: points, scale: scale)
                // No label of an author's holds this character.
                let key = "\u{0}\(fields.count)"
                fields[key] = field
                result.append(BlockNode(.paragraph([.reference(key, at: node.place)]), at: node.place))
            case "part":
                division.content = asked(division.content, scale: scale, worth: &worth, fields: &fields)
                division.kind = "division"
                division.title = [.text("(\(Exercise.letter(parts)))")]
                parts += 1
                result.append(BlockNode(.division(division), at: node.place))
            default: result.append(node)
            }
        }
        return result
    }

    /// What its solution says.
    private func solution(of exercise: Exercise, _ markup: HTMLMarkup) -> String {
        guard let label = exercise.label else { return "" }
        var html = ""
        handout.lesson.walk { visit in
            if case .block(let node) = visit, case .division(let division) = node.block,
                division.label == "sol-" + label.dropFirst(4)
            {
                html += markup.html(of: division.content)
            }
        }
        return html
    }
}

extension Handout {
    /// The lesson's exercises for Moodle; nil when none has a blank or choices.
    public func moodleQuiz(labels: CourseLabels) -> String? {
        PageStyle.$current.withValue(lesson.frontMatter.style) {
            MoodleQuiz(handout: self, numbering: Numbering(lesson, in: labels)).xml
        }
    }
}

extension [BlockNode] {
    /// Without the numbers to choose from, which Moodle shows in its own way.
    fileprivate var withoutOffers: [BlockNode] {
        mappingInlines { inline in
            if case .span(_, let attributes) = inline, attributes.classes.contains(OfferedClass.offer.rawValue) {
                []
            } else {
                [inline]
            }
        }
    }
}
