/// Names and sentences that somebody chose, as TeX shows them: `50% quantile #1` has two characters that mean something else there.
@_documentation(visibility: internal)
public enum TeXEscape {
    /// In upright letters within a formula: `\mathrm{50\%\,quantile\,\#1}`.
    public static func name(_ name: String) -> String {
        "\\mathrm{\(name.split(whereSeparator: \.isWhitespace).map(symbols).joined(separator: "\\,"))}"
    }

    /// As running text within a formula: `\text{50\% more}`.
    public static func text(_ text: String) -> String {
        "\\text{\(text.map { $0.isNewline ? " " : escaped($0, isText: true) }.joined())}"
    }

    /// Without the letters' shape: each character as itself.
    public static func symbols(_ text: some StringProtocol) -> String { text.map { escaped($0, isText: false) }.joined() }

    private static func escaped(_ character: Character, isText: Bool) -> String {
        switch character {
        case "%", "#", "&", "_", "$", "{", "}": "\\\(character)"
        case "\\": isText ? "\\textbackslash{}" : "{\\backslash}"
        case "~": isText ? "\\textasciitilde{}" : "{\\sim}"
        case "^": isText ? "\\textasciicircum{}" : "{\\wedge}"
        default: "\(character)"
        }
    }
}
