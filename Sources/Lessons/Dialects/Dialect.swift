/// A construct of another tool that the text holds and that is printed as characters here.
struct Dialect: Sendable {
    /// What is told apart: each is reported once a page.
    var kind: String
    /// What the text must hold for the expression to be tried at all: an expression for every paragraph would be felt.
    var mark: String
    /// Whether what was found says what is to be written: then each of its kind is told apart.
    var isFamily = false
    /// Whether it counts only where a paragraph begins with it in plain letters: **a)** is a label.
    var isPlain = false
    /// The construct in the text of a paragraph, where code stands as `\u{FFFC}` between backticks.
    var expression: @Sendable (String) -> [Substring]
    /// What was found and what to write.
    var advice: @Sendable (Substring) -> String

    init(
        _ kind: String, mark: String, isPlain: Bool = false, _ expression: @escaping @Sendable (String) -> Substring?,
        _ advice: String
    ) {
        self.isPlain = isPlain
        self.kind = kind
        self.mark = mark
        self.expression = { text in expression(text).map { [$0] } ?? [] }
        self.advice = { _ in advice }
    }

    /// A family of constructs, such as commands by their names.
    init(
        _ kind: String, isFamily: Bool, mark: String, _ expression: @escaping @Sendable (String) -> [Substring],
        advice: @escaping @Sendable (Substring) -> String
    ) {
        self.kind = kind
        self.mark = mark
        self.expression = expression
        self.advice = advice
        self.isFamily = isFamily
    }
}

extension Dialect {
    /// All that are looked for, the special ones before the general.
    static let all: [Dialect] = [
        // MyST and kramdown.
        Dialect(
            "target", mark: ")=", { $0.prefixMatch(of: /\([\w:.-]+\)=(?=\n|$)/)?.0 },
            "a label stands behind what it names, as in ## Heading {#sec-name}; this is printed"),
        Dialect(
            "attribute-list", mark: "{:", { $0.firstMatch(of: /\{:[^}\n]{0,300}\}/)?.0 },
            "Jekyll's attributes are printed; write ::: {.callout-note} … ::: around the paragraph, or {#sec-name} behind a heading"
        ),
        Dialect(
            "comment", mark: "%", { $0.prefixMatch(of: /%\s[^\n]*/)?.0 },
            "a line that begins with % is printed; write <!-- … --> for a comment, and front matter between --- for title and author"
        ),
        // Lists of contents, links by name, templates.
        Dialect(
            "contents", mark: "[", { $0.firstMatch(of: /\[\[?_?(?:TOC|toc)_?\]?\]/)?.0 },
            "the list of sections is made by itself; write toc: true in the front matter, and leave this out"),
        Dialect(
            "wiki-link", mark: "[[", { $0.firstMatch(of: /!?\[\[(?!_?(?:TOC|toc)_?\]\])[^\[\]\n]{1,300}\]\]/)?.0 },
            "a link by name is printed; write [text](file.md)"),
        Dialect(
            "template", mark: "{%", { $0.firstMatch(of: /\{%[^\n]{0,300}?%\}(?!\})/)?.0 },
            "the commands of a template aren't run but printed; write the text itself, or {{< include part.md >}}"),
        Dialect(
            "hugo-shortcode", mark: "{{%", { $0.firstMatch(of: /\{\{%[^\n]{0,300}?%\}\}/)?.0 },
            "Hugo's shortcodes are printed; write ::: {.callout-note} … ::: for a notice"),
        Dialect(
            "placeholder", mark: "{{", { $0.firstMatch(of: /\{\{\s*[A-Za-z_][\w.| ]{0,100}\}\}/)?.0 },
            "a template's placeholder is printed; write the text itself, or {{< meta key >}} for what the front matter says"),
        Dialect(
            "shortcode", mark: "{{<", { $0.firstMatch(of: /\{\{<(?![^\n]{0,300}>\}\})[^\n]{0,300}/)?.0 },
            "this shortcode isn't closed and is printed; write {{< include part.md >}} on a line of its own"),
        // MkDocs, Docusaurus, reStructuredText, pandoc.
        Dialect(
            "admonition", mark: " ", { $0.prefixMatch(of: /(?:!!!|\?\?\?\+?)\s+[a-z]+/)?.0 },
            "this callout is printed; write ::: {.callout-note} … ::: around its text"),
        Dialect(
            "content-tab", mark: "===", { $0.prefixMatch(of: /===\+?\s+"[^"\n]*"/)?.0 },
            "this tab is printed; write ::: {.panel-tabset} with a heading for each tab … :::"),
        Dialect(
            "colons", mark: ":::", { $0.prefixMatch(of: /:::+[^\n]*/)?.0 },
            "these colons open no division, because what stands behind them isn't read; write ::: {.callout-note title=\"…\"}"),
        Dialect(
            "rst-directive", mark: "::", { $0.prefixMatch(of: /\.\. [a-z][a-z-]*::/)?.0 },
            "a directive of reStructuredText is printed; write ::: {.callout-note} … ::: or $$ … $$"),
        Dialect("rst-role", isFamily: true, mark: ":`", { $0.matches(of: /:[a-z][a-z:_]{0,40}:(?=`)/).map(\.0) }) {
            Directive.advice(forTextRole: bare($0, ":"))
        },
        Dialect(
            "grid-table", mark: "+-", { $0.prefixMatch(of: /\+[-=]{2,}[-=+]*\+/)?.0 },
            "a grid table is printed as it is; write one row a line, | a | b |, with |---|---| below the first"),
        Dialect(
            "line-block", mark: "|", { $0.prefixMatch(of: /\|\s[^|\n]*(?:\n\|\s[^|\n]*)+/)?.0 },
            "a block of lines is printed with its bars; end lines with a backslash where they break"),
        Dialect(
            "numbered-example", mark: "@", { $0.prefixMatch(of: /\(@\w*\)(?=\s)/)?.0 },
            "an example list is printed; write 1. before its items, or ::: {#exm-name} … :::"),
        Dialect(
            "hash-list", mark: "#.", { $0.prefixMatch(of: /#\.(?=\s)/)?.0 }, "#. begins no list; write 1. before its items"),
        Dialect(
            "lettered-list", mark: "a)", isPlain: true, { $0.prefixMatch(of: /a\)(?=\s)/)?.0 },
            "letters begin no list, so its items are set as paragraphs; write 1. before them, or - (a)"),
        Dialect(
            "inline-note", mark: "^[", { $0.firstMatch(of: /\^\[[^\]\n]{0,300}\]?/)?.0 },
            "a note inside the text is printed; write [^name] here and [^name]: text in a paragraph of its own"),
        Dialect(
            "citation", mark: "[@", { $0.firstMatch(of: /\[@[A-Za-z][^\]\n]{0,300}\]/)?.0 },
            "a citation needs a bibliography and is printed; name it in the front matter, bibliography: refs.bib"),
        Dialect(
            "bookdown-reference", mark: "@ref(", { $0.firstMatch(of: /@ref\([\w:.-]{1,80}\)/)?.0 },
            "bookdown's references are printed; write @fig-name, @tbl-name, @eq-name or @sec-name"),
        Dialect(
            "bookdown-label", mark: "(#", { $0.firstMatch(of: /\(#(?:fig|tab|eq|thm|lem|def|exm|exr):[\w-]{1,80}\)/)?.0 },
            "bookdown's labels are printed; write {#fig-name}, {#tbl-name} or {#eq-name} behind what is named"),
        Dialect(
            "highlight", mark: "==", { $0.firstMatch(of: /==[^=\s][^=\n]{0,300}==(?![=\w])/)?.0 },
            "marked text is printed with its signs; write [text]{.mark}"),
        Dialect(
            "stars", mark: "**",
            {
                $0.firstMatch(
                    of:
                        /\*\*(?:(?=[^*\n]{0,200}\p{L})(?:\S[^*\n]{0,200}|\s[^*\n]{0,200}\S)\*\*|[-+−]\d[^*\n]{0,200}\*\*(?!\w))/
                )?.0
            },
            "these stars are printed: they want no blank inside, and a blank or a sign outside where a bracket or a stop stands inside; write <strong>text</strong>"
        ),
        Dialect(
            "toml", mark: "+++", { $0.prefixMatch(of: /\+\+\+(?=\n|$)/)?.0 },
            "a line of +++ is printed; front matter stands between lines of ---, as key: value, and a rule is ---"),
        // Attributes where none are read.
        Dialect(
            "attributes", mark: "{",
            {
                $0.firstMatch(
                    of:
                        /\{(?:[#.][A-Za-z][\w-]{0,60}|[a-z-]{1,40}=(?:"[^"}\n]{0,200}"|[^\s"}]{1,200}))(?:\s+(?:[#.][\w-]{1,60}|[a-z-]{1,40}=(?:"[^"}\n]{0,200}"|[^\s"}]{1,200})))*\s*\}/
                )?.0
            }, "attributes are read behind headings, pictures, links, formulas, captions and [text]; these are printed"),
        // Mathematics and LaTeX.
        Dialect("blank-dollars", isFamily: false, mark: "$", { dollars(in: $0) }) {
            "a dollar with a blank behind it opens no formula, so this is printed; write $\(bare($0))$"
        },
        LaTeX.environment, LaTeX.command,
        Dialect("role", isFamily: true, mark: "}`", { $0.matches(of: /\{[a-z][a-z:]{0,40}\}(?=`)/).map(\.0) }) {
            Directive.advice(forRole: String($0.dropFirst().dropLast()))
        },
        Dialect("emoji", isFamily: true, mark: ":", { emoji(in: $0) }) {
            if let advice = Directive.tabAdvice[bare($0, ":")] { return advice }
            return
                "there is no character by the name \($0), so it is printed; \(NearestKey.advice(for: bare($0, ":"), in: EmojiNames.names)), or write the character itself"
        },
    ]

    /// The text without signs and blanks at its ends.
    private static func bare(_ text: Substring, _ sign: Character = "$") -> String {
        var text = text.drop { $0 == sign || $0.isWhitespace }
        while let last = text.last, last == sign || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// Dollars with a blank inside around what looks like a formula; prices are left alone.
    private static func dollars(in text: String) -> [Substring] {
        text.matches(of: /\$(?:\s[^$\n]{1,200}?\$|[^$\s][^$\n]{0,200}?\s\$(?!\d))/).filter { match in
            let inside = Array(match.0.dropFirst().dropLast().utf8)
            return TeXOpening.isFormula(inside[...], alone: true)
        }.prefix(1).map(\.0)
    }

    private static func emoji(in text: String) -> [Substring] {
        text.matches(of: /:[a-z][a-z0-9_+-]{2,40}:(?!`)/).filter { EmojiNames.isFree($0.range, in: text) }.map(\.0)
    }
}
