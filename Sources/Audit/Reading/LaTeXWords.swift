/// What the reader of LaTeX knows by name.
enum LaTeXWords {
    /// Commands that say how something looks, where it is or what it is called: nothing in their arguments is a text.
    static let dropped: Set<String> = [
        "includegraphics", "vspace", "hspace", "label", "ref", "eqref", "autoref", "cref", "Cref", "pageref", "cite", "citep",
        "citet", "parencite", "textcite", "url", "setlength", "addtolength", "setcounter", "addtocounter", "rule",
        "usepackage", "documentclass", "geometry", "definecolor", "color", "bibliography", "bibliographystyle",
        "usetheme", "usecolortheme", "setbeamertemplate", "setbeamersize", "hypersetup", "pgfplotsset", "tikzset", "pagestyle",
        "thispagestyle", "cmidrule", "cline", "multirow", "vskip", "hskip", "fontsize", "linespread", "graphicspath",
        "addplot", "lstset", "lstinputlisting", "inputminted", "tag", "phantom", "hphantom", "vphantom", "transdissolve",
    ]
    /// Environments whose content is shown as it is, drawn, or no part of the notes.
    static let verbatim: Set<String> = [
        "verbatim", "verbatim*", "Verbatim", "BVerbatim", "lstlisting", "minted", "comment", "tikzpicture", "axis",
        "filecontents",
        "filecontents*", "thebibliography", "alltt", "pycode", "python", "picture", "semiverbatim", "algorithmic", "algorithm",
    ]
    /// Environments whose arguments are measures.
    static let measured: Set<String> = [
        "minipage", "tabular", "tabular*", "tabularx", "longtable", "column", "columns", "figure", "table", "wrapfigure",
        "adjustbox", "multicols", "enumerate", "itemize", "overlayarea", "textblock", "spacing",
    ]
    /// Environments of mathematics.
    static let mathematics: Set<String> = [
        "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "flalign", "alignat", "IEEEeqnarray",
        "dmath", "equation*", "align*", "gather*", "multline*", "eqnarray*", "flalign*", "alignat*", "IEEEeqnarray*", "dmath*",
    ]
}
