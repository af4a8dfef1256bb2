import Exhibits
import Reports

/// What a lesson's exercises ask as a table for spreadsheets: a line for each number to write and each question with choices.
struct QuestionTable {
    let handout: Handout

    /// `nil` when nothing is asked.
    var csv: String? {
        let key = handout.key
        guard !key.isEmpty else { return nil }
        var csv = CSVText.line([
            "exercise", "question", "field", "points", "answer", "value", "tolerance", "choices", "slips",
        ])
        for entry in key {
            let tolerance = entry.tolerance ?? entry.printed.map { $0.unit / 2 }
            let isChosen = !entry.choices.isEmpty
            let choices = entry.choices.enumerated().map { position, choice in "\(Self.letter(position)) \(choice.text)" }
            let slips =
                isChosen
                ? entry.choices.enumerated().filter { !$0.element.feedback.isEmpty }.map { position, choice in
                    "\(Self.letter(position)): \(choice.feedback)"
                } : entry.slips.map { "\($0.text): \($0.words)" }
            csv += CSVText.line([
                entry.exercise, entry.question, "\(entry.field)", Self.text(entry.points), entry.text,
                entry.value.map(Self.text) ?? "", isChosen ? "" : tolerance.map(Self.text) ?? "",
                choices.joined(separator: "\n"), slips.joined(separator: "\n"),
            ])
        }
        return csv
    }

    private static func text(_ number: Double) -> String { NumberFormat.shortest.text(number) }

    private static func letter(_ position: Int) -> String {
        position < 26 ? String(UnicodeScalar(UInt8(0x41 + position))) : "\(position + 1)"
    }
}
