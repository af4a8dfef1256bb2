import Claims
import Exhibits
import Lessons

/// A claim on the page: the author's number, and beside it, small, what became of it.
enum ClaimHTML {
    static func node(_ claim: Claim, _ judgement: Judgement?, words: PageWords) -> PageNode {
        let written = Tag.span(.class(judgement?.isStatement == true ? "written statement" : "written")) { claim.shown }
        guard let judgement else { return Tag.span(.class("claim claim-open")) { written } }
        let (mark, word) = sign(judgement, words.claim)
        let meaning = word + (tolerance(of: claim).map { ", \($0)" } ?? "")
        return Tag.span(.class("claim \(style(judgement))"), .text(.title, meaning)) {
            written
            Tag.span(.class("mark"), .text(.ariaHidden, "true")) { mark }
            Tag.span(.class("visually-hidden")) { " (\(meaning))" }
            if let right = computed(judgement) {
                " "
                Tag.span(.class("computed")) { "(\(words.computed)\(PageStyle.current.language.colon)\(minus(right)))" }
            }
        }
    }

    /// How far off the number may be, as its author says it: the page shows the number alone.
    private static func tolerance(of claim: Claim) -> String? {
        guard claim.written.hasPrefix(claim.shown) else { return nil }
        let rest = claim.written.dropFirst(claim.shown.count).drop { $0.isWhitespace }
        return ["±", "\\pm", "+/-", "+-"].first { rest.hasPrefix($0) }.map {
            "± " + rest.dropFirst($0.count).drop { $0.isWhitespace }
        }
    }

    /// The same as TeX. The style sheet puts the mark behind the number, since a mark in the formula would become part of it;
    /// the right value is text of the formula.
    static func tex(_ claim: Claim, _ judgement: Judgement?, words: PageWords) -> String {
        // In braces of its own, so that the room before the next sign comes after the mark.
        let written = "{\\htmlClass{claim \(style(judgement))}{\(claim.shown)}}"
        guard let right = judgement.flatMap(computed) else { return written }
        let value = PageStyle.current.decimalMark.spelled(right).replacing(",", with: PageStyle.current.decimalMark.tex)
        return written
            + "\\;\\htmlClass{computed}{\\text{(\(words.computed)\(PageStyle.current.language.colon)}\(value)\\text{)}}"
    }

    /// With real minus signs, as everywhere else in text.
    private static func minus(_ number: String) -> String {
        // In a text from right to left a sign belongs before its number all the same.
        let mark = PageStyle.current.language == .arabic && number.contains("-") ? "\u{200E}" : ""
        return mark + PageStyle.current.decimalMark.spelled(number.replacing("-", with: "−"))
    }

    /// The right value, where it isn't the one that is written.
    private static func computed(_ judgement: Judgement) -> String? {
        judgement.verdict.isTrue || judgement.isStatement ? nil : judgement.computed
    }

    static func style(_ judgement: Judgement?) -> String {
        guard let judgement else { return "claim-open" }
        let style = judgement.verdict.isTrue ? "claim-right" : judgement.holds ? "claim-quoted" : "claim-wrong"
        return judgement.verdict == .roundingPath ? style + " claim-path" : style
    }

    /// The mark and what it means.
    static func sign(_ judgement: Judgement, _ words: ClaimWords) -> (mark: String, words: String) {
        let computed =
            judgement.computed.map {
                words.computed + PageStyle.current.language.colon + PageStyle.current.decimalMark.spelled($0)
            } ?? words.noValue
        switch judgement.verdict {
        case .exact: return ("✓", words.verified)
        case .truncated: return ("✓", "\(words.truncated); \(computed)")
        case .vague: return ("✓", "\(words.vague); \(computed)")
        case .roundingPath: return ("≈", words.path)
        case .wrong where judgement.isStatement: return ("✗", words.untrue)
        case .wrong: return ("✗", judgement.computed == nil ? "\(words.wrong); \(words.noValue)" : words.wrong)
        case .notComputed: return ("?", judgement.reason ?? words.noValue)
        }
    }
}
