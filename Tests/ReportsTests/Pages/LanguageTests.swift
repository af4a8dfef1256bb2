import Exhibits
import Lessons
import Testing

@testable import Reports

/// A page in its own language and with its own decimal mark.
struct LanguageTests {
    private static func page(_ lang: String, _ body: String, _ transcript: Transcript) throws -> RenderedPage {
        try HandoutPageTests.page("---\nlang: \(lang)\ndigits: 3\n---\n" + body, transcript)
    }

    private static let body = "It is `{swift} x` : [1,982](claim:x), $\\value{y}$.\n\n```{swift}\nshow(t)\n```\n"

    private static var transcript: Transcript {
        let table = Table(columns: [.init(.text("a"), .trailing)], rows: [[.number(0.125, nil)]])
        return Transcript(
            outputs: [0: [.exhibit(.table(table))]],
            outcomes: [0: Outcome(.number(1.982)), 1: Outcome(.number(1.982)), 2: Outcome(.vector([0.5, 0.25]))])
    }

    @Test(arguments: ["de", "fr", "es", "pt-BR"]) func `computed numbers have the page's decimal mark`(lang: String) throws {
        let page = try Self.page(lang, Self.body, Self.transcript)
        for text in [page.html, page.markdown] {
            #expect(text.contains("1,982") && text.contains("0,125"), "\(text)")
            #expect(!text.contains("1.982") && !text.contains("0.125"))
        }
        #expect(page.markdown.contains("0{,}5"))
        let english = try Self.page("en", Self.body.replacing("1,982", with: "1.982"), Self.transcript)
        #expect(english.html.contains("0.125") && !english.html.contains("1,982"))
        #expect(PrintedNumber(0.5, .decimals(1)).text == "0.5")
    }

    /// What English pages say of their own accord, and no other page may.
    @Test(arguments: ["de", "fr", "es", "ar"]) func `a page says nothing in English of its own accord`(lang: String) throws {
        let page = try Self.page(lang, Self.body, Self.transcript).html
        for word in [
            ">Copy<", "On this page", "Skip to the text", "Verified numbers", "Quantity", ">Written<", ">Verdict<",
            "(verified)",
            "numbers claimed on this page", "Search", ">line ", "exact<", "Previous", "Colours",
        ] where !(lang == "fr" && [">Verdict<", "exact<"].contains(word)) { #expect(!page.contains(word), "\(word)") }
    }

    @Test(arguments: [
        ("ar", "Ada", "10 Feb 2020", "\u{2068}Ada\u{2069} · \u{2068}10 Feb 2020\u{2069}"),
        ("en", "\u{622}\u{62F}\u{627}", "10 Feb 2020", "\u{2068}\u{622}\u{62F}\u{627}\u{2069} · \u{2068}10 Feb 2020\u{2069}"),
        ("en", "Ada", "10 Feb 2020", "Ada · 10 Feb 2020"),
    ]) func `a date keeps its order where lines run from right to left`(
        lang: String, author: String, date: String, byline: String
    ) throws {
        let page = try HandoutPageTests.page("---\nlang: \(lang)\nauthor: \(author)\ndate: \(date)\n---\n\nA\n")
        #expect(page.html.contains("<p class=\"byline\">\(byline)</p>"), "\(page.html)")
    }

    @Test(arguments: ["de", "fr", "es", "ar"]) func `every word of a page is in its language`(lang: String) {
        /// The texts of a value, by their names.
        func words(_ value: Any, _ path: String) -> [(String, String)] {
            Mirror(reflecting: value).children.flatMap { child -> [(String, String)] in
                let name = path + "." + (child.label ?? "")
                if let text = child.value as? String { return [(name, text)] }
                if let texts = child.value as? [String: String] { return texts.map { (name + "." + $0.key, $0.value) } }
                return words(child.value, name)
            }
        }
        // Words that two languages share.
        let shared: Set = [
            "auto", "code", "solutions", "solution", "note", "tip", "important", "exact", "vague", "figure", "caution",
            "warning", "verdict", "links", "gradient", "# point", "# points",
            "axiom", "conjecture",
        ]
        for (own, english) in [
            (PageWords(lang: lang) as Any, PageWords(lang: "en") as Any),
            (VerificationWords(lang: lang), VerificationWords(lang: "en")),
            (VerifiedWords(PageLanguage(tag: lang)), VerifiedWords(.english)),
            (FigureWords(PageLanguage(tag: lang)), FigureWords(.english)),
        ] {
            let english = Dictionary(uniqueKeysWithValues: words(english, ""))
            for (name, text) in words(own, "") where !shared.contains(text.lowercased()) {
                #expect(text != english[name], "\(name): \(text)")
                #expect(!text.isEmpty)
            }
        }
        let names = ReferenceWords(lang: lang), inEnglish = ReferenceWords(lang: "en")
        for kind in [ReferenceKind.table, .equation, .exercise, .theorem, .term] {
            #expect(names.name(of: kind) != inEnglish.name(of: kind))
        }
    }

    @Test(arguments: [
        (PageLanguage.english, 1, 0, 0, "The one number claimed on this page is what the network computes."),
        (
            .english, 1, 1, 1,
            "1 of the 3 numbers claimed on this page is what the network computes, 1 quoted as wrong on purpose, 1 not as claimed."
        ),
        (.german, 0, 1, 0, "Die eine Zahl, die auf dieser Seite behauptet wird, ist mit Absicht falsch zitiert."),
        (.german, 7, 0, 0, "7 der 7 Zahlen, die auf dieser Seite behauptet werden, sind die berechneten."),
        (.french, 0, 0, 1, "Le seul nombre affirmé sur cette page n’est pas celui que le réseau calcule."),
        (.french, 2, 2, 0, "2 des 4 nombres affirmés sur cette page sont ceux que le réseau calcule, 2 cités faux à dessein."),
        (
            .spanish, 1, 1, 0,
            "1 de los 2 números afirmados en esta página es el que calcula la red, 1 citado como erróneo a propósito."
        ),
        (.arabic, 3, 0, 2, "3 من أصل 5 من الأعداد المذكورة في هذه الصفحة تطابق ما تحسبه الشبكة، و2 ليست كما ذُكرت."),
    ]) func `the sentence on verified numbers is one for each number of them`(
        language: PageLanguage, right: Int, quoted: Int, wrong: Int, said: String
    ) {
        #expect(VerifiedWords(language).sentence(right: right, quoted: quoted, wrong: wrong, in: language) == said)
    }

    @Test(arguments: [
        ("ar", 1, "نقطة واحدة"), ("ar", 2, "نقطتان"), ("ar", 8, "8 نقاط"), ("ar", 12, "12 نقطة"), ("fr", 1.5, "1,5 point"),
        ("de", 1.5, "1,5 Punkte"), ("es", 1, "1 punto"),
    ]) func `what an exercise is worth is counted as its language counts`(lang: String, worth: Double, said: String) {
        var style = PageStyle()
        style.decimalMark = DecimalMark(language: lang)
        #expect(PageStyle.$current.withValue(style) { PageWords(lang: lang).worth(worth) } == said)
    }

    @Test func `a tag's region leaves its language, and an unknown one has English words`() {
        #expect(PageLanguage(tag: "de-AT") == .german && PageLanguage(tag: "AR_eg") == .arabic)
        #expect(PageLanguage(tag: "fi") == .english && PageLanguage(tag: "") == .english)
    }

    @Test func `nothing is hidden beside the page, where a right-to-left page would scroll to it`() {
        #expect(!PageStylesheet.css.contains("left: -") && !PageStylesheet.css.contains("right: -"))
    }

    @Test func `the course stands above a printed page where its lines begin`() throws {
        func heads(_ lang: String) throws -> (left: Substring, right: Substring) {
            let rule = /@top-left\{content:"([^"]*)"\}@top-right\{content:"([^"]*)"\}/
            let match = try #require(try Self.page(lang, "x\n", Transcript()).html.firstMatch(of: rule))
            return (match.output.1, match.output.2)
        }
        let english = try heads("en"), arabic = try heads("ar")
        #expect(english.left == arabic.right && english.right == arabic.left && english.left != english.right)
    }

    @Test func `a shape in a table is read from the left in every page`() throws {
        let table = Table(columns: [.init(.text("a"), .leading)], rows: [[.text("3×3×1")], [.text("x²")], [.text("0.5")]])
        let page = try Self.page("ar", "```{swift}\nshow(t)\n```\n", Transcript(outputs: [0: [.exhibit(.table(table))]]))
        #expect(page.html.contains("<td><span class=\"value\">3×3×1</span></td>"))
        #expect(page.html.contains("<td>x²</td>") && page.html.contains("<td>0.5</td>"))
        let rule = try #require(PageStylesheet.css.firstMatch(of: /\[dir="rtl"\] :is\(([^{]*)\) \{ direction: ltr/))
        #expect(rule.output.1.contains(", .value,"))
    }

    @Test func `right-to-left pages say so`() throws {
        #expect(try Self.page("ar", "نص.\n", Transcript()).html.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(try Self.page("he-IL", "x\n", Transcript()).html.contains("dir=\"rtl\""))
        #expect(try !Self.page("en", "x\n", Transcript()).html.contains("dir=\"rtl\""))
        #expect(try !Self.page("az-Latn", "x\n", Transcript()).html.contains("dir=\"rtl\""))
    }
}
