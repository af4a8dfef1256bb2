/// What the commands of TeX that may stand between two digits do to what is seen.
enum FormulaWords {
    /// Nothing that parts a digit from the next one: fonts, sizes, lines over and under it, and what ends a command.
    static let unseen: Set<String> = [
        "\\mathrm", "\\mathbf", "\\mathit", "\\mathsf", "\\mathtt", "\\mathnormal", "\\mathbb", "\\mathcal", "\\mathfrak",
        "\\mathscr", "\\boldsymbol", "\\bm", "\\bold", "\\pmb", "\\rm", "\\bf", "\\it", "\\sf", "\\tt", "\\cal", "\\frak",
        "\\Bbb",
        "\\mathord", "\\mathop", "\\mathbin", "\\mathrel", "\\mathopen", "\\mathclose", "\\mathpunct", "\\mathinner",
        "\\operatorname", "\\operatorname*", "\\operatornamewithlimits", "\\displaystyle", "\\textstyle", "\\scriptstyle",
        "\\scriptscriptstyle", "\\tiny", "\\sixptsize", "\\scriptsize", "\\footnotesize", "\\small", "\\normalsize", "\\large",
        "\\Large", "\\LARGE", "\\huge", "\\Huge", "\\relax", "\\begingroup", "\\endgroup", "\\bgroup", "\\egroup", "\\nobreak",
        "\\allowbreak", "\\limits", "\\nolimits", "\\mathstrut", "\\strut", "\\vcenter", "\\overline", "\\underline", "\\bar",
        "\\boxed", "\\fbox", "\\cancel", "\\bcancel", "\\xcancel", "\\sout", "\\phase", "\\textcircled", "\\!", "\\,", "\\:",
        "\\>",
        "\\;", "\\ ", "\\thinspace", "\\medspace", "\\thickspace", "\\negthinspace", "\\negmedspace", "\\negthickspace",
        "\\nobreakspace", "\\space", "\\/",
    ]

    /// Words among signs, in which blanks are seen.
    static let texts: Set<String> = [
        "\\text", "\\textrm", "\\textbf", "\\textit", "\\textsf", "\\texttt", "\\textnormal", "\\textup", "\\textmd", "\\emph",
        "\\mbox", "\\hbox",
    ]

    /// Those that are a sign between digits.
    static let signs: [String: String] = [
        "\\cdot": "⋅", "\\cdotp": "⋅", "\\times": "×", "\\ast": "∗", "\\bullet": "•", "\\ldotp": ".", "\\%": "%",
        "\\lbrace": "{", "\\rbrace": "}", "\\{": "{", "\\}": "}", "\\_": "_", "\\#": "#", "\\&": "&", "\\$": "$",
    ]

    /// Those that enlarge the bracket behind them, or set none where a dot is.
    static let brackets: Set<String> = ["\\left", "\\right", "\\middle"]

    /// How many arguments a command has whose content stands apart from what is beside it; any other has none.
    static let arguments: [String: Int] = [
        "\\frac": 2, "\\dfrac": 2, "\\tfrac": 2, "\\cfrac": 2, "\\binom": 2, "\\dbinom": 2, "\\tbinom": 2, "\\sqrt": 1,
        "\\hat": 1,
        "\\tilde": 1, "\\vec": 1, "\\dot": 1, "\\ddot": 1, "\\dddot": 1, "\\ddddot": 1, "\\check": 1, "\\breve": 1,
        "\\acute": 1,
        "\\grave": 1, "\\mathring": 1, "\\widehat": 1, "\\widetilde": 1, "\\widecheck": 1, "\\overset": 2, "\\underset": 2,
        "\\stackrel": 2, "\\substack": 1, "\\overbrace": 1, "\\underbrace": 1, "\\overgroup": 1, "\\undergroup": 1,
        "\\overrightarrow": 1, "\\overleftarrow": 1, "\\overleftrightarrow": 1, "\\underrightarrow": 1, "\\underleftarrow": 1,
        "\\underleftrightarrow": 1, "\\xrightarrow": 1, "\\xleftarrow": 1, "\\xleftrightarrow": 1, "\\xRightarrow": 1,
        "\\xLeftarrow": 1, "\\xLeftrightarrow": 1, "\\xmapsto": 1, "\\xlongequal": 1, "\\tag": 1, "\\pmod": 1, "\\pod": 1,
        "\\bra": 1, "\\ket": 1, "\\braket": 1, "\\Bra": 1, "\\Ket": 1, "\\Braket": 1, "\\set": 1, "\\Set": 1, "\\rule": 2,
        "\\color": 1, "\\textcolor": 1, "\\colorbox": 1, "\\fcolorbox": 2, "\\raisebox": 1, "\\phantom": 1, "\\hphantom": 1,
        "\\vphantom": 1, "\\genfrac": 6,
    ]

    static let fractions: Set<String> = ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"]

    /// Those of them that show nothing but their arguments.
    static let transparent: Set<String> = [
        "\\overset", "\\underset", "\\stackrel", "\\substack", "\\color", "\\textcolor", "\\rule",
    ]

    /// Those whose arguments in front are no text.
    static let described: Set<String> = ["\\rule", "\\color", "\\textcolor", "\\colorbox", "\\fcolorbox", "\\raisebox"]

    /// Those that may have an argument in brackets first.
    static let optional: Set<String> = [
        "\\sqrt", "\\\\", "\\rule", "\\xrightarrow", "\\xleftarrow", "\\xleftrightarrow", "\\xRightarrow", "\\xLeftarrow",
        "\\xLeftrightarrow", "\\xmapsto", "\\xlongequal",
    ]

    static let lengths: Set<String> = ["\\kern", "\\mkern", "\\hskip", "\\mskip", "\\hspace"]

    /// Environments whose columns are set against each other: only behind every second one is room, or behind none.
    static let aligned: Set<String> = ["aligned", "align", "align*", "split", "alignedat", "alignat", "alignat*", "gathered"]
    static let alignedAt: Set<String> = ["alignedat", "alignat", "alignat*"]

    /// Environments behind whose name the form of their columns stands.
    static let formed: Set<String> = ["array", "darray", "subarray", "alignedat", "alignat", "alignat*"]
}
