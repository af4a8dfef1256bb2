import Foundation
import Testing

/// Whatever a lesson computes that is made of numbers can be claimed, number by number.
@Suite(.serialized)
struct ClaimFormsTests {
    private struct Report: Decodable {
        struct Summary: Decodable { var claims, holding: Int }
        struct Claim: Decodable {
            var written, verdict: String
            var holds: Bool
            var numbers: [Claim]?
        }
        struct Lesson: Decodable { var claims: [Claim] }
        var summary: Summary
        var lessons: [Lesson]
    }

    private static let lesson = """
        ---
        claims: 30
        ---

        ```{swift}
        let deep = [[[1.5, 2.5], [3.5, 4.5]], [[5.5, 6.5], [7.5, 8.5]]]
        let counts = [[50, 2], [3, 45]]
        let floats: [[Float]] = [[0.5, 0.25], [0.125, 1]]
        let list = [1.5, 2.5, 3.5, 4.5]
        let pair = (0.5, 2)
        let ragged = [[1.5], [2.5, 3.5]]
        let net = Network(inputs: 1) { Dense(1, weights: [[0.5]], bias: 0) }
        let pass = net.backpropagate([1], toward: [1], minimizing: .halfSquaredError)
        ```

        [[[[1.5, 2.5], [3.5, 4.5]], [[5.5, 6.5], [7.5, 8.5]]]](claim:deep)
        [[[50, 2], [3, 45]]](claim:counts)
        [[50 2; 3 45]](claim:counts)
        [[[0.5, 0.25], [0.125, 1]]](claim:floats)
        [[2.5, 3.5]](<claim: list[1...2]>)
        [[4.5, 3.5, 2.5, 1.5]](<claim: list.reversed()>)
        [(0.5, 2)](claim:pair)
        [[[1.5], [2.5, 3.6]]](claim:ragged)

        Before [0.5](<claim: pass["w1"]>), [0.7](<claim: pass["nope"]>), after [0.6](<claim: pass["w1"]>).

        """

    @Test func `lists of any kind are judged number by number, and a failing claim stops no other`() async throws {
        let tool = try Tool(["a.md": Self.lesson])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        #expect(run.code == 1, "\(run.all)")
        let claims = try #require(report.lessons.first?.claims)
        #expect(claims.map(\.verdict) == Array(repeating: "exact", count: 7) + ["wrong", "exact", "not computed", "wrong"])
        #expect(claims[7].numbers?.map(\.verdict) == ["exact", "exact", "wrong"])
        #expect(claims[0].numbers?.count == 8 && claims[8].numbers == nil)
        // 8 + 4 + 4 + 4 + 2 + 4 + 2 + 3 numbers in lists, and 3 alone.
        #expect(report.summary.claims == 34 && report.summary.holding == 31)
    }

    @Test func `a number as a program writes it holds on a page with decimal commas, and is never rewritten`() async throws {
        let text = "---\nlang: fr\n---\n\n```{swift}\nlet v = 1.982\n```\n\n[1.982](claim:v) [1.983](claim:v)\n"
        let tool = try Tool(["a.md": text])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--fix", "--write")
        #expect(run.output.contains("a.md:9:2: right: 1.982 = v"))
        #expect(run.output.contains("1.983 (read as 1983, since this page's language writes 1,983 for 1.983) is wrong"))
        #expect(tool.text("a.md") == text)
    }

    @Test func `a table has to have the shape of its expression`() async throws {
        let tool = try Tool([
            "a.md": """
            ```{swift}
            let m = [[1.5, 2.5], [3.5, 4.5], [5.5, 6.5]]
            ```

            | a | b |
            |--:|--:|
            | 1.5 | 2.5 |
            | 3.5 | 4.5 |

            : All {#tbl-a claim="m"}

            """
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md")
        #expect(run.code == 1)
        #expect(run.output.contains("a matrix of 3 by 2, where the table has 2 by 2"), "\(run.output)")
    }

    @Test func `a table's expression is computed once, and what stops it stops its numbers alone`() async throws {
        let tool = try Tool([
            "a.md": """
            ```{swift}
            let net = Network(inputs: 1) { Dense(1, weights: [[0.5]], bias: 0) }
            let pass = net.backpropagate([1], toward: [1], minimizing: .halfSquaredError)
            let name = "nope"
            var calls = 0
            func counted() throws -> [[Double]] {
                calls += 1
                return [[1.5, 2.5], [3.5, 4.5]]
            }
            ```

            | a | b |
            |--:|--:|
            | 1.5 | 2.5 |
            | – | 4.6 |

            : Counted {claim="try counted()"}

            | w |
            |--:|
            | 0.5 |
            | 0.7 |

            : Stopped {claim="[0.5, pass[name]]"}

            It was asked [1](claim:calls) time, and w is [0.5](<claim: pass["w1"]>).

            """
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--format", "json")
        #expect(run.code == 1, "\(run.all)")
        let claims = try #require(JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).lessons.first?.claims)
        #expect(
            claims.map(\.verdict) == ["exact", "exact", "wrong", "not computed", "not computed", "exact", "exact"], "\(run.all)"
        )
    }

    @Test func `a table of thousands of rows is claimed like one of three`() async throws {
        let rows = (0..<2500).map { "| \($0) | \($0 * 2) |\n" }.joined()
        let tool = try Tool([
            "a.md": "```{swift}\nlet t = (0..<2500).map { Double($0) }\n```\n\n| i | v |\n|--:|--:|\n\(rows)\n"
                + ": Doubled {claim=\"t.map { $0 * 2 }\" columns=\"v\"}\n"
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--format", "json")
        #expect(run.code == 0)
        #expect(try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).summary.holding == 2500)
    }

    @Test func `no cell shows a number as if it were verified`() async throws {
        let shown = [
            #"Table(columns: [.init(.text("a"))], rows: [[.tex("\\htmlClass{claim}{6}")]])"#,
            #"Working(subject: "s", title: "t", steps: [.init("e", ["x &= \\text{\\htmlClass{claim}{8}}"])])"#,
            #"Exhibit.mathematics("\\htmlId{claim.1}{9}")"#,
        ]
        for show in shown {
            let tool = try Tool(["l/a.md": "# A\n\n```{swift}\nshow(\(show))\n```\n"])
            defer { tool.remove() }
            let run = try await tool("build", "l", "--output", "s")
            #expect(run.code == 2 && run.output.contains("l/a.md:4:1: error: \\html"), "\(run.all)")
        }
        let text = #"$\\htmlClass{claim}{6}$ and [8]{.claim}"#
        let tool = try Tool(["l/a.md": "# A\n\n```{swift}\nshow(Exhibit.markdown(\"\(text)\"))\n```\n"])
        defer { tool.remove() }
        let run = try await tool("build", "l", "--output", "s")
        #expect(run.code == 0, "\(run.all)")
        let page = try #require(tool.text("s/a.html"))
        #expect(!page.contains("enclosing claim") && !page.contains("class=\"claim") && page.contains("[8]{.claim}</pre>"))
    }

    @Test func `readers see a tolerance only where it is wider than the number's last digit`() async throws {
        let tool = try Tool([
            "l/a.md": "---\nprecision: single\n---\n\n```{swift}\nlet x = 1.0 / 3\n```\n\n[0.33333334](claim:x), "
                + "[0.3333333 ± 1e-8](claim:x), [0.333 ± 0.01](claim:x) and $\\claim{0.33333334 f32}{x}$.\n"
        ])
        defer { tool.remove() }
        let run = try await tool("build", "l", "--output", "s")
        #expect(run.code == 0, "\(run.all)")
        let page = try #require(tool.text("s/a.html"))
        #expect(page.contains("<span class=\"written\">0.333 ± 0.01</span>"))
        #expect(page.contains("<span class=\"written\">0.3333333</span>") && !page.contains(">0.33333334 f32"))
    }
}
