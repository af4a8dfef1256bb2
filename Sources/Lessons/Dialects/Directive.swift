/// MyST's directives and roles, as Jupyter Book writes them: what to write for them here.
enum Directive {
    private static let callouts = ["note", "tip", "warning", "important", "caution"]
    /// Directives that are callouts by another name.
    private static let alike = [
        "admonition": "note", "attention": "warning", "danger": "caution", "error": "caution", "hint": "tip", "seealso": "note",
    ]
    private static let written: [String: String] = [
        "code-cell": "```{swift} for a cell that runs, ```python for code that only shows",
        "code": "```python for code that only shows", "code-block": "```python for code that only shows",
        "literalinclude": "the code between ```python and ```", "include": "{{< include part.md >}} on a line of its own",
        "figure": "![Caption](picture.png){#fig-name}", "image": "![What it shows](picture.png)",
        "math": "$$…$$ {#eq-name}", "table": "a table of bars with a line : Caption {#tbl-name} below it",
        "list-table": "a table of bars", "csv-table": "a table of bars, or a cell that shows Dataset(contentsOf: …)",
        "tableofcontents": "nothing: the list of lessons is made by itself", "toctree": "order: or parts: in course.yml",
        "bibliography": "bibliography: refs.bib in the front matter; the list follows by itself",
        "exercise": "::: {#exr-name} … :::", "solution": "::: {#sol-name} … :::", "proof": "::: {.callout-note} … :::",
        "theorem": "::: {#thm-name} … :::", "definition": "::: {#def-name} … :::", "example": "::: {#exm-name} … :::",
        "glossary": "[word]{#trm-word} where the word is explained", "margin": "::: {.column-margin} … :::",
        "sidebar": "::: {.column-margin} … :::", "tab-set": "::: {.panel-tabset} with headings … :::",
        "tabs": "::: {.panel-tabset} with headings … :::", "dropdown": "::: {.details title=\"…\"} … :::",
        "grid": "::: {layout-ncol=2} … :::", "mermaid": "a picture, ![What it shows](diagram.svg)",
        "iframe": "[Title](address)",
        "epigraph": "> text", "card": "::: {.callout-note} … :::", "rubric": "**Title**", "raw": "```{=html}",
        "only": "::: {.content-visible when-format=\"html\"} … :::",
        "eval-rst": "the same in Markdown", "glue:figure": "the cell, in this lesson", "video": "{{< video address >}}",
    ]

    static func isKnown(_ name: String, argument: String) -> Bool {
        callouts.contains(name) || alike[name] != nil || written[name] != nil
            || !argument.isEmpty && argument.first?.isWhitespace == true && name != "swift"
    }

    static func advice(for name: String, argument: String) -> String {
        let start = "the directive {\(name)} isn't understood, and its text is shown as code; "
        if let kind = callout(name) { return start + "write ::: {.callout-\(kind)} … ::: in place of its fence" }
        return start + "write " + (written[name] ?? "::: {.\(name)} … ::: for a division")
    }

    /// What is said of a directive without a code fence, whose text is read as any other.
    static func unread(_ name: String) -> String {
        "the directive {\(name)} isn't understood, and its text stands in the page; write "
            + (written[name] ?? "::: {.\(name)} … ::: for a division")
    }

    /// What is said of a directive from which nothing is made.
    static func leftOut(_ name: String) -> String {
        "nothing is made of the directive {\(name)}, so it is left out; remove it"
    }

    /// The callout that a directive is.
    static func callout(_ name: String) -> String? { callouts.contains(name) ? name : alike[name] }

    /// What to write for a role such as `{doc}`.
    static func advice(forRole name: String) -> String {
        let right: String =
            switch name {
            case "eq", "math:numref": "@eq-name"
            case "numref", "ref", "prf:ref": "@fig-name, @tbl-name or @sec-name"
            case "doc", "download": "[text](other.md)"
            case "cite", "cite:p", "cite:t", "cite:ps": "[@key]"
            case "math": "$…$"
            case "term": "@trm-word"
            case "footcite", "fn": "[^1]"
            case "code", "python": "`code`"
            case "sub": "H~2~O"
            case "sup": "x^2^"
            case "kbd", "guilabel", "menuselection", "file", "command": "`text`"
            case "del", "strike": "~~text~~"
            case "u", "abbr", "button": "**text**"
            default: "the text itself"
            }
        return "the role {\(name)} isn't understood and is printed; write \(right)"
    }

    /// What to write for a role between colons, as reStructuredText and the notebooks of d2l.ai have them.
    static func advice(forTextRole name: String) -> String {
        if let advice = tabAdvice[name] { return advice }
        let right: String =
            switch name {
            case "label": "{#sec-name} behind the heading, or {#fig-name} behind the picture"
            case "eqlabel": "$$…$$ {#eq-name}"
            case "numref", "ref": "@fig-name, @tbl-name or @sec-name"
            case "eqref": "@eq-name"
            case "cite", "citep": "[@key]"
            case "citet": "@key"
            case "width", "height": "{width=300px} behind the picture"
            case "math": "$…$"
            case "doc", "download": "[text](other.md)"
            case "bibliography": "bibliography: refs.bib in the front matter"
            default: "$…$ for mathematics, [text](file.md) for a link, [@key] for a citation"
            }
        return "the role :\(name): is printed; write \(right)"
    }

    static let tabAdvice: [String: String] = {
        let advice = "the ends of tabs are printed; write ::: {.panel-tabset} with a heading for each tab … :::"
        return ["begin_tab": advice, "end_tab": advice]
    }()
}
