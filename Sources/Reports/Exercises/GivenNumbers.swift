import Exhibits
import Lessons

extension Gap {
    /// Puts the numbers that are given into their fields, so that what is left is what is asked.
    mutating func say(_ transcript: Transcript, _ numbers: NumberText, style: PageStyle) {
        guard let given, let values = transcript.outcomes[given.slot]?.value?.tree?.numbers, values.count == form.fields.count
        else { return }
        var position = 0
        form.pieces = form.pieces.map { piece in
            guard case .field(let field) = piece else { return piece }
            defer { position += 1 }
            guard field.isGiven else { return piece }
            return PageStyle.$current.withValue(style) {
                .text(numbers.printed(values[position], decimals: field.decimals ?? given.decimals).text)
            }
        }
        self.given = nil
    }
}
