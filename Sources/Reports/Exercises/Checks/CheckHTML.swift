import Exhibits
import Lessons

/// What stands below an exercise whose numbers the page can check; shown where scripts run, for without one it does nothing.
enum CheckHTML {
    /// - Parameters:
    ///   - name: What the exercise is called: its buttons are told from those of others by it, where nothing is seen.
    ///   - saysLimits: whether it says what a check protects from; once a page is enough.
    static func nodes(_ sheet: CheckSheet, of name: String, saysLimits: Bool) -> [PageNode] {
        guard !sheet.groups.isEmpty, let json = try? sheet.json else { return [] }
        let words = CheckWords.current
        let language = PageStyle.current.language
        let colon = language.colon
        return Tag.div.block(
            .class("check"), .text(.dataCheck, json), .text(.dataBlank, words.blank), .text(.dataChecking, words.checking),
            .text(.dataRight, words.right), .text(.dataNearly, words.nearly), .text(.dataWrong, words.wrong),
            .text(.dataTogether, words.together), .text(.dataEmpty, words.empty), .text(.dataUnreadable, words.unreadable),
            .text(.dataComma, language.comma)
        ) {
            Tag.p.line {
                Tag.button(.text(.type, "button"), .class("check-now"), .aria(label: words.check + colon + name)) {
                    words.check
                }
                " "
                Tag.button(.text(.type, "button"), .class("check-clear"), .aria(label: words.clear + colon + name)) {
                    words.clear
                }
                " "
                Tag.span(.class("check-note")) { words.note }
            }
            if saysLimits { Tag.p.line(.class("check-note")) { words.limits } }
            Tag.div.line(.class("check-status"), .text(.role, "status")) {}
        }
    }
}
