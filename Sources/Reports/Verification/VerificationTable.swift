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

    var html: String {
        let heads = [words.quantity, words.place, words.written, words.computed, words.verdict]
        let head = heads.map { "<th scope=\"col\">\(Escape.html($0))</th>" }.joined()
        return """
            <div class="table-box">
            <table class="verified-numbers">
            <caption class="visually-hidden">\(Escape.html(caption))</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(numbers.map(row).joined(separator: "\n"))
            </tbody>
            </table>
            </div>

            """
    }

    private func row(_ number: VerifiedNumber) -> String {
        let quantity = number.expression.map { "<code>\(Escape.html(Self.plain($0)))</code>" } ?? Escape.html(words.inCell)
        let line = "\(words.line) \(number.place.line)"
        let place = number.anchor.map { "<a href=\"\(page.map(SitePath.encoded) ?? "")#\($0)\">\(line)</a>" } ?? line
        let cells = [
            quantity, place, Escape.html(NumberTail.bare(number.written)),
            Escape.html(number.computed.map(mark.spelled) ?? "–"),
            "<span aria-hidden=\"true\">\(sign(number))</span> \(Escape.html(words.said(number)))",
        ]
        return "<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>"
    }

    /// An entry of a table that is claimed whole is `losses, row 3, column 1` to a reader.
    private static func plain(_ expression: String) -> String {
        guard expression.utf8.starts(with: "_entry(of: ".utf8),
            let match = expression.wholeMatch(
                of: /_entry\(of: (.*), row: (\d+), column: (\d+), rows: \d+, columns: \d+\)/),
            let row = Int(match.2), let column = Int(match.3)
        else { return expression }
        return "\(match.1), row \(row + 1), column \(column + 1)"
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
    func verificationAppendix(anchored: Set<Int>, isListed: Bool) -> String {
        let shown = claims.indices.filter { claims[$0].isShown }
        guard !shown.isEmpty, lesson.frontMatter.showsVerification ?? true else { return "" }
        let words = VerificationWords(lang: lesson.frontMatter.lang)
        let table = VerificationTable(
            numbers: shown.map { verifiedNumber($0, anchored: anchored) }, page: nil, words: words,
            mark: lesson.frontMatter.style.decimalMark, caption: words.title)
        let more =
            isListed
            ? "<p><a href=\"\(SitePath.address(of: VerificationPage.file, from: lesson.name))\">\(Escape.html(words.all))</a></p>\n"
            : ""
        return """
            <details class="verification">
            <summary>\(Escape.html(words.title)) (\(shown.count))</summary>
            \(table.html)\(more)</details>

            """
    }
}
