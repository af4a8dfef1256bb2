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
            let value = values[position]
            let format = (field.decimals ?? given.decimals).map(NumberFormat.decimals)
            return PageStyle.$current.withValue(style) {
                .text(PrintedNumber(value, format ?? .automatic(for: value, digits: numbers.digits)).text)
            }
        }
        self.given = nil
    }
}
