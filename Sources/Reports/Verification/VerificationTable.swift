import Claims
import Exhibits
import Lessons

/// A table of verified numbers: quantity, place, what was written, what was computed, the verdict.
struct VerificationTable {
    var numbers: [VerifiedNumber]
    /// The page the numbers stand on, when it isn't this one.
    var page: String?
    var words: VerificationWords
    /// Of the page the table stands on.
    var mark = DecimalMark.point
    /// What the table is called by those who can't see where it stands.
    var caption: String

    var nodes: [PageNode] {
        let heads = [words.quantity, words.place, words.written, words.computed, words.verdict]
        return Tag.div.block(.class("table-box")) {
            Tag.table.block(.class("verified-numbers")) {
                Tag.caption.line(.class("visually-hidden")) { caption }
                Tag.thead.line {
                    Tag.tr {
                        for head in heads { Tag.th(.text(.scope, "col")) { head } }
                    }
                }
                Tag.tbody.block {
                    for number in numbers { row(number) }
                }
            }
        }
    }

    private func row(_ number: VerifiedNumber) -> [PageNode] {
        Tag.tr.line {
            Tag.td {
                if let expression = expression(of: number) { Tag.code { expression } } else { words.inCell }
            }
            Tag.td { place(of: number) }
            // What a cell claims is written in Swift, which knows the point alone.
            Tag.td { number.expression == nil ? mark.spelled(plain(number)) : plain(number) }
            Tag.td { number.computed.map { words.said(computed: $0, mark) } ?? "–" }
            Tag.td {
                Tag.span(.text(.ariaHidden, "true")) { sign(number) }
                " \(words.said(number))"
            }
        }
    }

    /// What was written, without the braces and blanks that formulas need: `0{,}0822`.
    private func plain(_ number: VerifiedNumber) -> String {
        NumberTail.bare(number.written).replacing("{,}", with: ",").replacing("\\,", with: "")
    }

    private func place(of number: VerifiedNumber) -> PageNode {
        let line = "\(words.line) \(number.place.line)"
        guard let anchor = number.anchor else { return .text(line) }
        return Tag.a(.href("\(page.map(SitePath.encoded) ?? "")#\(anchor)")) { line }
    }

    /// What a number is of: its expression, or for one of a table that is claimed whole the table and where it stands there.
    private func expression(of number: VerifiedNumber) -> String? {
        guard let entry = number.entry else { return number.expression }
        return VerificationWords.said(words.entry, entry.table, "\(entry.row + 1)", "\(entry.column + 1)")
    }

    private func sign(_ number: VerifiedNumber) -> String {
        switch Verdict(rawValue: number.verdict) {
        case .exact, .truncated, .vague: "✓"
        case .roundingPath: "≈"
        case .wrong: "✗"
        case .notComputed, .none: "?"
        }
    }
}

extension Handout {
    /// The folded table at the end of a page, unless there is nothing to show or the page doesn't want it.
    func verificationAppendix(anchored: Set<Int>, isListed: Bool) -> [PageNode] {
        let shown = claims.indices.filter { claims[$0].isShown }
        guard !shown.isEmpty, lesson.frontMatter.showsVerification ?? true else { return [] }
        let words = VerificationWords(lang: lesson.frontMatter.lang)
        let table = VerificationTable(
            numbers: shown.map { verifiedNumber($0, anchored: anchored) }, page: nil, words: words,
            mark: lesson.frontMatter.style.decimalMark, caption: words.title)
        return Tag.details.block(.class("verification")) {
            Tag.summary.line { "\(words.title) (\(shown.count))" }
            table.nodes
            if isListed {
                Tag.p.line { Tag.a(.href(SitePath.address(of: VerificationPage.file, from: lesson.name))) { words.all } }
            }
        }
    }
}
