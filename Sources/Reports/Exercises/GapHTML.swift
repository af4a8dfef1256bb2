import Exhibits
import Lessons

/// A blank on the page: room to write for each number, and its number beside it.
enum GapHTML {
    static func node(_ gap: Gap, words: PageWords) -> PageNode {
        Tag.span(.class("gap"), .text(.dataBlank, gap.isChecked ? "\(gap.number)" : nil)) {
            Tag.span(.class("visually-hidden")) { "\(words.blank) \(gap.number)" }
            let rows = gap.form.rows.map { row in row.parts(text: PageNode.text) { _, field in Self.line(field) } }
            if rows.count > 1 {
                Tag.span(.class("rows")) { rows.map { row in Tag.span(.class("row")) { row } } }
            } else {
                rows.flatMap(\.self)
            }
            Tag.sup(.text(.ariaHidden, "true")) { "\(gap.number)" }
        }
    }

    private static func line(_ field: BlankForm.Field) -> PageNode {
        Tag.span(.class("field"), .style("--width: \(min(24, max(4, field.width)))"))
    }
}

extension PageWords {
    /// `1 point`, `2.5 points`
    func worth(_ worth: Double) -> String {
        points.said(worth, as: NumberText(digits: 9).plain(worth, .shortest))
    }
}
