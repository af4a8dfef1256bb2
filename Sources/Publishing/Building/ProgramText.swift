import Exhibits
import Lessons

/// What of a lesson decides what its run gives.
enum ProgramText {
    /// Cells, expressions and what is claimed of them, without their places in the file: an edit of prose moves code, and the
    /// program stays the same. A program that asks where it stands depends on its places after all.
    static func of(_ lesson: Lesson) -> String {
        var text = "\(lesson.frontMatter.style)\n"
        let writes = lesson.frontMatter.writes
        if !writes.isEmpty { text += "writes \(writes.joined(separator: "\u{0}"))\n" }
        for step in lesson.steps {
            switch step {
            case .cell(let cell):
                let options = cell.options
                text +=
                    "cell \(cell.index) \(options.eval) \(options.error) \(options.warning) \(options.output)\n\(cell.code)\u{0}\n"
            case .slot(.value(let value)): text += "value \(value.expression)\u{0}\n"
            case .slot(.claim(let claim)):
                text +=
                    "claim \(claim.written)\u{0}\(claim.entry?.call ?? claim.expression)\u{0}\(claim.expected ?? "")\n"
            }
        }
        let asksWhere = text.holds("#line") || text.holds("#file") || text.holds("#column") || text.holds("#sourceLocation")
        if asksWhere { text += lesson.steps.map { "\($0.place)" }.joined(separator: " ") }
        return text
    }
}

extension Step {
    fileprivate var place: String {
        switch self {
        case .cell(let cell): "\(cell.place)"
        case .slot(let slot): "\(slot.expressionPlace)"
        }
    }
}
