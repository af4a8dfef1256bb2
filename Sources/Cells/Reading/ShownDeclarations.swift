import Exhibits
import Lessons

/// The names that a lesson's code declares where it isn't run: in plain code blocks, and in cells that say so.
public struct ShownDeclarations: Sendable {
    private enum Form { case block, cell }

    private var found: [String: (place: Place, form: Form)] = [:]
    private var time = ParsingTime()

    public init(_ lesson: Lesson) {
        lesson.walk { visit in
            guard case .block(let node) = visit else { return }
            switch node.block {
            case .code(let info, let text) where info.prefix(while: { !$0.isWhitespace }).lowercased() == "swift":
                note(text, node.place, .block)
            case .cell(let cell) where !cell.options.eval: note(cell.code, cell.place, .cell)
            default: break
            }
        }
    }

    private mutating func note(_ code: String, _ place: Place, _ form: Form) {
        guard let text = SwiftText(code, at: place, within: &time) else { return }
        for name in ItemReader.items(of: text).flatMap(\.names) where found[name] == nil {
            found[name] = (place, form)
        }
    }

    /// What to write where the compiler doesn't find `name`; nil where no code declares it that could be run.
    public func advice(on name: String) -> String? {
        guard let (place, form) = found[name] else { return nil }
        let what = "in line \(place.line) that declares `\(name)`"
        return switch form {
        case .block: "the code \(what) is shown, not run; begin it with ```{swift} to run it"
        case .cell: "the cell \(what) isn't run, because it says `eval: false`"
        }
    }
}
