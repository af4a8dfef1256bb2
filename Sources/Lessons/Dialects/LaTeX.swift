import Exhibits

/// LaTeX in running text, where only formulas are TeX.
enum LaTeX {
    static let environment = Dialect(
        "environment", isFamily: true, mark: "\\begin{", Dialect.finds(/\\begin\{[A-Za-z*]{1,40}\}/)
    ) { found in
        let name = String(found.dropFirst("\\begin{".count).dropLast())
        if TeXOpening.environments.contains(name) {
            return "this formula is never closed before the next blank line, so it is printed; end it with \\end{\(name)}"
        }
        return "the environment “\(name)” is printed; write \(written[name] ?? "::: {.\(name.filter(\.isLetter))} … :::")"
    }

    private static let used = Pattern(/\\([A-Za-z]{2,40})(\{)?/)

    static let command = Dialect(
        "command", isFamily: true, mark: "\\",
        { text in
            text.matches(of: used.regex).filter { match in
                // A backslash and a word may be a path; a command that is known, or that has braces, is none.
                commands[String(match.1)] != nil || match.2 != nil
            }.map(\.0)
        }
    ) { found in
        let name = String(found.dropFirst().prefix(while: \.isLetter))
        return
            "LaTeX's \\\(name) is printed outside formulas; write \(commands[name] ?? "it between dollars, $…$, or in Markdown")"
    }

    /// The commands that only move paper or note a word for an index, and how many braces follow them.
    static let spacing: [String: Int] = [
        "bigskip": 0, "medskip": 0, "smallskip": 0, "newpage": 0, "pagebreak": 0, "clearpage": 0, "noindent": 0, "hfill": 0,
        "vfill": 0, "vspace": 1, "hspace": 1, "index": 1,
    ]

    private static let written: [String: String] = [
        "itemize": "- before each item", "enumerate": "1. before each item",
        "description": "the term, and below it : its meaning",
        "figure": "![Caption](picture.png){#fig-name}", "table": "a table of bars with a line : Caption {#tbl-name}",
        "tabular": "a table of bars, | a | b |", "theorem": "::: {#thm-name} … :::", "lemma": "::: {#thm-name} … :::",
        "definition": "::: {#def-name} … :::", "example": "::: {#exm-name} … :::", "exercise": "::: {#exr-name} … :::",
        "solution": "::: {#sol-name} … :::", "proof": "::: {.callout-note} … :::", "quote": "> before each line",
        "verbatim": "``` above and below", "lstlisting": "```python above and ``` below",
        "minted": "```python above and ``` below",
        "algorithm": "``` above and below", "center": "the text alone",
        "tikzpicture": "a picture, ![What it shows](diagram.svg)",
        "thebibliography": "bibliography: refs.bib in the front matter", "frame": "a heading and the text",
        "document": "the text alone",
        "abstract": "description: in the front matter", "subequations": "one formula, $$\\begin{aligned}…\\end{aligned}$$",
    ]

    private static let commands: [String: String] = [
        "textbf": "**text**", "textit": "*text*", "emph": "*text*", "texttt": "`text`", "underline": "*text*",
        "textsc": "the text alone",
        "section": "## Heading", "subsection": "### Heading", "subsubsection": "#### Heading", "paragraph": "**Text.**",
        "chapter": "# Heading",
        "cite": "[@key]", "citep": "[@key]", "citet": "@key", "ref": "@fig-name, @tbl-name or @sec-name",
        "autoref": "@fig-name",
        "cref": "@fig-name", "pageref": "@sec-name", "eqref": "@eq-name", "label": "{#sec-name} behind the heading",
        "footnote": "[^1] and [^1]: text",
        "item": "- before each item", "href": "[text](address)", "url": "<address>",
        "includegraphics": "![What it shows](picture.png)",
        "caption": "it as the picture's text, ![Caption](picture.png)",
        "tableofcontents": "toc: true in the front matter", "maketitle": "nothing",
        "bibliography": "bibliography: refs.bib in the front matter",
        "centering": "nothing", "index": "nothing", "ldots": "…", "dots": "…", "LaTeX": "LaTeX",
        "TeX": "TeX",
        "newcommand": "it between dollars, $…$, where it holds for all formulas after it",
        "renewcommand": "it between dollars, $…$, where it holds for all formulas after it",
        "def": "it between dollars, $…$, where it holds for all formulas after it", "todo": "<!-- … --> for a note to yourself",
        "frac": "it between dollars, $…$", "sum": "it between dollars, $…$", "alpha": "it between dollars, $…$",
        "beta": "it between dollars, $…$",
        "eta": "it between dollars, $…$", "theta": "it between dollars, $…$", "sigma": "it between dollars, $…$",
        "times": "it between dollars, $…$",
        "cdot": "it between dollars, $…$", "partial": "it between dollars, $…$", "nabla": "it between dollars, $…$",
        "rightarrow": "it between dollars, $…$, or →",
        "to": "it between dollars, $…$, or →", "leq": "it between dollars, $…$", "geq": "it between dollars, $…$",
        "infty": "it between dollars, $…$",
    ]
}
