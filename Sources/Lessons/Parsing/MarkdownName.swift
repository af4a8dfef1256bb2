/// How files of Markdown are called.
public enum MarkdownName {
    private static let endings: Set = [
        "md", "markdown", "mdown", "mkd", "mkdn", "mdx", "qmd", "rmd", "rmarkdown", "myst",
    ]

    /// `a.md`, `a.MD`, `a.markdown`, `a.qmd`: what some tool reads as Markdown. A lesson's file ends in `.md`.
    public static func isAny(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return endings.contains(name[dot...].dropFirst().lowercased())
    }
}
