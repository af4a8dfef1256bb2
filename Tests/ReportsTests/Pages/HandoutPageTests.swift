import Exhibits
import Lessons
import Reports
import Testing

/// A lesson and its transcript as a page, without running anything.
struct HandoutPageTests {
    static func page(
        _ source: String, _ transcript: Transcript = Transcript(), in course: CoursePlace = CoursePlace(title: "Course")
    ) throws -> RenderedPage {
        let lesson = Lesson.parsed(source: source, file: "a.md")
        // Colouring needs scripts; a page is complete without them.
        let typesetter = Typesetter { throw CancellationError() }
        return try Handout(lesson: lesson, transcript: transcript).rendered(
            in: course, with: typesetter)
    }

    private static func count(_ part: String, in text: String) -> Int { text.ranges(of: part).count }

    @Test func `text that a cell prints as Markdown becomes text of the page`() throws {
        let page = try Self.page(
            "```{swift}\nprint(1)\n```\n", Transcript(outputs: [0: [.exhibit(.markdown("a *word* of it\n"))]]))
        #expect(page.html.contains("<p>a <em>word</em> of it</p>"))
        #expect(page.markdown.contains("a *word* of it"))
    }

    @Test func `the front page ends with the list of lessons and stands outside their row`() throws {
        let course = CoursePlace(
            title: "Course", entries: [.init(name: "index", title: "Home"), .init(name: "a", title: "First", description: "D")])
        func html(_ file: String) throws -> String {
            let lesson = Lesson.parsed(source: "Welcome.\n", file: file)
            return try Handout(lesson: lesson, transcript: Transcript()).rendered(
                in: course, with: Typesetter { throw CancellationError() }
            ).html
        }
        let front = try html("index.md")
        #expect(front.contains("Welcome.") && front.contains("<li><a href=\"a.html\">First</a>\n<p>D</p></li>"))
        #expect(!front.contains("rel=\"next\""))
        #expect(try !html("a.md").contains("rel=\"prev\""))
    }

    @Test func `a page knows which other courses of the site are searched with it`() throws {
        var course = CoursePlace(title: "Course", entries: [.init(name: "a", title: "A")])
        #expect(try Self.page("Text.\n", in: course).html.contains(" data-beside=\"\""))
        course.searched = ["reference", ".."]
        #expect(try Self.page("Text.\n", in: course).html.contains(" data-beside=\"reference\n..\""))
        course.isSelfContained = true
        #expect(try Self.page("Text.\n", in: course).html.contains(" data-beside=\"\""))
        #expect(SearchIndex.script(listing: ["a", "b/c\"d"]) == "lecternLessons([\"a\",\"b/c\\\"d\"]);\n")
    }

    @Test func `a lesson without a title in its front matter is called by the heading it begins with`() throws {
        let page = try Self.page("# One *neuron*\n\nText.\n")
        #expect(page.html.contains("<title>One neuron"))
        #expect(Self.count("<h1", in: page.html) == 1)
        #expect(page.markdown.hasPrefix("# One neuron\n\nText."))
        // A front matter's title leaves the text as it is, and a heading with a formula stays where it was written.
        #expect(Self.count("<h1", in: try Self.page("---\ntitle: A\n---\n# B\n").html) == 2)
        #expect(try Self.page("# The slope $f'$\n").html.contains("<title>A"))
        #expect(try Self.page("Text.\n\n# B\n").html.contains("<title>A"))
    }

    @Test func `a displayed formula in a paragraph or heading is a piece of text`() throws {
        for source in [
            "The sum is\n$$ a = b $$\nwhere $a$ is known.\n", "## Heading $$y$$\n", "- item $$y$$ more\n",
            "| a |\n|---|\n| $$y$$ |\n",
            "*so $$y$$ it is*\n", "Term\n: means $$y$$\n",
        ] {
            let html = try Self.page(source).html
            #expect(html.contains("<span class=\"formula\"") && !html.contains("<div class=\"formula\""), "\(source)")
        }
        #expect(try Self.page("Text.\n\n$$ y $$\n").html.contains("<div class=\"formula\""))
    }

    @Test func `no two drawings and no two data files of a page share a name`() throws {
        func cell(_ label: String) -> String { "```{swift}\n//| label: \(label)\nprint(1)\n```\n\n" }
        // More points than a page shows in a table.
        let points = (0..<60).map(Double.init)
        let plot = LinePlot(x: .init("x"), y: .init("y"), series: [.init("a", x: points, y: points)])
        let figure = Figure(.lines(plot), alternative: "a curve")
        let page = try Self.page(
            cell("fig-a-2") + cell("fig-a") + cell("fig-a-2-2"),
            Transcript(outputs: [
                0: [.exhibit(.figure(figure))], 1: [.exhibit(.figure(figure))], 2: [.exhibit(.figure(figure))],
            ]))
        #expect(Set(page.figures.map(\.name)).count == 3 && page.figures.count == 3)
        #expect(Set(page.tables.map(\.name)).count == page.tables.count && !page.tables.isEmpty)
        for figure in page.figures { #expect(page.markdown.contains("(a/\(figure.name).svg)")) }
        for figure in page.figures { #expect(Self.count("\"drawing-\(figure.name)\"", in: page.html) <= 1) }
    }

    @Test func `an address with a scheme is no lesson's`() throws {
        let page = try Self.page("[a](mailto:ion@example.md) [b](b.md) [c](notes/c.md#d) [e](https://e.md)\n")
        for address in ["mailto:ion@example.md", "b.html", "notes/c.html#d", "https://e.md"] {
            #expect(page.html.contains("href=\"\(address)\""), "\(address)")
        }
    }

    @Test(arguments: [("thm-a", "theorem", "Theorem"), ("def-a", "definition", "Definition"), ("exm-a", "example", "Example")])
    func `what references call Theorem 1 is called so where it stands`(label: String, kind: String, word: String) throws {
        let plain = try Self.page("::: {#\(label)}\nText.\n:::\n\nSee @\(label).\n").html
        let number = "\(word) 1"
        #expect(plain.contains("<div class=\"\(kind)\" id=\"\(label)\">\n<p class=\"division-title\">\(number)</p>"))
        #expect(plain.contains(">\(number)</a>"))
        let titled = try Self.page("::: {#\(label) title=\"Of *Rolle*\"}\nText.\n:::\n").html
        #expect(titled.contains("<p class=\"division-title\">\(number) (Of "))
    }

    @Test(arguments: [("en", "Exercise 1</span>: "), ("de", "Aufgabe 1</span>: "), ("fr", "Exercice 1</span>\u{A0}: ")])
    func `the title of an exercise is told from its number as a caption is`(lang: String, before: String) throws {
        let html = try Self.page("---\nlang: \(lang)\n---\n\n::: {#exr-a}\n## One *step*\n\nText.\n:::\n").html
        #expect(html.contains("<p class=\"exercise-title\"><span class=\"exercise-number\">\(before)One <em>step</em></p>"))
    }

    @Test func `a table in a division has its number and its caption above it`() throws {
        let html = try Self.page("::: {#tbl-a}\n| a |\n|---|\n| 1 |\n\nAll of it.\n:::\n\nSee @tbl-a.\n").html
        #expect(
            html.contains(
                "<figure class=\"table\" id=\"tbl-a\">\n<figcaption><span class=\"caption-number\">Table 1</span>: All of it."
            ))
    }

    @Test func `a subtitle stands below the title`() throws {
        let page = try Self.page("---\ntitle: A\nsubtitle: Two & more\n---\nText.\n")
        #expect(page.html.contains("<h1>A</h1>\n<p class=\"subtitle\">Two &amp; more</p>"))
    }

    @Test func `printed text is escaped`() throws {
        let page = try Self.page("```{swift}\nprint(1)\n```\n", Transcript(outputs: [0: [.printed("<b> & co\n")]]))
        #expect(page.html.contains("&lt;b&gt; &amp; co"))
        #expect(!page.html.contains("<b>"))
    }

    @Test func `a claim that doesn't hold shows what was computed`() throws {
        let page = try Self.page("It is [0.5](claim:x).\n", Transcript(outcomes: [0: Outcome(.number(0.7))]))
        #expect(page.html.contains("claim-wrong"))
        #expect(page.html.contains("computed: 0.7"))
        #expect(page.markdown.contains("~~0.5~~"))
    }

    @Test func `numbers in a table keep the page's digits, one notation in each column`() throws {
        let titles = ["loss", "slope"].map { Table.Column(.text($0), .trailing) }
        let table = Table(
            columns: titles, rows: [[.number(0.5, nil), .number(0.25, nil)], [.number(0.75, nil), .number(-1.25e-9, nil)]])
        let page = try Self.page(
            "---\ndigits: 4\n---\n\n```{swift}\nshow(t)\n```\n", Transcript(outputs: [0: [.exhibit(.table(table))]]))
        #expect(page.html.contains(">0.5000</td>"))
        #expect(page.html.contains(">2.5000 × 10<sup>−1</sup></td>"))
        #expect(page.html.contains(">−1.2500 × 10<sup>−9</sup></td>"))
        #expect(page.markdown.contains("| 0.7500 | −1.2500 × 10⁻⁹ |"))
    }

    @Test func `no two elements share an id`() throws {
        let plot = try #require(Samples.figures.first).figure
        let source = """
            ## Losses

            ```{swift}
            //| label: losses
            plot(x)
            ```

            ## Losses

            ```{swift}
            //| label: fig-losses
            //| fig-cap: How it falls
            plot(x)
            ```
            """
        let page = try Self.page(
            source, Transcript(outputs: [0: [.exhibit(.figure(plot))], 1: [.exhibit(.figure(plot))]]))
        let identifiers = page.html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(identifiers.count == Set(identifiers).count, "\(identifiers)")
        #expect(identifiers.contains("losses"))
        #expect(identifiers.contains("losses-2"))
        #expect(identifiers.contains("fig-losses"))
    }

    @Test func `the style of drawings stands once, in the page's style sheet, and in every file of the report`() throws {
        let plot = try #require(Samples.figures.first).figure
        let page = try Self.page("```{swift}\nplot(x)\n```\n", Transcript(outputs: [0: [.exhibit(.figure(plot))]]))
        #expect(page.html.contains("<svg"))
        #expect(!page.html.contains(".lf{"))
        #expect(PageStylesheet.css.contains(".lf{"))
        #expect(try #require(page.figures.first).svg.contains(".lf{"))
        #expect(try #require(page.figures.first).svg.contains("class=\"paper\""))
    }

    @Test func `a table of contents comes with three sections, or as the lesson says`() throws {
        let two = "## A\n\n## B\n", three = two + "\n### B1\n\n## C *of* it\n"
        #expect(try !Self.page(two).html.contains("class=\"contents\""))
        #expect(try Self.page("---\ntoc: true\n---\n\n" + two).html.contains("<li><a href=\"#a\">A</a></li>"))
        #expect(try !Self.page("---\ntoc: false\n---\n\n" + three).html.contains("class=\"contents\""))
        #expect(
            try Self.page(three).html.contains(
                """
                <li><a href="#a">A</a></li>
                <li><a href="#b">B</a>
                <ol>
                <li><a href="#b1">B1</a></li>
                </ol></li>
                <li><a href="#c-of-it">C <em>of</em> it</a></li>
                """))
    }

    @Test func `links to other sites are notes on paper, the same address once`() throws {
        let page = try Self.page("[a](https://a.org) [b](b.md) [again](https://a.org) <https://c.org> [d](https://d.org)\n")
        #expect(page.html.matches(of: /\[1\]<\/span>/).count == 2)
        #expect(page.html.contains("<ol class=\"link-notes\">\n<li>https://a.org</li>\n<li>https://d.org</li>\n</ol>"))
    }

    @Test func `a page knows its address only when its site has one`() throws {
        #expect(try !Self.page("A\n").html.contains("canonical"))
        let course = CoursePlace(title: "Course", siteURL: "https://example.org/notes")
        let page = try Self.page("A\n", in: course)
        #expect(page.html.contains("<link rel=\"canonical\" href=\"https://example.org/notes/a.html\">"))
        #expect(page.html.contains("<meta property=\"og:url\" content=\"https://example.org/notes/a.html\">"))
        let missing = try CourseIndex.missingPage(course)
        // The path alone: no course file brings a page the scripts of another host.
        #expect(missing.contains("<base href=\"/notes/\">"))
        #expect(!missing.contains("canonical"))
    }

    @Test func `a title can't end the style element it is named in`() throws {
        let page = try Self.page("---\ntitle: '\"</style><b>'\n---\n\nA\n")
        #expect(!page.html.contains("</style><b>"))
        #expect(page.html.contains("content:\"\\22 \\3c /style\\3e \\3c b\\3e \""))
    }

    @Test func `the search has references as they are read, and formulas without their environments`() throws {
        let source =
            "$$\n\\begin{aligned}x\\end{aligned}\n$$ {#eq-a}\n\nSee @eq-a and $\\begin{array}{lr}\\mathbf{x} & y\\end{array}$.\n"
        var course = CoursePlace(title: "Course")
        course.labels = CourseLabels(of: [Lesson.parsed(source: source, file: "a.md")])
        let search = try Self.page(source, in: course).search
        #expect(search.contains("\"See Equation 1 and x y.\""), "\(search)")
    }

    @Test func `the search knows each section by its place on the page`() throws {
        let search = try Self.page("Before *all*.\n\n## One\n\nText with $w_{11}$.\n\n## One\n\n- item\n").search
        #expect(search.hasPrefix("lecternSearch({\"name\":\"a\""))
        #expect(search.contains("{\"id\":\"\",\"text\":\"Before all.\",\"title\":\"\"}"))
        #expect(search.contains("{\"id\":\"one\",\"text\":\"Text with w_11.\",\"title\":\"One\"}"))
        #expect(search.contains("{\"id\":\"one-2\",\"text\":\"item\",\"title\":\"One\"}"))
    }

    @Test func `a page speaks the lesson's language`() throws {
        let page = try Self.page("---\nlang: de\n---\n\n::: {.solution}\nx\n:::\n")
        #expect(page.html.contains(">Zum Text</a>"))
        #expect(page.html.contains("<h2 class=\"printed-only solutions-heading\">Lösungen</h2>"))
    }
}

/// The report that repositories show.
struct MarkdownReportTests {
    private func report(_ source: String, _ transcript: Transcript = Transcript()) throws -> String {
        try HandoutPageTests.page(source, transcript).markdown
    }

    @Test func `a report has no scripts of an author's, as a page has none`() throws {
        let report = try self.report(
            "a <script>alert(1)</script> b \\<i> [x](javascript:alert(1)) ![y](javascript:alert(2))\n\n<script>\nalert(3)\n</script>\n\nc\n"
        )
        #expect(!report.contains("<script") && !report.contains("javascript:") && report.contains("\\<i>"), "\(report)")
        let printed = try self.report(
            "```{swift}\nshow(t)\n```\n",
            Transcript(outputs: [0: [.exhibit(.markdown("<script>1</script>\n\n*ok* [x](javascript:1) <b>b</b>\n"))]]))
        #expect(printed.contains("*ok* [x]() **b**") && !printed.contains("script>"), "\(printed)")
        var defaults = FrontMatter()
        defaults.allowsRawHTML = true
        let lesson = Lesson.parsed(source: "a <meter value=\"1\">b</meter>\n", file: "a.md", defaults: defaults)
        let allowed = Handout(lesson: lesson, transcript: Transcript()).report(labels: CourseLabels()) { _, _ in "" }.markdown
        #expect(allowed.contains("a <meter value=\"1\">b</meter>"), "\(allowed)")
    }

    @Test func `what references lead to has a place and its number`() throws {
        let text = try report(
            """
            See @fig-net, @eq-loss and @sec-end.

            ![A *net*](net.svg){#fig-net fig-alt="Circles"}

            $$ L = 0 $$ {#eq-loss}

            ## The end {#sec-end}
            """)
        #expect(text.contains("See [Figure 1](#fig-net), [Equation 1](#eq-loss) and [The end](#sec-end)."))
        #expect(text.contains("<a id=\"fig-net\"></a>\n\n![Circles](net.svg)\n\n**Figure 1.** A *net*"))
        #expect(text.contains("<a id=\"eq-loss\"></a>\n\n$$\nL = 0 \\tag{1}\n$$"))
        #expect(text.contains("<a id=\"sec-end\"></a>\n\n## The end"))
    }

    @Test func `a bar in a cell doesn't end it`() throws {
        #expect(try report("| a |\n|---|\n| `x\\|y` |\n").contains("| `x\\|y` |"))
        let table = Table(columns: [.init(.text("n"))], rows: [[.tex("|x|")], [.text("a|b")]])
        let text = try report("```{swift}\nshow(t)\n```\n", Transcript(outputs: [0: [.exhibit(.table(table))]]))
        #expect(text.contains("| $\\vert x\\vert $ |"))
        #expect(text.contains("| a\\|b |"))
    }

    @Test(
        arguments: [
            ("\\*a\\* \\_b\\_ c_d \\`e\\`", "\\*a\\* \\_b\\_ c_d \\`e\\`"), ("it costs \\$5", "it costs \\$5"),
            ("&lt;b> \\\\&lt;b>", "\\<b> \\\\\\<b>"), ("&amp;lt;", "&amp;lt;"), ("\\# a", "\\# a"), ("1\\. a", "1\\. a"),
            ("-0.5 + 1", "-0.5 + 1"), ("\\- a", "\\- a"), ("[0, 1] and a~b", "[0, 1] and a~b"),
            ("\\[a](javascript:b)", "[a]&#40;javascript:b)"), ("``a ` b``", "``a ` b``"), ("$a<b$", "$a< b$"),
            ("$a<1$", "$a<1$"),
            ("````\n```\n<i>\n```\n````", "````\n```\n<i>\n```\n````"), ("[a \\] b](c(d)e)", "[a \\] b](c%28d%29e)"),
        ]
    ) func `text stays text for who reads the report as Markdown`(source: String, expected: String) throws {
        let report = try self.report(source + "\n")
        #expect(report.contains(expected), "\(report)")
    }

    @Test func `nothing that a cell holds or prints ends its fence`() throws {
        let report = try self.report(
            "````{swift}\nlet s = \"\"\"\n```\n<i>\n\"\"\"\n````\n", Transcript(outputs: [0: [.printed("````\n<i>\n")]]))
        #expect(report.contains("````swift\nlet s") && report.contains("`````\n````\n<i>\n`````"), "\(report)")
    }
}
