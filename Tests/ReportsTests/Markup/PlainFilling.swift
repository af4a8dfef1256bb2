import Exhibits
import Lessons

@testable import Reports

/// A filling that writes every gap as plain text between braces.
struct PlainFilling: MarkupFilling {
    func cell(_ cell: Cell) -> String { "{cell \(cell.index)}" }
    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> String { "{\(Escape.html(mathematics.tex))}" }
    func value(_ value: InlineValue) -> String { "{value \(value.slot)}" }
    func claim(_ claim: Claim) -> String { "{claim \(claim.written)}" }
    func reference(_ label: String, at place: Place) -> String { "{\(label)}" }

    static func html(_ source: String, allowsRawHTML: Bool = true) -> String {
        HTMLMarkup(filling: PlainFilling(), allowsRawHTML: allowsRawHTML)
            .html(of: Lesson.parsed(source: source, file: "a.md").blocks)
    }
}
