import Exhibits
import Lessons
import Reports
import Testing

/// The second witness of a student's edition. It must find what is planted wherever it stands, and take nothing else for it.
struct LeakProofTests {
    private static let source = """
        ::: {#exr-one}
        Compute [_.________](answer:out), [_.___](answer:small), [____](answer:free){.shown} and [_._](answer:short).
        :::

        ::: {#sol-one}
        Multiply every input by its own weight, add the *products* and the bias, and squeeze the sum.

        $w_1 x_1 + w_2 x_2 = z_1$ and $\\partial net_{o1} / \\partial w_6 = out_{h2}$

        ```{swift}
        let other = net.backpropagate(
            [0, 4, 5], toward: [0.1, 0.05], minimizing: .halfSquaredError)
        ```
        :::

        """

    private static func proof() -> LeakProof {
        var defaults = FrontMatter()
        defaults.edition = .instructor
        let lesson = Lesson.parsed(source: source, file: "lessons/a.md", defaults: defaults)
        let values = [0.751365069552316, -0.0001234567, 0.296884, 1.1]
        let outcomes = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0, Outcome(.number($1))) })
        return LeakProof(of: [Handout(lesson: lesson, transcript: Transcript(outcomes: outcomes))])
    }

    /// Leaks of each kind: a file's path, what it holds, and the line of the exercise or solution that it gives away.
    static let planted: [(String, String, Int)] = [
        ("a.html", "<p>It is 0.75136507.</p>", 2),
        ("a.html", "<!-- key: 0.7514 -->", 2),
        ("a.html", "<img alt=\"the output is 0.75137\" src=\"a.png\">", 2),
        ("a.html", "<span data-key=\"7.51365e-1\">?</span>", 2),
        ("a.html", "<b>0.75</b><i>13</i>", 2),
        ("a.html", "<p>&#48;.7&#x35;14</p>", 2),
        ("assets/search/a.js", "lecternSearch({\"text\":\"out\\n0.751365\"});", 2),
        ("a.md", "| out | 0,75137 |", 2),
        ("a/figure.svg", "<svg><title>−0.000123457</title></svg>", 2),
        ("a/figure.svg", "<text x=\"3\">0.75<tspan dy=\"2\">137</tspan></text>", 2),
        ("a/figure.svg", "<desc>out_o1: 0.7514</desc>", 2),
        ("a.ipynb", "{\"cells\":[{\"source\":[\"let out = \\\"x\\\"\\n\",\"// 0.751365\\n\"]}]}", 2),
        ("a.ipynb", "{\"outputs\":[{\"text\":[\"0.75137\"]}]}", 2),
        ("OEBPS/a.xhtml", "<math><mn>0.75</mn><mn>137</mn></math>", 2),
        ("OEBPS/package.opf", "<dc:description>0,751365</dc:description>", 2),
        ("a.html", "<math><mn>0.7514</mn></math>", 2),
        ("a.html", "<p>−0.0001235</p>", 2),
        ("a/figure-numbers.csv", "step,out\n12,0.751365069552316\n", 2),
        ("a/figure-numbers.csv", "12,1.234567e-04\n", 2),
        ("verification.json", "{\"computed\":\"0.7513\"}", 2),
        ("a/out-0.7514.svg", "<svg></svg>", 2),
        ("a.html", "<a href=\"?key=%30%2E7514\">next</a>", 2),
        ("a.html", "<p data-x=\"dGhlIG91dHB1dCBpcyAwLjc1MTM2NQ==\">x</p>", 2),
        // As a page has what it checks, and not locked.
        ("a.html", "<div data-check=\"hlcchggbgmhfgfhdccdkfldacodhdfdbdddgdfdadhfnhn\">x</div>", 2),
        ("a.html", "<div data-check=\"aappmiadibahpapkhlcchggbgmhfgfhdccdkfldacodhdfdbdddgdfdadhfnhn\">x</div>", 2),
        ("a.html", "<p>every input by its own weight, add the <em>products</em></p>", 5),
        ("a.html", "<!-- Every input by its own\nweight: add the products -->", 5),
        ("a.js", "'multiply every\\ninput by\\nits own weight, add'", 5),
        ("multiply-every-input-by-its-own-weight-add.txt", "", 5),
    ]

    @Test(arguments: planted) func `what gives an answer away is found, with its place`(
        path: String, text: String, line: Int
    ) throws {
        let leaks = Self.proof().leaks(in: Array(text.utf8), path: path, of: "lessons/a.md")
        let leak = try #require(leaks.first, "\(text)")
        #expect(leak.place.line == line && leak.place.file == "lessons/a.md")
        #expect(leak.isAnswer == (line == 2))
        if let offset = leak.offset { #expect(offset < text.utf8.count) }
    }

    @Test(arguments: [
        "<p>It is 0.75 or 0.751, not 0.7515.</p>", "<tr><td>0.75</td><td>1365</td></tr>", "<text>0.75</text><text>1365</text>",
        "<li>0.75</li>\n<LI class=x>1365</LI>", "<p>0.296884</p>", "<span style=\"height:0.7514em\"></span>",
        "<path d=\"M0.7514L2 3\"/>", "<p>17514 and 10.7514</p>", "<p>Multiply every input by its own number.</p>",
        "<p>add the products</p>", "<p>w_1 x_1 + w_2 x_2 = z_1</p>",
        "\\partial net_{o1} / \\partial w_6 = out_{h2}", "let given = [0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.35]",
        "<p>1.1000 and 1.09999</p>",
        "let pass = net.backpropagate([1, 4, 5], toward: [0.1, 0.05], minimizing: .halfSquaredError)", "", "0", ".", "&", "\\",
        "%", "<", "&#;", "1e", "0.7514e", "&#x110000;",
    ]) func `other numbers and other words are left alone`(text: String) {
        #expect(Self.proof().leaks(in: Array(text.utf8), path: "a.html", of: "lessons/a.md").isEmpty)
    }

    @Test(arguments: [("0.7514", false), ("0.75137", true), ("every input by its own weight, add the products", true)])
    func `on pages of other lessons only what can be no chance is a leak`(text: String, isLeak: Bool) {
        let bytes = Array(text.utf8)
        #expect(Self.proof().leaks(in: bytes, path: "b.html", of: "lessons/b.md").isEmpty == !isLeak)
        #expect(Self.proof().leaks(in: bytes, path: "a.html", of: "lessons/a.md").isEmpty == false)
        #expect(Self.proof().leaks(in: bytes, path: "verification.json", of: nil).isEmpty == !isLeak)
    }

    @Test func `the offset leads to the number`() throws {
        let text = "<p>ä &lt; ü</p> <b>0.7514</b>"
        let leak = try #require(Self.proof().leaks(in: Array(text.utf8), path: "a.html", of: "lessons/a.md").first)
        let offset = try #require(leak.offset)
        #expect(String(decoding: Array(text.utf8)[offset...].prefix(6), as: UTF8.self) == "0.7514")
    }

    @Test func `a file that is no text is looked at by its name alone`() {
        let bytes: [UInt8] = [0, 1, 2] + Array("0.7514".utf8)
        #expect(Self.proof().leaks(in: bytes, path: "a.woff2", of: "lessons/a.md").isEmpty)
        #expect(Self.proof().leaks(in: bytes, path: "0.7514.woff2", of: "lessons/a.md").count == 1)
    }
}
