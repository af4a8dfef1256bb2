import Exhibits
import Lessons

/// A blank on the page: room to write for each number, and its number beside it.
enum GapHTML {
    static func html(_ gap: Gap, words: PageWords) -> String {
        let fields = gap.form.filled(text: { Escape.html($0) }) { _, field in
            "<span class=\"field\" style=\"--width: \(min(24, max(4, field.width)))\"></span>"
        }
        let name = "\(words.blank) \(gap.number)"
        return "<span class=\"gap\"><span class=\"visually-hidden\">\(Escape.html(name))</span>"
            + "\(fields)<sup aria-hidden=\"true\">\(gap.number)</sup></span>"
    }
}

extension PageWords {
    /// `1 point`, `2.5 points`
    func worth(_ worth: Double) -> String {
        let number = NumberText(digits: 9).plain(worth, .shortest)
        return "\(number) \(worth == 1 ? point : points)"
    }
}
