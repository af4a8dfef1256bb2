import Exhibits
import Foundation
import Lessons

/// Fields of a cloze question: `{2:NUMERICAL:=0.7514:0.00005}`.
enum ClozeText {
    /// By what points are multiplied so that the weights of fields, which are whole numbers, have their proportions.
    static func scale(of exercise: Exercise) -> Double {
        let points = exercise.items.map(\.points)
        return [1, 2, 4, 10, 100].first { factor in
            points.allSatisfy { ($0 * factor).rounded() == $0 * factor }
        } ?? 1000
    }

    /// The fields of a blank, in what stands around them. Its weight is shared by its fields, as evenly as whole numbers allow.
    ///
    /// Behind the answer stand the numbers that known slips lead to, worth nothing, with what is said of each.
    static func fields(of blank: Blank, _ answer: Answer, _ sheet: AnswerSheet?, points: Double, scale: Double) -> String {
        let weight = weight(points / Double(blank.form.asked.count), scale)
        return blank.form.filled(text: { Escape.html($0) }) { number, field in
            let entry = answer.entries[number]
            if field.isGiven { return entry.printed.html }
            let tolerance = entry.margin(of: blank)
            let slips = Misconception.apart(
                sheet?.answer(slot: blank.answer.slot, entry: number), from: entry.value, by: 2 * tolerance)
            let wrong = slips.prefix(mostSlips).map { "~%0%\($0.value):\(tolerance)#\(escaped($0.words))" }.joined()
            return "{\(weight):NUMERICAL:=\(entry.value):\(tolerance)\(wrong)}"
        }
    }

    /// So many slips of one answer are told.
    private static let mostSlips = 8

    /// Numbers to choose from.
    static func choices(_ choices: NumericChoices, points: Double, scale: Double) -> String {
        let answers = choices.options.map { option in
            option.slip.map { option.printed.text + "#" + escaped($0.words) } ?? "=" + option.printed.text
        }
        return "{\(weight(points, scale)):MULTICHOICE_V:\(answers.joined(separator: "~"))}"
    }

    /// One answer to choose, or several.
    static func choices(_ question: Exercise.Choices, points: Double, scale: Double) -> String {
        let kind = question.hasOneAnswer ? "MULTICHOICE_VS" : "MULTIRESPONSE_S"
        let answers = question.choices.map { choice in
            let mark = choice.isRight ? "=" : ""
            let feedback = words(choice.feedback)
            return mark + escaped(words(choice.text)) + (feedback.isEmpty ? "" : "#" + escaped(feedback))
        }
        return "{\(weight(points, scale)):\(kind):\(answers.joined(separator: "~"))}"
    }

    private static func weight(_ points: Double, _ scale: Double) -> Int { max(1, Int((points * scale).rounded())) }

    /// Text with TeX as Moodle reads it.
    private static func words(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            if case .mathematics(let formula) = inline { "\\(\(formula.tex)\\)" } else { PlainText.of([inline]) }
        }.joined()
    }

    /// HTML in which no sign means anything to Moodle: references of HTML are the one form that every version reads.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for (position, character) in text.trimmed.enumerated() {
            let isSign = "}~#".contains(character) || position == 0 && "=%".contains(character)
            if isSign, let code = character.asciiValue {
                result += "&#\(code);"
            } else {
                result += Escape.html(String(character))
            }
        }
        return result
    }
}
