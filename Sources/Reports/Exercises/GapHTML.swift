import Exhibits
import Lessons

/// A blank on the page: room to write for each number, and its number beside it.
enum GapHTML {
    static func node(_ gap: Gap, words: PageWords) -> PageNode {
        Tag.span(.class("gap"), .text(.dataBlank, gap.isChecked ? "\(gap.number)" : nil)) {
            Tag.span(.class("visually-hidden")) { "\(words.blank) \(gap.number)" }
            gap.form.parts(text: PageNode.text) { _, field in
                Tag.span(.class("field"), .style("--width: \(min(24, max(4, field.width)))"))
            }
            Tag.sup(.text(.ariaHidden, "true")) { "\(gap.number)" }
        }
    }
}

extension PageWords {
    /// `1 point`, `2.5 points`
    func worth(_ worth: Double) -> String {
        let number = NumberText(digits: 9).plain(worth, .shortest)
        return "\(number) \(worth == 1 ? point : points)"
    }
}
