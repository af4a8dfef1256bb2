import Audit
import Claims
import Testing

/// Tables whose columns are a formula of others, and totals: done again where the rows bear the heading out, left alone elsewhere.
struct TableTests {
    private static let squares = """
        | $t$ | $o$ | $(t - o)^2$ |
        |--:|--:|--:|
        | 0.5 | 0.25 | 0.0625 |
        | 1.5 | 0.5 | 1 |
        | 1 | 0.5 | 0.25 |
        | 0.75 | 0.25 | WHAT |

        """

    @Test func `a column that is a formula of others is done again`() {
        let right = audited(Self.squares.replacing("WHAT", with: "0.25"))
        #expect(right.wrong.isEmpty && right.checked == 4, "\(right.numbers)")
        #expect(audited(Self.squares.replacing("WHAT", with: "0.52")).wrong == ["0.52"])
    }

    @Test func `LaTeX's tables are read as Markdown's are`() {
        let rows = ["0.5 & 0.25 & 0.125", "1.5 & 0.5 & 0.75", "0.2 & 0.1 & 0.02", "0.3 & 0.2 & 0.60"]
        let table =
            "\\begin{tabular}{rrr}\n\\toprule\n$w$ & $x$ & $w x$ \\\\\n\\midrule\n\(rows.joined(separator: " \\\\\n")) \\\\\n\\bottomrule\n\\end{tabular}"
        #expect(audited(table, as: "a.tex").wrong == ["0.60"])
    }

    @Test(arguments: [("0.7", "6.75", []), ("0.7", "6.57", ["6.57"]), ("0.9", "6.75", [])] as [(String, String, [String])])
    func `a total is the sum of its column`(share: String, cost: String, wrong: [String]) {
        let rows = ["| a | 0.2 | 1.25 |", "| b | 0.1 | 2.25 |", "| c | 0.4 | 3.25 |", "| total | \(share) | \(cost) |"]
        let audit = audited("| part | share | cost |\n|---|--:|--:|\n" + rows.joined(separator: "\n") + "\n")
        // A single digit that is no slip of the finger may be no sum at all.
        #expect(audit.wrong == wrong, "\(audit.numbers)")
    }

    /// Headings that read like a formula and aren't one of these rows.
    @Test(arguments: [
        "| $x$ | $y$ | $x y$ |\n|--:|--:|--:|\n| 0.5 | 0.5 | 0.9 |\n| 0.25 | 0.5 | 0.8 |\n| 0.1 | 0.3 | 0.7 |\n",
        "| method | accuracy | mean |\n|---|--:|--:|\n| a | 0.91 | 0.5 |\n| b | 0.93 | 0.7 |\n| mean | 0.99 | 0.9 |\n",
        "| a | b |\n|--|--|\n| 1.5 | 2 |\n| total | 3 |\n",
    ])
    func `a heading that its rows don't bear out makes nothing wrong`(text: String) {
        #expect(audited(text).wrong.isEmpty, "\(audited(text).numbers)")
    }
}
