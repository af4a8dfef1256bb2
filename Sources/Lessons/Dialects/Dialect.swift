import Exhibits

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
            "target", mark: ")=", begins(/\([\w:.-]+\)=(?=\n|$)/),
            "a label stands behind what it names, as in ## Heading {#sec-name}; this is printed"),
        Dialect(
            "attribute-list", mark: "{:", holds(/\{:[^}\n]{0,300}\}/),
            "Jekyll's attributes are printed; write ::: {.callout-note} … ::: around the paragraph, or {#sec-name} behind a heading"
        ),
        Dialect(
            "comment", mark: "%", begins(/%\s[^\n]*/),
            "a line that begins with % is printed; write <!-- … --> for a comment, and front matter between --- for title and author"
        ),
        // Lists of contents, links by name, templates.
        Dialect(
            "contents", mark: "[", holds(/\[\[?_?(?:TOC|toc)_?\]?\]/),
            "the list of sections is made by itself; write toc: true in the front matter, and leave this out"),
        Dialect(
            "wiki-link", mark: "[[", holds(/!?\[\[(?!_?(?:TOC|toc)_?\]\])[^\[\]\n]{1,300}\]\]/),
            "a link by name is printed; write [text](file.md)"),
        Dialect(
            "template", mark: "{%", holds(/\{%[^\n]{0,300}?%\}(?!\})/),
            "the commands of a template aren't run but printed; write the text itself, or {{< include part.md >}}"),
        Dialect(
            "hugo-shortcode", mark: "{{%", holds(/\{\{%[^\n]{0,300}?%\}\}/),
            "Hugo's shortcodes are printed; write ::: {.callout-note} … ::: for a notice"),
        Dialect(
            "placeholder", mark: "{{", holds(/\{\{\s*[A-Za-z_][\w.| ]{0,100}\}\}/),
            "a template's placeholder is printed; write the text itself, or {{< meta key >}} for what the front matter says"),
        Dialect(
            "shortcode", mark: "{{<", holds(/\{\{<(?![^\n]{0,300}>\}\})[^\n]{0,300}/),
            "this shortcode isn't closed and is printed; write {{< include part.md >}} on a line of its own"),
        // MkDocs, Docusaurus, reStructuredText, pandoc.
        Dialect(
            "admonition", mark: " ", begins(/(?:!!!|\?\?\?\+?)\s+[a-z]+/),
            "this callout is printed; write ::: {.callout-note} … ::: around its text"),
        Dialect(
            "content-tab", mark: "===", begins(/===\+?\s+"[^"\n]*"/),
            "this tab is printed; write ::: {.panel-tabset} with a heading for each tab … :::"),
        Dialect(
            "colons", mark: ":::", begins(/:::+[^\n]*/),
            "these colons open no division, because what stands behind them isn't read; write ::: {.callout-note title=\"…\"}"),
        Dialect(
            "rst-directive", mark: "::", begins(/\.\. [a-z][a-z-]*::/),
            "a directive of reStructuredText is printed; write ::: {.callout-note} … ::: or $$ … $$"),
        Dialect("rst-role", isFamily: true, mark: ":`", finds(/:[a-z][a-z:_]{0,40}:(?=`)/)) {
            Directive.advice(forTextRole: bare($0, ":"))
        },
        Dialect(
            "grid-table", mark: "+-", begins(/\+[-=]{2,}[-=+]*\+/),
            "a grid table is printed as it is; write one row a line, | a | b |, with |---|---| below the first"),
        Dialect(
            "line-block", mark: "|", begins(/\|\s[^|\n]*(?:\n\|\s[^|\n]*)+/),
            "a block of lines is printed with its bars; end lines with a backslash where they break"),
        Dialect(
            "numbered-example", mark: "@", begins(/\(@\w*\)(?=\s)/),
            "an example list is printed; write 1. before its items, or ::: {#exm-name} … :::"),
        Dialect(
            "hash-list", mark: "#.", begins(/#\.(?=\s)/), "#. begins no list; write 1. before its items"),
        Dialect(
            "lettered-list", mark: "a)", isPlain: true, begins(/a\)(?=\s)/),
            "letters begin no list, so its items are set as paragraphs; write 1. before them, or - (a)"),
        Dialect(
            "inline-note", mark: "^[", holds(/\^\[[^\]\n]{0,300}\]?/),
            "a note inside the text is printed; write [^name] here and [^name]: text in a paragraph of its own"),
        Dialect(
            "citation", mark: "[@", holds(/\[@[A-Za-z][^\]\n]{0,300}\]/),
            "a citation needs a bibliography and is printed; name it in the front matter, bibliography: refs.bib"),
        Dialect(
            "bookdown-reference", mark: "@ref(", holds(/@ref\([\w:.-]{1,80}\)/),
            "bookdown's references are printed; write @fig-name, @tbl-name, @eq-name or @sec-name"),
        Dialect(
            "bookdown-label", mark: "(#", holds(/\(#(?:fig|tab|eq|thm|lem|def|exm|exr):[\w-]{1,80}\)/),
            "bookdown's labels are printed; write {#fig-name}, {#tbl-name} or {#eq-name} behind what is named"),
        Dialect(
            "highlight", mark: "==", holds(/==[^=\s][^=\n]{0,300}==(?![=\w])/),
            "marked text is printed with its signs; write [text]{.mark}"),
        Dialect(
            "stars", mark: "**",
            holds(
                /\*\*(?:(?=[^*\n]{0,200}\p{L})(?:\S[^*\n]{0,200}|\s[^*\n]{0,200}\S)\*\*|[-+−]\d[^*\n]{0,200}\*\*(?!\w))/),
            "these stars are printed: they want no blank inside, and a blank or a sign outside where a bracket or a stop stands inside; write <strong>text</strong>"
        ),
        Dialect(
            "toml", mark: "+++", begins(/\+\+\+(?=\n|$)/),
            "a line of +++ is printed; front matter stands between lines of ---, as key: value, and a rule is ---"),
        // Attributes where none are read.
        Dialect(
            "attributes", mark: "{",
            holds(
                /\{(?:[#.][A-Za-z][\w-]{0,60}|[a-z-]{1,40}=(?:"[^"}\n]{0,200}"|[^\s"}]{1,200}))(?:\s+(?:[#.][\w-]{1,60}|[a-z-]{1,40}=(?:"[^"}\n]{0,200}"|[^\s"}]{1,200})))*\s*\}/
            ),
            "attributes are read behind headings, pictures, links, formulas, captions and [text]; these are printed"),
        // Mathematics and LaTeX.
        Dialect("blank-dollars", isFamily: false, mark: "$", { dollars(in: $0) }) {
            "a dollar with a blank behind it opens no formula, so this is printed; write $\(bare($0))$"
        },
        LaTeX.environment, LaTeX.command,
        Dialect("role", isFamily: true, mark: "}`", finds(/\{[a-z][a-z:]{0,40}\}(?=`)/)) {
            Directive.advice(forRole: String($0.dropFirst().dropLast()))
        },
        Dialect("emoji", isFamily: true, mark: ":", { emoji(in: $0) }) {
            if let advice = Directive.tabAdvice[bare($0, ":")] { return advice }
            return
                "there is no character by the name \($0), so it is printed; \(NearestKey.advice(for: bare($0, ":"), in: EmojiNames.names)), or write the character itself"
        },
    ]

    /// The construct that the text begins with.
    private static func begins(
        _ literal: @autoclosure @escaping @Sendable () -> Regex<Substring>
    ) -> @Sendable (String) -> Substring? {
        let pattern = Pattern(literal())
        return { $0.prefixMatch(of: pattern.regex)?.0 }
    }

    /// The first in the text.
    private static func holds(
        _ literal: @autoclosure @escaping @Sendable () -> Regex<Substring>
    ) -> @Sendable (String) -> Substring? {
        let pattern = Pattern(literal())
        return { $0.firstMatch(of: pattern.regex)?.0 }
    }

    /// All in the text.
    static func finds(
        _ literal: @autoclosure @escaping @Sendable () -> Regex<Substring>
    ) -> @Sendable (String) -> [Substring] {
        let pattern = Pattern(literal())
        return { $0.matches(of: pattern.regex).map(\.0) }
    }

    /// The text without signs and blanks at its ends.
    private static func bare(_ text: Substring, _ sign: Character = "$") -> String {
        var text = text.drop { $0 == sign || $0.isWhitespace }
        while let last = text.last, last == sign || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static let blankDollars = Pattern(/\$(?:\s[^$\n]{1,200}?\$|[^$\s][^$\n]{0,200}?\s\$(?!\d))/)

    /// Dollars with a blank inside around what looks like a formula; prices are left alone.
    private static func dollars(in text: String) -> [Substring] {
        text.matches(of: blankDollars.regex).filter { match in
            let inside = Array(match.0.dropFirst().dropLast().utf8)
            return TeXOpening.isFormula(inside[...], alone: true)
        }.prefix(1).map(\.0)
    }

    private static let emojiName = Pattern(/:[a-z][a-z0-9_+-]{2,40}:(?!`)/)

    private static func emoji(in text: String) -> [Substring] {
        text.matches(of: emojiName.regex).filter { EmojiNames.isFree($0.range, in: text) }.map(\.0)
    }
}
