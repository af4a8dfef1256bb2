import Exhibits

/// What MathJax and LaTeX call differently from KaTeX.
enum TeXDialect {
    /// Commands that notes use without defining them; a page's own definitions come first.
    static let macros: [String: String] = [
        "\\abs": "\\left\\lvert #1 \\right\\rvert", "\\norm": "\\left\\lVert #1 \\right\\rVert",
        "\\mathds": "\\mathbb{#1}", "\\mathbbm": "\\mathbb{#1}", "\\mbox": "\\text{#1}", "\\ensuremath": "#1",
        "\\textsc": "\\htmlClass{smallcaps}{\\text{#1}}", "\\vect": "\\mathbf{#1}",
    ]

    /// Commands for words among symbols.
    static let textCommands: Set<String> = ["\\text", "\\mbox", "\\texttt", "\\textrm", "\\textbf", "\\textit", "\\textsf"]

    /// The environment that KaTeX has for one of LaTeX's, with what stands between its name and its content; empty for none.
    static func environment(_ name: String) -> (name: String, argument: String)? {
        switch name {
        case "equation", "equation*", "displaymath", "math": ("", "")
        case "eqnarray", "eqnarray*": ("darray", "{rcl}")
        case "multline", "multline*", "gather", "gather*": ("gathered", "")
        case "align", "align*", "flalign", "flalign*": ("aligned", "")
        case "alignat", "alignat*": ("alignedat", "")
        default: nil
        }
    }

    /// The words of `\text{…}` as MathJax shows them: `_`, `#`, `%` and `&` are characters there, and an error or a comment to
    /// KaTeX. What stands between dollars is a formula.
    static func words(_ text: String) -> String {
        guard text.contains(where: { "_#%&".contains($0) }) else { return text }
        var reader = TeXReader(text)
        var result = ""
        var isFormula = false
        while let token = reader.token() {
            if token == "$" { isFormula.toggle() }
            result += !isFormula && token.count == 1 && "_#%&".contains(token) ? "\\" + token : token
        }
        return result
    }

    private static let bookdownLabel = Pattern(/\(\\#(eq:[\w.-]{1,80})\)/)

    /// The formula with bookdown's labels `(\#eq:loss)` as LaTeX's.
    static func labelled(_ tex: String) -> String {
        tex.replacing(Self.bookdownLabel.regex) { "\\label{\($0.1)}" }
    }

    private static let sixDigits = Pattern(/[0-9A-Fa-f]{6}/)

    /// A colour of LaTeX's models as KaTeX has it, `[rgb]{1,0.5,0}` as `#ff8000`; nil for one that is none.
    static func colour(_ values: String, model: String) -> String? {
        let parts = values.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace) }
        if model == "HTML", parts.count == 1, parts[0].wholeMatch(of: Self.sixDigits.regex) != nil { return "#" + parts[0] }
        let numbers = parts.compactMap(Double.init)
        guard numbers.count == parts.count, numbers.allSatisfy({ (0...255).contains($0) }) else { return nil }
        let bytes: [Double]
        switch (model, numbers.count) {
        case ("rgb", 3): bytes = numbers.map { min($0, 1) * 255 }
        case ("RGB", 3): bytes = numbers
        case ("gray", 1): bytes = Array(repeating: min(numbers[0], 1) * 255, count: 3)
        default: return nil
        }
        return "#"
            + bytes.map { byte in
                let text = String(Int(byte.rounded()), radix: 16)
                return text.count == 1 ? "0" + text : text
            }.joined()
    }

    /// A label as references are written here: `eq:loss` and `loss` are `eq-loss`, `fig:net` is `fig-net`.
    static func label(_ written: String, ofFormula: Bool) -> String {
        let words = written.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.map(String.init)
        let kinds = [
            "tab": "tbl", "eqn": "eq", "equation": "eq", "figure": "fig", "table": "tbl", "section": "sec", "ex": "exm",
        ]
        let first = words.first.map { kinds[$0] ?? $0 } ?? ""
        if words.count > 1, let kind = ReferenceKind(rawValue: first), !ofFormula || kind == .equation {
            return first + "-" + words.dropFirst().joined(separator: "-")
        }
        return "eq-" + words.joined(separator: "-")
    }
}
