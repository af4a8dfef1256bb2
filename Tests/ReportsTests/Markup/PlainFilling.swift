import Exhibits
import Lessons

@testable import Reports

/// A filling that writes every gap as plain text between braces.
struct PlainFilling: MarkupFilling {
    func cell(_ cell: Cell) -> [PageNode] { [.text("{cell \(cell.index)}")] }
    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> [PageNode] { [.text("{\(mathematics.tex)}")] }
    func value(_ value: InlineValue) -> [PageNode] { [.text("{value \(value.slot)}")] }
    func claim(_ claim: Claim) -> [PageNode] { [.text("{claim \(claim.written)}")] }
    func reference(_ label: String, at place: Place) -> [PageNode] { [.text("{\(label)}")] }

    static func html(_ source: String, allowsRawHTML: Bool = true) -> String {
        var defaults = FrontMatter()
        defaults.allowsRawHTML = allowsRawHTML
        let lesson = Lesson.parsed(source: source, file: "a.md", defaults: defaults)
        return HTMLMarkup(filling: PlainFilling(), allowsRawHTML: allowsRawHTML).html(of: lesson.blocks)
    }
}
